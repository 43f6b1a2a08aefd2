"""The small notations inside registry files: lists, marks of choice, dated offices.

A list is separated by semicolons. A trailing `~` marks a label that gives way to another
entry's, a trailing `=` one that only counts in its own capitals. An office is
`title @entry-id start/end`, a membership `@entry-id start/end`; the interval may be left out,
and its dates are ISO 8601 to the day, month or year, either of them empty if unknown.
"""

import re
from datetime import date, timedelta

from khaldun.errors import OntologyError
from khaldun.ontology.registry.index import Label
from khaldun.ontology.registry.model import DatedMembership, DatedOffice

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def split_list(cell: str) -> list[str]:
    """The items of a cell separated by semicolons, none of them empty."""
    return [item for part in cell.split(";") if (item := part.strip())]


def read_labels(cell: str | None) -> tuple[Label, ...]:
    """The labels of a cell with their marks; a cell that is None or empty has none."""
    return tuple([_label(item) for item in split_list(cell)]) if cell else ()


def read_offices(cell: str | None) -> tuple[DatedOffice, ...]:
    """The dated offices of a cell.

    Raises:
        OntologyError: an office is not written as described, or ends before it starts.
    """
    return tuple([_office(item) for item in split_list(cell)]) if cell else ()


def read_memberships(cell: str | None) -> tuple[DatedMembership, ...]:
    """The dated memberships of a cell; raises OntologyError as `read_offices` does."""
    return tuple([_membership(item) for item in split_list(cell)]) if cell else ()


def _label(item: str) -> Label:
    if item[-1] not in "~=":
        return Label(text=item)
    text = item.rstrip("~=").rstrip()
    if not text:
        raise OntologyError(f"{item!r} is only a mark, without a name")
    marks = item[len(text) :]
    return Label(text=text, weak="~" in marks, exact="=" in marks)


def _office(item: str) -> DatedOffice:
    title, of, start, end = _parts(item)
    if not title:
        raise OntologyError(f"{item!r} has no title before the @")
    return DatedOffice(title=title, of=of, start=start, end=end)


def _membership(item: str) -> DatedMembership:
    title, of, start, end = _parts(item)
    if title:
        raise OntologyError(f"a membership is written '@entry-id start/end', not {item!r}")
    return DatedMembership(of=of, start=start, end=end)


def _parts(item: str) -> tuple[str, str, date | None, date | None]:
    title, at, rest = item.partition("@")
    of, _, interval = rest.strip().partition(" ")
    if not at or not of:
        raise OntologyError(f"{item!r} does not name a body as @entry-id")
    start, end = read_interval(interval.strip())
    return title.strip(), of, start, end


def read_interval(text: str) -> tuple[date | None, date | None]:
    """First and last day of `start/end`; a single date is its own start and end.

    Raises:
        OntologyError: a part is not a date.
    """
    if not text:
        return None, None
    start, slash, end = text.partition("/")
    return _first_day(start), _last_day(end if slash else start)


def _numbers(text: str) -> tuple[int, int, int]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise OntologyError(f"{text!r} is not a date such as 2014, 2014-05 or 2014-05-27")
    year, month, day = match.groups()
    return int(year), int(month or 0), int(day or 0)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise OntologyError(f"{year}-{month}-{day} is not a day of the calendar") from error


def _first_day(text: str) -> date | None:
    if not text:
        return None
    year, month, day = _numbers(text)
    return _day(year, month or 1, day or 1)


def _last_day(text: str) -> date | None:
    if not text:
        return None
    year, month, day = _numbers(text)
    if day:
        return _day(year, month, day)
    next_month = _day(year + month // 12, month % 12 + 1, 1) if month else _day(year + 1, 1, 1)
    return next_month - timedelta(days=1)
