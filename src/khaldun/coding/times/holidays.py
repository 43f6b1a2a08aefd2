"""Holidays whose date follows from the year."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.times.anchor import Anchor, Direction, Reading, reading_of
from khaldun.coding.times.bases import STEPS, base_of
from khaldun.coding.times.calendar import (
    Stretch,
    Unit,
    easter,
    hijri_month,
    month_of,
    nth_weekday,
)
from khaldun.coding.times.phrase import Phrase

Days = list[tuple[date, date]]


def read_holiday(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A holiday of the year named, else of the year that the narrative or now gives."""
    days = _days_of(phrase.reference or phrase.keyword)
    year = phrase.year
    if year is None and phrase.year_order is not None:
        year = _ordered_year(phrase.year_order, anchor)
    base = anchor.now or (anchor.told.first if anchor.told else None)
    if year is None and anchor.year is not None:
        year = anchor.year
    elif year is None and base is not None:
        year = _nearest_year(days, base, anchor.direction)
    spans = days(year) if year else []
    return reading_of(_stretch(*spans[0])) if spans else None


def _nearest_year(days: Callable[[int], Days], now: date, direction: Direction) -> int:
    spans = days(now.year)
    started = bool(spans) and spans[0][0] <= now
    if direction is Direction.FUTURE:
        return now.year + started
    return now.year if started else now.year - 1


def _stretch(first: date, last: date) -> Stretch:
    unit = Unit.DAY if first == last else Unit.MONTH
    value = first.isoformat() if first == last else f"{first.year:04}-{first.month:02}"
    return Stretch(first=first, last=last, unit=unit, value=value)


def _ordered_year(order: str, anchor: Anchor) -> int | None:
    base = base_of(order, anchor)
    return None if base is None else base.year + STEPS[order]


@cache
def _days_of(key: str) -> Callable[[int], Days]:
    """The rule of a holiday of the lexicon: its days in a year."""
    rule = load_lexicon("times")["holidays"][key]
    if "easter" in rule:
        return lambda year: _one(easter(year) + timedelta(days=rule["easter"]))
    if "nth" in rule:
        plus = timedelta(days=rule.get("plus", 0))
        return lambda year: _one(
            nth_weekday(month_of(year, rule["month"]), rule["nth"], rule["weekday"]) + plus
        )
    if "hijri" not in rule:
        return lambda year: _one(date(year, rule["month"], rule["day"]))
    if "day" in rule:
        return lambda year: _hijri_day(year, rule["hijri"], rule["day"])
    return lambda year: hijri_month(year, rule["hijri"])


def _one(day: date) -> Days:
    return [(day, day)]


def _hijri_day(year: int, month: int, day: int) -> Days:
    """A day of an Islamic month, widened by one on each side: the moon decides."""
    one = timedelta(days=1)
    days = [start + timedelta(days=day - 1) for start, _ in hijri_month(year, month)]
    return [(found - one, found + one) for found in days]
