"""Stretches of calendar days, and the arithmetic that time expressions need.

Values are those of TIMEX3 (ISO-TimeML): 2020, 2020-08, 2020-08-20, 2020-W34, 2020-SU, 2020-Q3,
2020-H2, 202 (the decade), 20 (the century).
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """Units of the calendar; the members stand in order of length, shortest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def length(self) -> int:
        """Its place in the order of length."""
        return _LENGTHS[self]


_LENGTHS = {unit: place for place, unit in enumerate(Unit)}
# The month in which each begins in the north.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAYS_IN = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Calendar days from `first` to `last`, the unit they make, and their TIMEX3 value."""

    first: date
    last: date
    unit: Unit
    value: str


def day_of(day: date) -> Stretch:
    """One day."""
    return Stretch(first=day, last=day, unit=Unit.DAY, value=day.isoformat())


def month_of(year: int, month: int) -> Stretch:
    """One month."""
    first = date(year, month, 1)
    return Stretch(
        first=first, last=_month_end(first), unit=Unit.MONTH, value=f"{year:04}-{month:02}"
    )


def year_of(year: int) -> Stretch:
    """One year."""
    return _months(date(year, 1, 1), 12, Unit.YEAR, f"{year:04}")


def week_of(day: date) -> Stretch:
    """The ISO week, Monday to Sunday, that `day` falls in."""
    year, week, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    last = first + timedelta(days=6)
    return Stretch(first=first, last=last, unit=Unit.WEEK, value=f"{year:04}-W{week:02}")


def weekend_of(day: date) -> Stretch:
    """Saturday and Sunday of the ISO week of `day`."""
    week = week_of(day)
    saturday = week.first + timedelta(days=5)
    return Stretch(first=saturday, last=week.last, unit=Unit.WEEKEND, value=f"{week.value}-WE")


def season_of(year: int, code: str, *, southern: bool = False) -> Stretch:
    """A meteorological season, of the northern hemisphere or the southern.

    The one that spans the new year bears the year of its December.
    """
    month = SEASON_MONTHS[code]
    first = date(year, (month + 5) % 12 + 1 if southern else month, 1)
    return _months(first, 3, Unit.SEASON, f"{year:04}-{code}")


def quarter_of(year: int, number: int) -> Stretch:
    """A quarter of a year, 1 to 4."""
    return _months(date(year, 3 * number - 2, 1), 3, Unit.QUARTER, f"{year:04}-Q{number}")


def half_of(year: int, number: int) -> Stretch:
    """A half of a year, 1 or 2."""
    return _months(date(year, 6 * number - 5, 1), 6, Unit.HALF, f"{year:04}-H{number}")


def decade_of(year: int) -> Stretch:
    """The ten years that share all but the last digit with `year`."""
    start = year - year % 10
    return _months(date(max(start, 1), 1, 1), 120, Unit.DECADE, f"{start // 10:03}")


def century_of(number: int) -> Stretch:
    """The 20th century is number 20: 1900 to 1999, as TIMEX3 writes it."""
    start = (number - 1) * 100
    return _months(date(max(start, 1), 1, 1), 1200, Unit.CENTURY, f"{number - 1:02}")


def unit_around(day: date, unit: Unit) -> Stretch:
    """The stretch of `unit` that `day` falls in."""
    if unit is Unit.WEEK or unit is Unit.FORTNIGHT:
        return week_of(day)
    if unit is Unit.WEEKEND:
        return weekend_of(day)
    if unit is Unit.MONTH:
        return month_of(day.year, day.month)
    if unit is Unit.QUARTER:
        return quarter_of(day.year, (day.month + 2) // 3)
    if unit is Unit.YEAR:
        return year_of(day.year)
    if unit is Unit.DECADE:
        return decade_of(day.year)
    if unit is Unit.CENTURY:
        return century_of(day.year // 100 + 1)
    return day_of(day)


def shift(day: date, amount: float, unit: Unit) -> date:
    """The day `amount` units after `day`; before it when negative.

    Raises:
        ValueError, OverflowError: the result is not in the years 1 to 9999.
    """
    if unit in _MONTHS_IN:
        months = day.year * 12 + day.month - 1 + round(amount * _MONTHS_IN[unit])
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1] if 1 <= year <= 9999 else 28
        return date(year, month + 1, min(day.day, last))
    if unit is Unit.SEASON:
        return shift(day, amount * 3, Unit.MONTH)
    if unit is Unit.HALF:
        return shift(day, amount * 6, Unit.MONTH)
    return day + timedelta(days=round(amount * _DAYS_IN.get(unit, 0)))


def part_of(stretch: Stretch, edge: str) -> tuple[date, date]:
    """The days that START, MID or END of a stretch can mean.

    Generously: the first half, the half in the middle, the last half.
    """
    if stretch.unit is Unit.YEAR:
        months = {"START": (1, 6), "MID": (4, 9), "END": (7, 12)}[edge]
        return stretch.first.replace(month=months[0]), _month_end(
            stretch.first.replace(month=months[1])
        )
    days = (stretch.last - stretch.first).days
    half, quarter = timedelta(days=days // 2), timedelta(days=days // 4)
    if edge == "START":
        return stretch.first, stretch.first + half
    if edge == "MID":
        return stretch.first + quarter, stretch.first + 3 * quarter
    return stretch.last - half, stretch.last


def nth_weekday(stretch: Stretch, number: int, weekday: int) -> date:
    """The nth Monday (1) to Sunday (7) of a stretch; the last where `number` is -1.

    Raises:
        ValueError: the stretch has not so many.
    """
    if number < 0:
        return stretch.last - timedelta(days=(stretch.last.isoweekday() - weekday) % 7)
    first = stretch.first + timedelta(days=(weekday - stretch.first.isoweekday()) % 7)
    day = first + timedelta(weeks=number - 1)
    if number == 0 or day > stretch.last:
        raise ValueError(f"{stretch.value} has no {number}. weekday {weekday}")
    return day


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    x = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * x) // 451
    month, day = divmod(h + x - 7 * m + 114, 31)
    return date(year, month, day + 1)


def hijri_month(year: int, month: int) -> list[tuple[date, date]]:
    """The spans of a month of the tabular Islamic calendar that start in a Gregorian year.

    Exact to a day or so: months start when the moon is seen.
    """
    guess = round((year - 622) * 33 / 32)
    spans = [(_hijri(h, month), _hijri(h, month + 1)) for h in range(guess - 1, guess + 3)]
    return [(first, after - timedelta(days=1)) for first, after in spans if first.year == year]


def _hijri(year: int, month: int) -> date:
    days = 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(227015 + days)


def _months(first: date, months: int, unit: Unit, value: str) -> Stretch:
    last = shift(first, months - 1, Unit.MONTH)
    return Stretch(first=first, last=_month_end(last), unit=unit, value=value)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
