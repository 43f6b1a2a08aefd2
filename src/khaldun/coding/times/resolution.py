"""From a phrase and its anchor to a reading: one function a kind of expression."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from khaldun.coding.times import durations, fixed, yearless
from khaldun.coding.times.anchor import Anchor, Direction, Reading, between, reading_of
from khaldun.coding.times.bases import (
    STEPS,
    base_ends,
    base_of,
    counting_base,
    narrowed,
    on_days,
)
from khaldun.coding.times.calendar import (
    Stretch,
    Unit,
    day_of,
    half_of,
    month_of,
    nth_weekday,
    quarter_of,
    season_of,
    shift,
    unit_around,
    week_of,
    year_of,
)
from khaldun.coding.times.clock import read_clock
from khaldun.coding.times.dayparts import daypart, with_part
from khaldun.coding.times.holidays import read_holiday
from khaldun.coding.times.phrase import Phrase
from khaldun.record import TimexType

_DAYS_FROM_NOW = {"yesterday": -1, "today": 0, "tomorrow": 1}


def resolve(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """The reading of `phrase`; None where it is no time, or no calendar has it."""
    try:
        reading = _READERS[phrase.kind](phrase, anchor)
    except (ValueError, OverflowError):  # 31 June, the year 10000
        return None
    return None if reading is None else _approximated(reading, phrase)


def _approximated(reading: Reading, phrase: Phrase) -> Reading:
    if phrase.approximation and reading.mod is None:
        return replace(reading, mod=phrase.approximation)
    return reading


def _date(phrase: Phrase, anchor: Anchor) -> Reading | None:
    if phrase.month is None:
        return _day_alone(phrase, anchor)
    year = _named_year(phrase, anchor)
    if year is None:
        year = yearless.year_for(anchor, phrase.month, phrase.day, weekday=phrase.weekday)
    if year is None:
        date(2000, phrase.month, phrase.day or 1)  # a leap year: raises for 31 June only
        day = f"-{phrase.day:02}" if phrase.day else ""
        value = f"XXXX-{phrase.month:02}{day}"
        return Reading(type=TimexType.DATE, value=value, mod=phrase.edge)
    stretch = month_of(year, phrase.month)
    if phrase.day is not None:
        stretch = day_of(date(year, phrase.month, phrase.day))
    return with_part(reading_of(stretch, phrase.edge), phrase)


def _day_alone(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A day of a month that was told: "on the 6th", "the 18th of that month"."""
    day = phrase.day or 1
    if phrase.weekday is not None and phrase.order is None and anchor.now is not None:
        near = anchor.told.first if anchor.told else anchor.now
        found = yearless.day_on_weekday(near, day, phrase.weekday, anchor.direction)
        return reading_of(day_of(found)) if found else None
    if phrase.order is None and anchor.told is None and anchor.now is not None:
        return reading_of(day_of(yearless.day_near(anchor.now, day, anchor.direction)))
    base = base_of(phrase.order or "that", anchor)
    if base is None:
        return None
    moved = shift(base.replace(day=1), STEPS[phrase.order or "that"], Unit.MONTH)
    return reading_of(day_of(moved.replace(day=day)))


def _named_year(phrase: Phrase, anchor: Anchor) -> int | None:
    if phrase.year is not None:
        return phrase.year
    if phrase.year_order is not None:
        base = base_of(phrase.year_order, anchor)
        return base.year + STEPS[phrase.year_order] if base else None
    if phrase.order is not None and phrase.month is not None:
        return _ordered_year(phrase.order, phrase.month, anchor)
    return None


def _ordered_year(order: str, month: int, anchor: Anchor) -> int | None:
    """The year of "last June", "this September", "the following May"."""
    base = base_of(order, anchor)
    if base is None:
        return None
    if STEPS[order] < 0:
        return base.year - (month >= base.month)
    if STEPS[order] > 0:
        return base.year + (month <= base.month)
    return base.year


def _season(phrase: Phrase, anchor: Anchor) -> Reading | None:
    season = phrase.season or "SP"
    year = _named_year(phrase, anchor)
    if year is None and phrase.order is not None:
        year = _season_year(phrase.order, season, anchor)
    elif year is None:
        year = yearless.year_for(anchor, _season_in(2000, season, anchor).first.month, None)
    if year is None:
        return Reading(type=TimexType.DATE, value=f"XXXX-{season}", mod=phrase.edge)
    reading = reading_of(_season_in(year, season, anchor), phrase.edge)
    return narrowed(reading, phrase, anchor)


def _season_year(order: str, season: str, anchor: Anchor) -> int | None:
    base = base_of(order, anchor)
    if base is None:
        return None
    here = _season_in(base.year, season, anchor)
    if STEPS[order] == 0:
        return base.year - (here.first.month == 12 and base.month <= 2)
    if STEPS[order] < 0:
        return base.year - (here.last >= base)
    return base.year + (here.first <= base)


