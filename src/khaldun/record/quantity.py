"""Counts: of people and of materiel, as ranges."""

from dataclasses import dataclass

from khaldun.errors import RecordError
from khaldun.record.span import Span
from khaldun.record.vocabulary import QuantityRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many of what; an end that the text leaves open is None.

    `of` is the id of the actor whose people or materiel are counted.
    """

    role: QuantityRole
    unit: str
    minimum: float | None
    maximum: float | None
    span: Span
    of: str | None = None

    def __post_init__(self) -> None:
        if None not in (self.minimum, self.maximum) and self.minimum > self.maximum:  # type: ignore[operator]
            raise RecordError(f"between {self.minimum} and {self.maximum} {self.unit}")
