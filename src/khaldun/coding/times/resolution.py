"""From a phrase and its anchor to a reading: one function a kind of expression."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from khaldun.coding.times import durations, fixed, yearless
from khaldun.coding.times.anchor import Anchor, Direction, Reading, between, reading_of
from khaldun.coding.times.calendar import (
    Stretch,
    Unit,
    day_of,
    half_of,
    month_of,
    quarter_of,
    season_of,
    shift,
    unit_around,
    week_of,
    year_of,
)
from khaldun.coding.times.clock import read_clock
from khaldun.coding.times.holidays import read_holiday
from khaldun.coding.times.phrase import Phrase
from khaldun.record import TimexType

_STEPS = {"last": -1, "before": -1, "this": 0, "that": 0, "next": 1, "after": 1}
_NARRATIVE = frozenset(["that", "before", "after"])


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


def _base(phrase_order: str | None, anchor: Anchor) -> date | None:
    """The day that "this", "that" and their like count from."""
    narrative = phrase_order in _NARRATIVE or (phrase_order is None and anchor.telling)
    if anchor.told is not None and (narrative or anchor.now is None or anchor.telling):
        return anchor.told.last if phrase_order == "after" else anchor.told.first
    return anchor.now


def _base_ends(order: str | None, anchor: Anchor) -> tuple[date, date] | None:
    """The first and last day that "this", "that" and their like can count from."""
    base = _base(order, anchor)
    if base is None:
        return None
    told = anchor.told
    if told is not None and base in (told.first, told.last) and base != anchor.now:
        return told.first, told.last
    return base, base


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
    return _with_part(reading_of(stretch, phrase.edge), phrase)


def _day_alone(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A day of a month that was told: "on the 6th", "the 18th of that month"."""
    day = phrase.day or 1
    if phrase.order is None and anchor.told is None and anchor.now is not None:
        return reading_of(day_of(yearless.day_near(anchor.now, day, anchor.direction)))
    base = _base(phrase.order or "that", anchor)
    if base is None:
        return None
    moved = shift(base.replace(day=1), _STEPS[phrase.order or "that"], Unit.MONTH)
    return reading_of(day_of(moved.replace(day=day)))


def _named_year(phrase: Phrase, anchor: Anchor) -> int | None:
    if phrase.year is not None:
        return phrase.year
    if phrase.year_order is not None:
        base = _base(phrase.year_order, anchor)
        return base.year + _STEPS[phrase.year_order] if base else None
    if phrase.order is not None and phrase.month is not None:
        return _ordered_year(phrase.order, phrase.month, anchor)
    return None


def _ordered_year(order: str, month: int, anchor: Anchor) -> int | None:
    """The year of "last June", "this September", "the following May"."""
    base = _base(order, anchor)
    if base is None:
        return None
    if _STEPS[order] < 0:
        return base.year - (month >= base.month)
    if _STEPS[order] > 0:
        return base.year + (month <= base.month)
    return base.year


def _season(phrase: Phrase, anchor: Anchor) -> Reading | None:
    season = phrase.season or "SP"
    year = _named_year(phrase, anchor)
    if year is None and phrase.order is not None:
        year = _season_year(phrase.order, season, anchor)
    elif year is None:
        year = yearless.year_for(anchor, season_of(2000, season).first.month, None)
    if year is None:
        return Reading(type=TimexType.DATE, value=f"XXXX-{season}", mod=phrase.edge)
    reading = reading_of(season_of(year, season), phrase.edge)
    return _narrowed(reading, phrase, anchor)


def _season_year(order: str, season: str, anchor: Anchor) -> int | None:
    base = _base(order, anchor)
    if base is None:
        return None
    if _STEPS[order] == 0:
        january_winter = season == "WI" and base.month <= 2
        return base.year - january_winter
    if _STEPS[order] < 0:
        return base.year - (season_of(base.year, season).last >= base)
    return base.year + (season_of(base.year, season).first <= base)


def _quarter(phrase: Phrase, anchor: Anchor) -> Reading | None:
    number = phrase.ordinal or 0
    if not 1 <= number <= 4:
        return None
    year = phrase.year
    if year is None and (phrase.year_order or phrase.order):
        base = _base(phrase.year_order or phrase.order, anchor)
        year = base.year + _STEPS[phrase.year_order or phrase.order or "this"] if base else None
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
    base = _base(phrase.order, anchor)
    year = phrase.year
    if year is None and base is not None:
        year = base.year + _STEPS[phrase.order or "this"]
    return None if year is None else reading_of(half_of(year, number))


