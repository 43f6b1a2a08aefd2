"""Cells as values: what cannot be read is noted, and the rest of the row goes on."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar

from khaldun.exchange.problems import ExchangeProblem
from khaldun.exchange.rows.text import RowText
from khaldun.record import Problem

_ISO = "%Y-%m-%d"
# ACLED writes "04 March 2025", UCDP adds a time of day to the ISO day, POLECAT has the ISO day.
_DAY_FORMATS = (_ISO, "%d %B %Y", "%d %b %Y", "%d-%B-%Y", "%d-%b-%Y", "%Y%m%d", "%Y/%m/%d")
# Other years are slips, and would leave no room for the days around them.
_YEARS = (1000, 9000)
_TIME_OF_DAY = re.compile(r"[T ]\d\d:\d\d.*$")
Value = TypeVar("Value")


class Cells:
    """Reads the cells of one row; `problems` collects what could not be read."""

    problems: list[Problem]

    def __init__(self, row: RowText, source: str, separator: str = ";") -> None:
        self.row = row
        self.problems = []
        self._source = source
        self._separator = separator

    def text(self, column: str) -> str | None:
        """The cell, None where it is empty."""
        return self.row[column] or None

    def items(self, column: str) -> list[str]:
        """The items of a cell that lists, without repetitions."""
        parts = (part.strip() for part in self.row[column].split(self._separator))
        return list(dict.fromkeys(part for part in parts if part))

    def day(self, column: str, formats: Sequence[str] = _DAY_FORMATS) -> date | None:
        """A day; a time of day behind it is passed over."""
        return self._read(column, "day", lambda text: _day(text, formats))

    def number(self, column: str, low: float = 0.0, high: float = 1e12) -> float | None:
        """A number between two bounds."""
        return self._read(column, "number", lambda text: _number(text, low, high))

    def integer(self, column: str) -> int | None:
        """A whole number, also where it is written "3.0"."""
        value = self.number(column)
        if value is not None and not value.is_integer():
            self.note(column, "is no whole number")
            return None
        return None if value is None else int(value)

    def one_of(self, column: str, find: Callable[[str], Value | None], what: str) -> Value | None:
        """What `find` makes of a cell; `what` says in the problem what it is not."""
        return self._read(column, what, find)

    def note(self, column: str, message: str) -> None:
        """Note that a cell was not read."""
        text = f"{column} {self.row[column]!r} {message}"
        self.problems.append(ExchangeProblem.UNREAD_CELL.of(self._source, text))

    def _read(self, column: str, what: str, read: Callable[[str], Value | None]) -> Value | None:
        if column not in self.row:
            return None
        try:
            value = read(self.row[column])
        except (ValueError, OverflowError):
            value = None
        if value is None:
            self.note(column, f"is no {what} that is known")
        return value


def _day(text: str, formats: Sequence[str]) -> date | None:
    bare = _TIME_OF_DAY.sub("", text)
    for form in formats:
        try:
            day = datetime.strptime(bare, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return day if _YEARS[0] <= day.year <= _YEARS[1] else None
    return None


def _number(text: str, low: float, high: float) -> float | None:
    number = float(text)
    return number if low <= number <= high else None
