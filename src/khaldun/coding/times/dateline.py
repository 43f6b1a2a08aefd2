"""The publication that a text prints of itself: a dateline without its year, a serial number."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.times import recognition
from khaldun.record import Document, Publication, PublicationBasis, Segment, SegmentKind, Span

# Serial numbers stand at the head of a release.
_HEAD = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Serial:
    """The year and month that a serial number starts with."""

    year: int
    month: int
    span: Span


def printed_publication(document: Document, year: int | None) -> Publication | None:
    """The day of a dateline such as "KABUL (Sept. 29)", else the month of a serial number.

    The year of the dateline is that of a serial number of the same month or the next, else
    `year`, the latest that the text names as past.
    """
    serial = _serial(document)
    for segment in document.segments:
        if _dates_the_text(document.text, segment):
            found = _of_dateline(document, segment.start, segment.end, serial=serial, year=year)
            if found is not None:
                return found
    return None if serial is None else _month_of(serial)


def _dates_the_text(text: str, segment: Segment) -> bool:
    """Whether it is a dateline, or a headline that opens with a day: "June 14: Talks fail"."""
    if segment.kind is SegmentKind.DATELINE:
        return True
    if segment.kind is not SegmentKind.HEADLINE:
        return False
    first = next(iter(recognition.in_text(text[segment.start : segment.end])), None)
    if first is None or first.start or first.phrase.day is None:
        return False
    return text[segment.start + first.end : segment.start + first.end + 1] == ":"


def _of_dateline(
    document: Document, start: int, end: int, *, serial: _Serial | None, year: int | None
) -> Publication | None:
    for expression in recognition.in_text(document.text[start:end]):
        month, day = expression.phrase.month, expression.phrase.day
        if month is None or day is None:
            continue
        known = expression.phrase.year or _year_of(serial, month) or year
        if known is not None and day <= calendar.monthrange(known, month)[1]:
            published = date(known, month, day)
            span = document.span(start + expression.start, start + expression.end)
            return Publication(
                earliest=published, latest=published, basis=PublicationBasis.DATELINE, span=span
            )
    return None


def _year_of(serial: _Serial | None, month: int) -> int | None:
    """The year of a month, where the serial number is of that month or the one after."""
    if serial is None or (serial.month - month) % 12 > 1:
        return None
    return serial.year - (serial.month < month)


def _serial(document: Document) -> _Serial | None:
    found = _serial_pattern().search(document.text, 0, _HEAD)
    if found is None:
        return None
    return _Serial(
        year=int(found["year"]), month=int(found["month"]), span=document.span(*found.span())
    )


def _month_of(serial: _Serial) -> Publication:
    last = calendar.monthrange(serial.year, serial.month)[1]
    return Publication(
        earliest=date(serial.year, serial.month, 1),
        latest=date(serial.year, serial.month, last),
        basis=PublicationBasis.DATELINE,
        span=serial.span,
    )


@cache
def _serial_pattern() -> re.Pattern[str]:
    return re.compile(load_lexicon("times")["serial"]["pattern"])
