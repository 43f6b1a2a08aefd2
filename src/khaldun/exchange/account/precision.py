"""How exact a range of days is, in the steps that data sets of the field use."""

from datetime import date
from enum import StrEnum


class DayPrecision(StrEnum):
    """The length of a range of days, in steps after the codebook of UCDP GED."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    OPEN = "open"
    UNDATED = "undated"


# The longest range, in days, that a step still holds.
_STEPS = ((1, DayPrecision.DAY), (7, DayPrecision.WEEK), (31, DayPrecision.MONTH))


def day_precision(earliest: date | None, latest: date | None) -> DayPrecision:
    """How exact the range is; OPEN where one end is not known or it is longer than a year."""
    if earliest is None and latest is None:
        return DayPrecision.UNDATED
    if earliest is None or latest is None:
        return DayPrecision.OPEN
    length = (latest - earliest).days + 1
    found = next((step for longest, step in _STEPS if length <= longest), None)
    return found or (DayPrecision.YEAR if length <= 366 else DayPrecision.OPEN)
