"""Delimited files as rows: any of the usual encodings, and bad rows told from good ones."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from khaldun.errors import FormatError
from khaldun.exchange.problems import ExchangeProblem
from khaldun.record import Problem

# Rows with longer cells are refused as malformed: an open quote has swallowed the rest.
_LONGEST_CELL = 1_000_000
Line = tuple[int, list[str]]


def decoded(data: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, else ISO-8859-1, which fits all bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("iso-8859-1")


def comma_lines(text: str, delimiter: str | None = None) -> Iterator[Line | None]:
    """The rows of CSV after RFC 4180 with the number of their line; None for one that broke.

    Without a delimiter it is what the first line has more of, commas or semicolons.
    """
    if delimiter is None:
        first = text[: text.find("\n")] if "\n" in text else text
        delimiter = ";" if first.count(";") > first.count(",") else ","
    previous = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        yield from _guarded(reader)
    finally:
        csv.field_size_limit(previous)


def tab_lines(text: str) -> Iterator[Line | None]:
    """The rows of a tab-separated file, in which quotes mean nothing."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.removesuffix("\r").split("\t")


def _guarded(reader: Iterator[list[str]]) -> Iterator[Line | None]:
    number = 0
    while True:
        number = max(number + 1, getattr(reader, "line_num", 0) + 1)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield None
            continue
        if cells:
            yield number, cells


class Table:
    """Rows under a header. What is malformed is a Problem that names file and line.

    Args:
        lines: the lines, the first of them the header unless `columns` are given.
        name: the name of the file, for problems.
        required: columns without which the file is not what it is said to be.

    Raises:
        FormatError: the file is empty or lacks a required column.
    """

    def __init__(
        self,
        lines: Iterator[Line | None],
        name: str,
        required: Sequence[str] = (),
        columns: Sequence[str] | None = None,
    ) -> None:
        self._lines = lines
        self._name = name
        self.columns = list(columns) if columns else self._header()
        missing = [column for column in required if column not in self.columns]
        if missing:
            raise FormatError(f"{name} lacks the columns {', '.join(missing)}")

    def __iter__(self) -> Iterator[tuple[str, list[tuple[str, str]]] | Problem]:
        """For each row where it stands and its cells, or why it was not read."""
        wide = len(self.columns)
        for line in self._lines:
            if line is None:
                message = "a cell is too long; a quote is missing before it"
                yield ExchangeProblem.MALFORMED_ROW.of(self._name, message)
                continue
            number, cells = line
            where = f"{self._name} line {number}"
            if len(cells) != wide:
                message = f"{len(cells)} cells under {wide} columns"
                yield ExchangeProblem.MALFORMED_ROW.of(where, message)
            else:
                yield where, self._cells(cells)

    def _cells(self, cells: Iterable[str]) -> list[tuple[str, str]]:
        clean = (" ".join(cell.split()) for cell in cells)
        return list(zip(self.columns, clean, strict=True))

    def _header(self) -> list[str]:
        first = next(self._lines, None)
        if first is None:
            raise FormatError(f"{self._name} is empty")
        return [column.strip() for column in first[1]]
