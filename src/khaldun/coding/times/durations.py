"""Durations, offsets by a duration, and sets."""

from dataclasses import replace
from datetime import date

from khaldun.coding.times.anchor import Anchor, Reading, between, reading_of
from khaldun.coding.times.calendar import Stretch, Unit, shift, unit_around
from khaldun.coding.times.phrase import Phrase
from khaldun.record import TimexType

_CODES = {
    Unit.SECOND: "S",
    Unit.MINUTE: "M",
    Unit.HOUR: "H",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.FORTNIGHT: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "C",
}
_CLOCK_UNITS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
# Several, or a few, are taken for no more than this many.
_SEVERAL = 10


def lasting(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A duration; "the last two years" and its like also have a first and a last day."""
    unit = phrase.unit or Unit.DAY
    amount = phrase.amount
    if amount is not None and amount > 100_000:
        return None
    first, last = _days(phrase.order, amount, unit, anchor)
    return Reading(type=TimexType.DURATION, value=duration(amount, unit), first=first, last=last)


def nth(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """The third day or week of what was told: no earlier than that, no later than three on."""
    unit, amount = phrase.unit or Unit.DAY, phrase.ordinal or 1
    first = anchor.told.first if anchor.told else None
    last = None if first is None else shift(first, amount, unit)
    return Reading(type=TimexType.DURATION, value=duration(amount, unit), first=first, last=last)


def duration(amount: float | None, unit: Unit) -> str:
    """The TIMEX3 value: P2W, PT30M, PXY where it is not said how many."""
    factor = {Unit.FORTNIGHT: 2, Unit.DECADE: 10, Unit.CENTURY: 100}.get(unit, 1)
    code = _CODES.get(unit, "D")
    prefix = "PT" if unit in _CLOCK_UNITS else "P"
    if amount is None:
        return f"{prefix}X{code}"
    if factor > 2:
        unit, code = Unit.YEAR, "Y"
    amount *= factor
    if amount == int(amount):
        return f"{prefix}{int(amount)}{code}"
    return _halved(amount, unit, prefix, code)


def _halved(amount: float, unit: Unit, prefix: str, code: str) -> str:
    whole = f"{int(amount)}{code}" if int(amount) else ""
    if amount - int(amount) == 0.5 and unit is Unit.YEAR:
        return f"{prefix}{whole}6M"
    if amount - int(amount) == 0.5 and unit in (Unit.HOUR, Unit.MINUTE):
        return f"{prefix}{whole}30{'M' if unit is Unit.HOUR else 'S'}"
    if amount - int(amount) == 0.5 and unit is Unit.DAY:
        return f"{prefix}{whole or ''}T12H"
    return f"{prefix}{amount:g}{code}"


def _days(
    order: str | None, amount: float | None, unit: Unit, anchor: Anchor
) -> tuple[date | None, date | None]:
    told, now = anchor.told, anchor.now
    if order in ("last", "next") and anchor.telling and told:
        now = told.first
    length = _SEVERAL if amount is None else amount
    if order == "last" and now:
        return shift(now, -length, unit), now
    if order == "next" and now:
        return now, shift(now, length, unit)
    start, end = (told.first, told.last) if told else (now, now)
    if order == "before" and start:
        return shift(start, -length, unit), start
    if order == "after" and start and end:
        return start, shift(end, length, unit)
    return None, None


def vague_offset(order: str, unit: Unit, *, told: Stretch | None, now: date | None) -> Reading:
    """A side, but no distance: "years ago", "several months later", "hours later"."""
    if unit in _CLOCK_UNITS and told is not None and told.unit is Unit.DAY:
        day = reading_of(told)
        return replace(day, type=TimexType.TIME, value=f"{told.value}TXX")
    if order in ("ago", "before"):
        last = told.first if told else now
        return Reading(type=TimexType.DATE, value="PAST_REF", last=last)
    first = told.first if told else now
    return Reading(type=TimexType.DATE, value="FUTURE_REF", first=first)


def counted_offset(
    amount: float, unit: Unit, *, start: date, told: Stretch | None, exact: bool = False
) -> Reading:
    """The stretch `amount` units from `start`, as exact as the unit and what was told.

    With `exact` it is one day: "twenty years ago today".
    """
    last = told.last if told else start
    grain = Unit.DAY if exact else _grain(unit, told)
    low = reading_of(unit_around(shift(start, amount, unit), grain))
    high = reading_of(unit_around(shift(last, amount, unit), grain))
    return between(low, high)


def _grain(unit: Unit, told: Stretch | None) -> Unit:
    """How exact the result is: two weeks after a day is a day, "two years ago" a year."""
    unit = Unit.YEAR if unit.length > Unit.YEAR.length else unit
    if told is None:
        return unit if unit.length >= Unit.DAY.length else Unit.DAY
    if unit in (Unit.WEEK, Unit.FORTNIGHT) and told.unit is Unit.DAY:
        return Unit.DAY
    return max(unit, told.unit, Unit.DAY, key=lambda u: u.length)


def repeated(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A set of times: "every Friday", "daily", "twice a year"."""
    if phrase.reference is not None:
        value = phrase.reference
    elif phrase.weekday is not None:
        value = f"XXXX-WXX-{phrase.weekday}"
    elif phrase.daypart is not None:
        value = f"XXXX-XX-XXT{phrase.daypart}"
    elif phrase.month is not None:
        value = f"XXXX-{phrase.month:02}"
    elif phrase.season is not None:
        value = f"XXXX-{phrase.season}"
    else:
        value = duration(phrase.amount if phrase.amount else 1, phrase.unit or Unit.DAY)
    return Reading(type=TimexType.SET, value=value)
