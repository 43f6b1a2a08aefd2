"""Expressions that name their place in the calendar by themselves: they need no anchor."""

from dataclasses import replace
from datetime import date

from khaldun.coding.times.anchor import Anchor, Reading, reading_of
from khaldun.coding.times.calendar import century_of, day_of, decade_of, year_of
from khaldun.coding.times.phrase import Phrase
from khaldun.record import TimexType


def iso(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A date in digits, year first, with or without a clock time."""
    day, _, clock = phrase.spelled.upper().partition("T")
    reading = reading_of(day_of(date.fromisoformat(day)))
    if clock:
        return replace(reading, type=TimexType.TIME, value=f"{day}T{clock}")
    return reading


def slash(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """Month first, as American agencies write, unless only day first makes a date."""
    separator = "/" if "/" in phrase.spelled else "."
    a, b, year = (int(p) for p in phrase.spelled.split(separator))
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    month, day = (b, a) if a > 12 or separator == "." else (a, b)
    return reading_of(day_of(date(year, month, day)))


def era(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A year before or after Christ; no calendar of days has those before."""
    if phrase.amount is None or not 0 < phrase.amount <= 9999:
        return None
    number = int(phrase.amount)
    if phrase.era == "AD":
        return reading_of(year_of(number), phrase.edge)
    return Reading(type=TimexType.DATE, value=f"BC{number:04}", mod=phrase.edge)


def ancient(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A year of three digits in a text that dates before Christ."""
    return era(replace(phrase, era="BC"), anchor)


def decade(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A decade; without a century it is of the 1900s."""
    if phrase.decade is not None:
        return reading_of(decade_of(1900 + phrase.decade), phrase.edge)
    digits = "".join(c for c in phrase.spelled if c.isdigit())
    if len(digits) == 4:
        return reading_of(decade_of(int(digits)), phrase.edge)
    if len(digits) != 2:
        return None
    return reading_of(decade_of(int(digits) + 1900), phrase.edge)


def century(phrase: Phrase, anchor: Anchor) -> Reading | None:
    """A century by its number."""
    number = phrase.ordinal or 0
    if not 1 <= number <= 99:
        return None
    if phrase.era == "BC":
        return Reading(type=TimexType.DATE, value=f"BC{number - 1:02}", mod=phrase.edge)
    return reading_of(century_of(number), phrase.edge)
