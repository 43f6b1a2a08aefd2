"""Which year a date without one belongs to, and which day a weekday is."""

import calendar
from datetime import date, timedelta

from khaldun.coding.times.anchor import Anchor, Direction
from khaldun.coding.times.calendar import Unit, shift

# How far ahead a date may lie that nothing places before or after now.
_AHEAD = timedelta(days=100)
_FORWARD_GAP = 9


def year_for(
    anchor: Anchor, month: int, day: int | None, *, weekday: int | None = None
) -> int | None:
    """The year of a month or day: the narrative's, else the nearest on the right side of now."""
    year = (
        _narrative_year(anchor, month)
        if anchor.year is not None
        else _year_by_now(anchor, month, day)
    )
    if year is not None and anchor.now is not None and anchor.direction is Direction.PAST:
        year -= _day(year, month, day or 1) > anchor.now
    if year is not None and month == 2 and day == 29:
        return next((y for y in range(year, year - 9, -1) if calendar.isleap(y)), year)
    if year is not None and weekday is not None and day is not None:
        return _year_with_weekday(year, month, day, weekday)
    return year


def _narrative_year(anchor: Anchor, month: int) -> int | None:
    """Tales go forward: January after a November is the next year's."""
    clock, year = anchor.clock, anchor.year
    if clock is None or year is None or clock.first.year != year:
        return year
    spans_months = (clock.last - clock.first).days > 200
    gap = clock.first.month - month
    return year + 1 if gap >= _FORWARD_GAP and not spans_months else year


def _year_by_now(anchor: Anchor, month: int, day: int | None) -> int | None:
    now = anchor.now
    if now is None:
        return None
    first = _day(now.year, month, day or 1)
    last = _day(now.year, month, day or 31)
    if anchor.direction is Direction.FUTURE:
        return now.year + (last < now)
    if anchor.direction is Direction.PAST:
        return now.year - (first > now)
    if first > now + _AHEAD:
        return now.year - 1
    return now.year + (_day(now.year + 1, month, day or 1) <= now + _AHEAD)


def _year_with_weekday(year: int, month: int, day: int, weekday: int) -> int:
    """The year near `year` in which that day is that weekday; `year` where none is."""
    for candidate in (year, year - 1, year + 1):
        if day <= calendar.monthrange(candidate, month)[1] and (
            date(candidate, month, day).isoweekday() == weekday
        ):
            return candidate
    return year


def _day(year: int, month: int, day: int) -> date:
    """That day, or the last of its month when the month is shorter."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def day_near(now: date, day: int, direction: Direction) -> date:
    """The day of the month that "the 21st" names, on the right side of now."""
    step = 1 if direction is Direction.FUTURE else -1
    here = _day(now.year, now.month, day)
    if here == now or (here > now) == (step > 0):
        return here
    beside = shift(now.replace(day=1), step, Unit.MONTH)
    return _day(beside.year, beside.month, day)


def day_on_weekday(now: date, day: int, weekday: int, direction: Direction) -> date | None:
    """The nearest day of a month that is that weekday, on its side of now: "Friday the 14th"."""
    months = (shift(now.replace(day=1), step, Unit.MONTH) for step in range(-7, 8))
    days = (
        first.replace(day=day)
        for first in months
        if day <= calendar.monthrange(first.year, first.month)[1]
    )
    found = [d for d in days if d.isoweekday() == weekday]
    if direction is Direction.FUTURE:
        found = [d for d in found if d >= now] or found
    elif direction is Direction.PAST:
        found = [d for d in found if d <= now] or found
    return min(found, key=lambda d: (abs(d - now), d), default=None)


def weekday_near(base: date, weekday: int, order: str | None, anchor: Anchor) -> date:
    """The day that a weekday names, seen from `base`."""
    back = (base.isoweekday() - weekday) % 7
    if order in ("last", "before"):
        return base - timedelta(days=back or 7)
    if order in ("next", "after"):
        return base + timedelta(days=7 - back if back else 7)
    if order == "this":
        return base + timedelta(days=weekday - base.isoweekday())
    if anchor.telling and anchor.told is not None:
        return base + timedelta(days=(weekday - base.isoweekday()) % 7)
    if anchor.direction is Direction.FUTURE:
        return base + timedelta(days=(7 - back) % 7)
    return base - timedelta(days=back)