def _season_in(year: int, code: str, anchor: Anchor) -> Stretch:
    return season_of(year, code, southern=anchor.southern)


def _quarter(phrase: Phrase, anchor: Anchor) -> Reading | None:
    number = phrase.ordinal or 0
    if not 1 <= number <= 4:
        return None
    year = phrase.year
    if year is None and (phrase.year_order or phrase.order):
        base = base_of(phrase.year_order or phrase.order, anchor)
        year = base.year + STEPS[phrase.year_order or phrase.order or "this"] if base else None
    elif year is None:
        year = yearless.year_for(anchor, 3 * number - 2, None)
    if year is None:
        return Reading(type=TimexType.DATE, value=f"XXXX-Q{number}")
    return reading_of(quarter_of(year, number), phrase.edge)


def _half(phrase: Phrase, anchor: Anchor) -> Reading | None:
    number = phrase.ordinal or 1
    edge = "START" if number == 1 else "END"
    if phrase.month is not None:
        return _date(replace(phrase, edge=edge), anchor)
    if phrase.season is not None:
        return _season(replace(phrase, edge=edge), anchor)
    if phrase.unit not in (None, Unit.YEAR):
        return _named(replace(phrase, edge=edge, kind="named"), anchor)
    base = base_of(phrase.order, anchor)
    year = phrase.year
    if year is None and base is not None:
        year = base.year + STEPS[phrase.order or "this"]
    return None if year is None else reading_of(half_of(year, number))


