"""Selections: which part of a record is asked for."""

from dataclasses import dataclass
from datetime import date

from khaldun.errors import RecordError
from khaldun.record.vocabulary import Factuality


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which records are asked for; what is None or empty does not narrow.

    `actor` and `place` are ids of the record or names; `country` is ISO 3166-1 alpha-3. The
    days select what can have happened between them, both included; `text` is words of the
    text or quote.

    Raises:
        RecordError: the first day is after the last.
    """

    actor: str | None = None
    place: str | None = None
    country: str | None = None
    types: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    certainty: tuple[Factuality, ...] = ()
    holder: str | None = None
    source: str | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        if self.first_day and self.last_day and self.first_day > self.last_day:
            raise RecordError(f"nothing is both after {self.first_day} and before {self.last_day}")
