"""What an expression is anchored on, and what it comes to."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from khaldun.coding.times.calendar import Stretch, part_of
from khaldun.record import TimexType


class Direction(StrEnum):
    """To which side of now a date without a year lies."""

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Now (a day of publication), what was told last, and the year the narrative is in.

    `day` is the last single day told, `clock` the date that the narrative has come to. With
    `telling`, the text tells of times long before now, and an expression without a year or a
    direction takes the time told last. `southern` says which half of the earth has its seasons.
    """

    now: date | None = None
    told: Stretch | None = None
    day: Stretch | None = None
    year: int | None = None
    clock: Stretch | None = None
    direction: Direction = Direction.NEAREST
    telling: bool = False
    southern: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A normalised expression: TIMEX3 type, value and mod, and the days it can cover.

    `stretch` is the calendar stretch it names, which the narrative goes on from.
    """

    type: TimexType
    value: str
    mod: str | None = None
    first: date | None = None
    last: date | None = None
    stretch: Stretch | None = None


def reading_of(stretch: Stretch, edge: str | None = None) -> Reading:
    """The reading of a stretch, or of its START, MID or END."""
    first, last = part_of(stretch, edge) if edge else (stretch.first, stretch.last)
    return Reading(
        type=TimexType.DATE,
        value=stretch.value,
        mod=edge,
        first=first,
        last=last,
        stretch=replace(stretch, first=first, last=last) if edge else stretch,
    )


def between(low: Reading, high: Reading) -> Reading:
    """The wider reading of an expression whose anchor lies anywhere between two."""
    if low == high:
        return low
    stretch = None
    if low.stretch and high.stretch:
        stretch = Stretch(
            first=min(low.stretch.first, high.stretch.first),
            last=max(low.stretch.last, high.stretch.last),
            unit=low.stretch.unit,
            value=_common(low.value, high.value),
        )
    return Reading(
        type=low.type,
        value=_common(low.value, high.value),
        mod=low.mod,
        first=_least(low.first, high.first),
        last=_greatest(low.last, high.last),
        stretch=stretch,
    )


def _common(low: str, high: str) -> str:
    """Two values as one, with X where they differ: 2020-XX-XX, 202X-WXX."""
    if len(low) != len(high):
        return "XXXX"
    fields: list[str] = []
    for a, b in zip(low.split("-"), high.split("-"), strict=False):
        kept = "".join(x if x == y else "X" for x, y in zip(a, b, strict=False))
        blurred = bool(fields) and (a != b or "X" in fields[0])
        fields.append(_without_digits(kept) if blurred else kept)
    return "-".join(fields)


def _without_digits(field: str) -> str:
    """A field with X for its digits, but for a clock time: XX, WXX, XXT05:30."""
    day, mark, clock = field.partition("T")
    return "".join("X" if c.isdigit() else c for c in day) + mark + clock


def _least(a: date | None, b: date | None) -> date | None:
    return None if a is None or b is None else min(a, b)


def _greatest(a: date | None, b: date | None) -> date | None:
    return None if a is None or b is None else max(a, b)