def _portion(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """The first or last days or weeks of a month or a year: "the last two weeks of May"."""
    whole = _whole(phrase, anchor)
    if whole is None or whole.stretch is None or phrase.unit is None:
        return whole
    stretch, unit = whole.stretch, phrase.unit
    count = phrase.amount or (4 if unit is Unit.WEEK else 10)
    if phrase.edge == "END":
        first = max(stretch.first, shift(stretch.last, -count, unit) + timedelta(days=1))
        return replace(whole, mod="END", first=first)
    start = shift(stretch.first, (phrase.ordinal or 1) - 1, unit)
    last = min(stretch.last, shift(start, count, unit) - timedelta(days=1))
    if start > last:
        return None
    mod = "START" if (phrase.ordinal or 1) == 1 else None
    day = reading_of(day_of(start)) if unit is Unit.DAY and phrase.amount == 1 else None
    return day or replace(whole, mod=mod, first=start, last=last)


def _whole(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """The month or year that a portion is of."""
    plain = replace(phrase, edge=None)
    if phrase.month is not None:
        return _date(plain, anchor)
    if phrase.year is not None:
        return _year(plain, anchor)
    return _named(replace(plain, unit=phrase.part), anchor)


def _within(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """In "will leave in two weeks" a date to come, in "the third attack in two weeks" a span."""
    if anchor.direction is Direction.FUTURE and anchor.now is not None and phrase.amount:
        unit = phrase.unit or Unit.DAY
        return durations.counted_offset(phrase.amount, unit, start=anchor.now, told=None)
    return durations.lasting(phrase, anchor)


def _year(phrase: Phrase, anchor: Anchor) -> Reading | None:
    return None if phrase.year is None else reading_of(year_of(phrase.year), phrase.edge)


def _named(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """Such as "last week", "that year", "the following day", "the end of the month"."""
    unit = phrase.unit or Unit.YEAR
    ends = base_ends(phrase.order, on_days(anchor) if unit is Unit.DAY else anchor)
    if ends is None:
        return _unanchored(unit)
    back = 0
    if unit is Unit.WEEKEND and phrase.order is None and anchor.direction is not Direction.FUTURE:
        back = 5  # on a Friday "the weekend" is the one before
    steps = STEPS[phrase.order or "this"] * (1 + phrase.twice)
    low, high = (shift(day - timedelta(days=back), steps, unit) for day in ends)
    reading = between(
        reading_of(unit_around(low, unit), phrase.edge),
        reading_of(unit_around(high, unit), phrase.edge),
    )
    return narrowed(reading, phrase, anchor)


def _unanchored(unit: Unit) -> Reading:
    value = {Unit.DAY: "XXXX-XX-XX", Unit.MONTH: "XXXX-XX", Unit.WEEK: "XXXX-WXX"}
    return Reading(type=TimexType.DATE, value=value.get(unit, "XXXX"))


def _weekday(phrase: Phrase, anchor: Anchor) -> Reading | None:
    weekday = phrase.weekday or 1
    edge = phrase.edge
    base = base_of(phrase.year_order or phrase.order, anchor)
    if base is None:
        return Reading(type=TimexType.DATE, value=f"XXXX-WXX-{weekday}")
    if phrase.year_order is not None:
        monday = week_of(shift(base, STEPS[phrase.year_order], Unit.WEEK)).first
        day = monday + timedelta(days=weekday - 1)
    else:
        day = yearless.weekday_near(base, weekday, phrase.order, anchor)
    reading = replace(reading_of(day_of(day)), mod=edge)
    return with_part(reading, phrase)


def _deictic(phrase: Phrase, anchor: Anchor) -> Reading | None:
    steps = _DAYS_FROM_NOW[phrase.keyword]
    if anchor.now is None:
        return _unanchored(Unit.DAY)
    reading = reading_of(day_of(anchor.now + timedelta(days=steps)))
    return with_part(replace(reading, mod=phrase.edge), phrase)


def _offset(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """As "two weeks ago" counts from now, "two weeks later" from what was told last."""
    order = phrase.direction or "ago"
    unit = phrase.unit or Unit.DAY
    from_now = order in ("ago", "hence")
    told = None if from_now else counting_base(unit, anchor)
    start = told.first if told else anchor.now
    if phrase.amount is None or start is None:
        return durations.vague_offset(order, unit, told=told, now=anchor.now)
    count = phrase.amount * (-1 if order in ("ago", "before") else 1)
    return durations.counted_offset(count, unit, start=start, told=told, exact=phrase.exact)


def _counted_from(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """As "two days after yesterday", "three weeks before May 13", "the day after Easter"."""
    start = _counting_start(phrase, anchor)
    if start is None or phrase.amount is None:
        return durations.vague_offset("before", Unit.DAY, told=start, now=anchor.now)
    amount = -phrase.amount if phrase.keyword == "before" else phrase.amount
    return durations.counted_offset(amount, phrase.unit or Unit.DAY, start=start.first, told=start)


def _counting_start(phrase: Phrase, anchor: Anchor) -> Stretch | None:
    if phrase.base:
        steps = timedelta(days=_DAYS_FROM_NOW[phrase.base])
        return None if anchor.now is None else day_of(anchor.now + steps)
    reader = read_holiday if phrase.reference else _date if phrase.month else _weekday
    named = reader(phrase, anchor)
    return named.stretch if named else None


def _nth_weekday(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """As "the first Friday of May", "the last Sunday of this month"."""
    whole = _whole(replace(phrase, weekday=None, part=Unit.MONTH), anchor)
    if whole is None or whole.stretch is None or whole.stretch.unit is not Unit.MONTH:
        return None
    number = -1 if phrase.edge == "END" else phrase.ordinal or 1
    return reading_of(day_of(nth_weekday(whole.stretch, number, phrase.weekday or 1)))


def _week_of(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """The week that a date lies in: "the week of 4 May"."""
    day = _date(phrase, anchor)
    return None if day is None or day.first is None else reading_of(week_of(day.first))


def _deadline(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """In "will leave within three months" the months to come, else a span of no known place."""
    to_come = anchor.direction is Direction.FUTURE
    return durations.lasting(replace(phrase, order="next") if to_come else phrase, anchor)


def _clock_date(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A clock time with its day beside it: "10 p.m. Wednesday"."""
    clock = read_clock(phrase, anchor)
    if phrase.month is not None:
        day = _date(phrase, anchor)
    elif phrase.weekday is not None:
        day = _weekday(phrase, anchor)
    else:
        day = _deictic(phrase, anchor)
    if clock is None or day is None or day.stretch is None:
        return day
    time = clock.value.partition("T")[2]
    return replace(day, type=TimexType.TIME, value=f"{day.stretch.value}T{time}")


def _point(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """The time told last: "at that point", "since then"."""
    if anchor.told is None:
        return Reading(type=TimexType.DATE, value="PAST_REF", last=anchor.now)
    return reading_of(anchor.told)


def _reference(phrase: Phrase, anchor: Anchor) -> Reading | None:
    value = phrase.reference or _REFERENCES.get(phrase.keyword, "PRESENT_REF")
    first = anchor.now if value in ("PRESENT_REF", "FUTURE_REF") else None
    last = anchor.now if value in ("PRESENT_REF", "PAST_REF") else None
    return Reading(type=TimexType.DATE, value=value, first=first, last=last)


_REFERENCES = {"past": "PAST_REF", "future": "FUTURE_REF", "recent": "PAST_REF"}


_READERS: dict[str, Callable[[Phrase, Anchor], Reading | None]] = {
    "iso": fixed.iso,
    "slash": fixed.slash,
    "date": _date,
    "dated_part": _date,
    "season": _season,
    "quarter": _quarter,
    "counted_from": _counted_from,
    "deadline": _deadline,
    "clock_date": _clock_date,
    "half": _half,
    "nth_weekday": _nth_weekday,
    "week_of": _week_of,
    "spoken_year": _year,
    "ancient": fixed.ancient,
    "portion": _portion,
    "within": _within,
    "year": _year,
    "era": fixed.era,
    "decade": fixed.decade,
    "century": fixed.century,
    "named": _named,
    "weekday": _weekday,
    "deictic": _deictic,
    "daypart": daypart,
    "offset": _offset,
    "lasting": durations.lasting,
    "nth_day": durations.nth,
    "point": _point,
    "reference": _reference,
    "set": durations.repeated,
    "clock": read_clock,
    "holiday": read_holiday,
}
