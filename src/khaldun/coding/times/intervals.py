"""The days of what a clause counts from: "struck on 6 May, two weeks after gunmen killed ten"."""

import re
from datetime import date, timedelta

from khaldun.record import TimeBasis, When

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
# The days of a unit, and how far off a count of it may be.
_DAYS = {"D": (1, 0), "W": (7, 3), "M": (30.4, 15), "Y": (365.25, 182)}


def counted_from(when: When, length: str, *, later: bool) -> When | None:
    """The range that lies a TIMEX3 duration from `when`, as exact as its unit.

    `later` says on which side of it. None where the length has no number; an open end stays so.
    """
    match = _LENGTH.fullmatch(length)
    if match is None:
        return None
    days, slack = _DAYS[match[2]]
    shift = round(int(match[1]) * days) * (1 if later else -1)
    return When(
        earliest=_moved(when.earliest, shift - slack),
        latest=_moved(when.latest, shift + slack),
        basis=when.basis,
        time=when.time,
    )


def side_of(when: When, *, later: bool, until: date | None) -> When:
    """What is told as after, or before, what took place at `when`; `until` closes what is open."""
    if later and until is not None and when.earliest is not None and when.earliest > until:
        until = None
    earliest, latest = (when.earliest, until) if later else (None, when.latest)
    return When(earliest=earliest, latest=latest, basis=TimeBasis.CARRIED, time=when.time)


def days_later(day: date, length: str) -> date | None:
    """The day that lies a TIMEX3 duration after `day`; None where it has no number of days."""
    match = _LENGTH.fullmatch(length)
    return _moved(day, round(int(match[1]) * _DAYS[match[2]][0])) if match is not None else None


def _moved(day: date | None, days: int) -> date | None:
    """The day so many days later; None beyond the calendar."""
    if day is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
