"""Parts of days: "last night", "that evening", "on Monday morning"."""

from dataclasses import replace
from datetime import date, timedelta

from khaldun.coding.times.anchor import Anchor, Direction, Reading, reading_of
from khaldun.coding.times.bases import STEPS, base_of, on_days
from khaldun.coding.times.calendar import Unit, day_of
from khaldun.coding.times.phrase import Phrase
from khaldun.record import TimexType


def with_part(reading: Reading, phrase: Phrase) -> Reading:
    """The reading narrowed to a part of its day."""
    if phrase.daypart is None or reading.stretch is None:
        return reading
    value = f"{reading.stretch.first.isoformat()}T{phrase.daypart}"
    if phrase.until_day is not None:
        until = reading.stretch.first + timedelta(days=1)
        return replace(reading, type=TimexType.TIME, value=value, last=until)
    return replace(reading, type=TimexType.TIME, value=value)


def daypart(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """Such as "last night", "this morning", "that evening", "overnight"."""
    if phrase.keyword == "tonight":
        phrase = replace(phrase, daypart="NI", order="this")
    anchor = on_days(anchor)
    base = base_of(phrase.order, anchor)
    if phrase.order is None and anchor.told is not None and anchor.told.unit is Unit.DAY:
        base = anchor.told.first
    if base is None:
        return Reading(type=TimexType.TIME, value=f"XXXX-XX-XXT{phrase.daypart}")
    if phrase.overnight and anchor.direction is not Direction.FUTURE:
        return _last_night(base if anchor.telling else anchor.now or base)
    day = base + timedelta(days=STEPS[phrase.order or phrase.direction or "this"])
    return with_part(replace(reading_of(day_of(day)), mod=phrase.edge), phrase)


def _last_night(day: date) -> Reading:
    """The night before a day and into it."""
    before = day - timedelta(days=1)
    reading = replace(reading_of(day_of(before)), type=TimexType.TIME, last=day)
    return replace(reading, value=f"{before.isoformat()}TNI")
