"""What "this", "that", "last" and "next" count from, and what "earlier" and "later" cut off."""

from dataclasses import replace
from datetime import date

from khaldun.coding.times.anchor import Anchor, Reading
from khaldun.coding.times.calendar import Stretch, Unit, day_of
from khaldun.coding.times.phrase import Phrase

STEPS = {"last": -1, "before": -1, "this": 0, "that": 0, "next": 1, "after": 1}
_NARRATIVE = frozenset(["that", "before", "after"])


def base_of(phrase_order: str | None, anchor: Anchor) -> date | None:
    """The day that "this", "that" and their like count from."""
    narrative = phrase_order in _NARRATIVE or (phrase_order is None and anchor.telling)
    if anchor.told is not None and (narrative or anchor.now is None or anchor.telling):
        return anchor.told.last if phrase_order == "after" else anchor.told.first
    return anchor.now


def on_days(anchor: Anchor) -> Anchor:
    """The anchor for what counts in days: "the next day" follows the last day told."""
    return anchor if anchor.day is None else replace(anchor, told=anchor.day)


def counting_base(unit: Unit, anchor: Anchor) -> Stretch | None:
    """What "later" and "earlier" count from: days and weeks rather from a day than from a year.

    The last day told, unless what was told since lies beyond it.
    """
    told, day = anchor.told, anchor.day
    if told is None or day is None or unit.length > Unit.FORTNIGHT.length:
        return told
    return day if told.unit is not Unit.DAY and told.first <= day.first else told


def base_ends(order: str | None, anchor: Anchor) -> tuple[date, date] | None:
    """The first and last day that "this", "that" and their like can count from."""
    base = base_of(order, anchor)
    if base is None:
        return None
    told = anchor.told
    if told is not None and base in (told.first, told.last) and base != anchor.now:
        return told.first, told.last
    return base, base


def _moment(phrase: Phrase, anchor: Anchor) -> Stretch | None:
    if phrase.order in _NARRATIVE or (anchor.telling and phrase.order is None):
        return anchor.told
    return day_of(anchor.now) if anchor.now else anchor.told


def narrowed(reading: Reading, phrase: Phrase, anchor: Anchor) -> Reading:
    """That "earlier this month" ends today, and "later that year" starts with what was told."""
    moment = _moment(phrase, anchor)
    if phrase.narrow is None or moment is None or reading.first is None or reading.last is None:
        return reading
    if phrase.narrow == "before" and reading.first <= moment.last:
        return replace(reading, last=min(reading.last, moment.last))
    if phrase.narrow == "after" and moment.first <= reading.last:
        return replace(reading, first=max(reading.first, moment.first))
    return reading
