"""Full dates as papers print them, and nothing less: a day, a month and a year.

Relative and partial dates are the coder's business; a date of publication is never completed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d|['’]?\d\d(?!\d|:\d|\s?[ap]\.?m))"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH}\s{{0,2}}{_DAY}\s?,?\s{_YEAR}\b",  # Aug. 20, 2020
        rf"\b{_DAY}[\s-](?:of\s)?{_MONTH}[\s,-]{{1,2}}{_YEAR}\b",  # 20 August 2020, 12 JAN 90
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",  # 2020-08-20
        r"\b(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)/(?P<day>\d\d)(?!\d)",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b",  # 20.08.2020
    )
)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class FullDate:
    """A day and where it is written, as offsets into the text that was searched."""

    day: date
    start: int
    end: int


def find_dates(text: str) -> list[FullDate]:
    """The full dates in `text`, in text order; meant for a line, not for a whole document."""
    found = {d.start: d for form in _FORMS for d in _matches(form, text)}
    found.update((d.start, d) for d in _slashed(text))
    return [found[start] for start in sorted(found)]


def parse_date(text: str) -> date | None:
    """The day that `text` as a whole states, as metadata do ("2020-08-20T10:00:00Z")."""
    dates = find_dates(text[:60])
    return dates[0].day if dates else None


def _matches(form: re.Pattern[str], text: str) -> Iterator[FullDate]:
    for match in form.finditer(text):
        day = _day(_year(match["year"]), _month(match["month"]), int(match["day"]))
        if day is not None:
            yield FullDate(day, match.start(), match.end())


def _slashed(text: str) -> Iterator[FullDate]:
    """Dates such as 20/08/2020, where only one order of day and month makes a date."""
    for match in _SLASHED.finditer(text):
        first, second, year = (int(group) for group in match.groups())
        readings = {_day(year, second, first), _day(year, first, second)} - {None}
        if len(readings) == 1:
            for day in readings:
                if day is not None:
                    yield FullDate(day, match.start(), match.end())


def _year(written: str) -> int:
    """Four digits, or two: press archives with two-digit years are of the last century."""
    digits = int(written.lstrip("'’"))
    if digits > 99:
        return digits
    return 1900 + digits if digits >= 40 else 2000 + digits


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return 1 + _MONTHS.index(written.lower()[:3])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
