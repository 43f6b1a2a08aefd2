"""Readings as EDTF (ISO 8601-2, Library of Congress 2019), where it can write them."""

import re
from datetime import date

from khaldun.coding.times.anchor import Reading
from khaldun.record import TimexType

_CALENDAR = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_PARTS = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41"}
_EDGES = ("START", "MID", "END")


def edtf_of(reading: Reading) -> str | None:
    """The EDTF string of a reading; None for sets, durations without days, and clock times."""
    value = reading.value
    first, last = reading.first, reading.last
    if reading.type is TimexType.SET or first is None or last is None:
        return None
    if reading.mod in _EDGES or reading.type is TimexType.DURATION:
        return _interval(first, last, "~")
    exact = _exact(value)
    if reading.type is TimexType.TIME or exact is None or not _whole(reading):
        return _interval(first, last)
    return f"{exact}~" if reading.mod == "APPROX" else exact


def _whole(reading: Reading) -> bool:
    stretch = reading.stretch
    return stretch is None or (reading.first, reading.last) == (stretch.first, stretch.last)


def _exact(value: str) -> str | None:
    if _CALENDAR.fullmatch(value):
        return value
    year, _, part = value.partition("-")
    if year.isdigit() and part in _SEASONS:
        return f"{year}-{_SEASONS[part]}"
    if year.isdigit() and part in _PARTS:
        return f"{year}-{_PARTS[part]}"
    if value.isdigit() and len(value) in (2, 3):
        return value.ljust(4, "X")
    return None


def _interval(first: date, last: date, qualifier: str = "") -> str:
    if first == last:
        return f"{first.isoformat()}{qualifier}"
    return f"{first.isoformat()}{qualifier}/{last.isoformat()}{qualifier}"
