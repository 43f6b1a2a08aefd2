"""Holidays whose date follows from the year."""

from collections.abc import Callable
from datetime import date, timedelta

from khaldun.coding.times.anchor import Anchor, Direction, Reading, reading_of
from khaldun.coding.times.calendar import Stretch, Unit, easter, hijri_month
from khaldun.coding.times.phrase import Phrase

Days = list[tuple[date, date]]


def read_holiday(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A holiday of the year named, else of the year that the narrative or now gives."""
    days = _HOLIDAYS[phrase.reference or phrase.keyword]
    year = phrase.year
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


def _fixed(month: int, day: int) -> Callable[[int], Days]:
    return lambda year: [(date(year, month, day), date(year, month, day))]


def _from_easter(days: int) -> Callable[[int], Days]:
    def found(year: int) -> Days:
        day = easter(year) + timedelta(days=days)
        return [(day, day)]

    return found


def _hijri_days(month: int, day: int, length: int) -> Callable[[int], Days]:
    """Days of an Islamic month, widened by one on each side: the moon decides."""

    def found(year: int) -> Days:
        starts = [first for first, _ in hijri_month(year, month)]
        one = timedelta(days=1)
        firsts = [start + timedelta(days=day - 1) for start in starts]
        return [(first - one, first + timedelta(days=length)) for first in firsts]

    return found


_HOLIDAYS: dict[str, Callable[[int], Days]] = {
    "christmas": _fixed(12, 25),
    "christmas_eve": _fixed(12, 24),
    "new_year": _fixed(1, 1),
    "new_years_eve": _fixed(12, 31),
    "halloween": _fixed(10, 31),
    "nowruz": _fixed(3, 21),
    "easter": _from_easter(0),
    "easter_monday": _from_easter(1),
    "good_friday": _from_easter(-2),
    "ramadan": lambda year: hijri_month(year, 9),
    "eid_al_fitr": _hijri_days(10, 1, 1),
    "eid_al_adha": _hijri_days(12, 10, 1),
    "ashura": _hijri_days(1, 10, 1),
}