def _portion(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """The first or last days or weeks of a month or a year: "the last two weeks of May"."""
    whole = _whole(phrase, anchor)
    if whole is None or whole.stretch is None or phrase.unit is None:
        return whole
    stretch, unit = whole.stretch, phrase.unit
    count = phrase.amount or (1 if unit is Unit.WEEK else 10)
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
    ends = _base_ends(phrase.order, anchor)
    if ends is None:
        return _unanchored(unit)
    back = 0
    if unit is Unit.WEEKEND and phrase.order is None and anchor.direction is not Direction.FUTURE:
        back = 5  # on a Friday "the weekend" is the one before
    low, high = (
        shift(day - timedelta(days=back), _STEPS[phrase.order or "this"], unit) for day in ends
    )
    reading = between(
        reading_of(unit_around(low, unit), phrase.edge),
        reading_of(unit_around(high, unit), phrase.edge),
    )
    return _narrowed(reading, phrase, anchor)


def _narrowed(reading: Reading, phrase: Phrase, anchor: Anchor) -> Reading:
    """That "earlier this month" ends today, and "later that year" starts with what was told."""
    moment = _moment(phrase, anchor)
    if phrase.narrow is None or moment is None or reading.first is None or reading.last is None:
        return reading
    if phrase.narrow == "before" and reading.first <= moment.last:
        return replace(reading, last=min(reading.last, moment.last))
    if phrase.narrow == "after" and moment.first <= reading.last:
        return replace(reading, first=max(reading.first, moment.first))
    return reading


def _moment(phrase: Phrase, anchor: Anchor) -> Stretch | None:
    if phrase.order in _NARRATIVE or (anchor.telling and phrase.order is None):
        return anchor.told
    return day_of(anchor.now) if anchor.now else anchor.told


def _unanchored(unit: Unit) -> Reading:
    value = {Unit.DAY: "XXXX-XX-XX", Unit.MONTH: "XXXX-XX", Unit.WEEK: "XXXX-WXX"}
    return Reading(type=TimexType.DATE, value=value.get(unit, "XXXX"))


def _weekday(phrase: Phrase, anchor: Anchor) -> Reading | None:
    weekday = phrase.weekday or 1
    edge = phrase.edge
    base = _base(phrase.year_order or phrase.order, anchor)
    if base is None:
        return Reading(type=TimexType.DATE, value=f"XXXX-WXX-{weekday}")
    if phrase.year_order is not None:
        monday = week_of(shift(base, _STEPS[phrase.year_order], Unit.WEEK)).first
        day = monday + timedelta(days=weekday - 1)
    else:
        day = yearless.weekday_near(base, weekday, phrase.order, anchor)
    reading = replace(reading_of(day_of(day)), mod=edge)
    return _with_part(reading, phrase)


def _with_part(reading: Reading, phrase: Phrase) -> Reading:
    """The reading narrowed to a part of its day."""
    if phrase.daypart is None or reading.stretch is None:
        return reading
    value = f"{reading.stretch.first.isoformat()}T{phrase.daypart}"
    if phrase.until_day is not None:
        until = reading.stretch.first + timedelta(days=1)
        return replace(reading, type=TimexType.TIME, value=value, last=until)
    return replace(reading, type=TimexType.TIME, value=value)


def _deictic(phrase: Phrase, anchor: Anchor) -> Reading | None:
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1}[phrase.keyword]
    steps *= 2 if phrase.beyond else 1
    if anchor.now is None:
        return _unanchored(Unit.DAY)
    reading = reading_of(day_of(anchor.now + timedelta(days=steps)))
    return _with_part(replace(reading, mod=phrase.edge), phrase)


def _daypart(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """Such as "last night", "this morning", "that evening", "overnight"."""
    if phrase.keyword == "tonight":
        phrase = replace(phrase, daypart="NI", order="this")
    base = _base(phrase.order, anchor)
    if phrase.order is None and anchor.told is not None and anchor.told.unit is Unit.DAY:
        base = anchor.told.first
    if base is None:
        return Reading(type=TimexType.TIME, value=f"XXXX-XX-XXT{phrase.daypart}")
    if phrase.overnight and anchor.direction is not Direction.FUTURE:
        return _last_night(base if anchor.telling else anchor.now or base)
    day = base + timedelta(days=_STEPS[phrase.order or "this"])
    return _with_part(replace(reading_of(day_of(day)), mod=phrase.edge), phrase)


def _last_night(day: date) -> Reading:
    """The night before a day and into it."""
    before = day - timedelta(days=1)
    reading = replace(reading_of(day_of(before)), type=TimexType.TIME, last=day)
    return replace(reading, value=f"{before.isoformat()}TNI")


def _offset(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """As "two weeks ago" counts from now, "two weeks later" from what was told last."""
    order = phrase.direction or "ago"
    unit = phrase.unit or Unit.DAY
    from_now = order in ("ago", "hence")
    told = None if from_now else anchor.told
    start = told.first if told else anchor.now
    if phrase.amount is None or start is None:
        return durations.vague_offset(order, unit, told=told, now=anchor.now)
    sign = -1 if order in ("ago", "before") else 1
    return durations.counted_offset(sign * phrase.amount, unit, start=start, told=told)


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
    "half": _half,
    "portion": _portion,
    "within": _within,
    "year": _year,
    "era": fixed.era,
    "decade": fixed.decade,
    "century": fixed.century,
    "named": _named,
    "weekday": _weekday,
    "deictic": _deictic,
    "daypart": _daypart,
    "offset": _offset,
    "lasting": durations.lasting,
    "point": _point,
    "reference": _reference,
    "set": durations.repeated,
    "clock": read_clock,
    "holiday": read_holiday,
}
