"""Times: expressions as written, and when a record holds."""

from dataclasses import dataclass
from datetime import date

from khaldun.errors import RecordError
from khaldun.record.span import Span
from khaldun.record.vocabulary import TimeBasis, TimexType


def check_order(earliest: date | None, latest: date | None) -> None:
    """Raise RecordError if a range ends before it starts; None is an unknown end."""
    if earliest is not None and latest is not None and earliest > latest:
        raise RecordError(f"a range from {earliest} to {latest} ends before it starts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """Type, value and modifier of a time expression, after TIMEX3 (ISO-TimeML)."""

    type: TimexType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression with the calendar days that it can cover, None where unanchored."""

    id: str
    span: Span
    timex: Timex
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        check_order(self.earliest, self.latest)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When something happened or held, as a range of days, with the basis of it.

    None means that this end is not known. `time` is the id of the expression, if any.
    """

    earliest: date | None
    latest: date | None
    basis: TimeBasis
    time: str | None = None

    def __post_init__(self) -> None:
        check_order(self.earliest, self.latest)
