"""Rows of a user's own table as coded documents, by a mapping."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from khaldun.errors import FormatError
from khaldun.exchange.mapping import OWN_EVENTS, ColumnMapping, mapping_of
from khaldun.exchange.problems import ExchangeProblem
from khaldun.exchange.rows.building import (
    DataSet,
    Days,
    Holder,
    Party,
    Publishing,
    RowEvent,
    Spot,
    Toll,
    coded_row,
    read_contexts,
    read_modes,
    tolls_of,
)
from khaldun.exchange.rows.cells import Cells
from khaldun.exchange.rows.delimited import Table, comma_lines, decoded
from khaldun.exchange.rows.each import read_each
from khaldun.exchange.rows.text import RowText
from khaldun.ontology import country_named, sectors
from khaldun.record import (
    CodedDocument,
    EventType,
    Factuality,
    Precision,
    Problem,
    QuantityRole,
    Status,
)

Value = TypeVar("Value")
# Where a row stands, and its cells.
PlacedCells = tuple[str, list[tuple[str, str]]]
Results = Iterator[CodedDocument | Problem]
_OWN = ("event_id", "event_type", "date_start")


def from_csv(data: bytes, name: str, mapping: bytes | None = None) -> Results:
    """A coded document for each row of a table, and Problems for what was not read.

    Without a mapping the table must be our own table of events.

    Raises:
        FormatError: the mapping breaks its rules, the file lacks a column that it names, or
            there is no mapping and the table is not ours.
    """
    rules = mapping_of(mapping) if mapping is not None else OWN_EVENTS
    lines = comma_lines(decoded(data), rules.delimiter)
    if mapping is not None:
        table = Table(lines, name, sorted(set(rules.fields.values())))
    else:
        table = _own_table(Table(lines, name), name)
    yield from _rows(DataSet(name=rules.name or name, form="csv", file=name), rules, table)


def from_own_rows(rows: Iterable[PlacedCells | Problem], name: str) -> Results:
    """A coded document for each row of our own table of events, and Problems."""
    return _rows(DataSet(name=name, form="jsonl", file=name), OWN_EVENTS, rows)


def _rows(
    data_set: DataSet, rules: ColumnMapping, rows: Iterable[PlacedCells | Problem]
) -> Results:
    numbered = (row if isinstance(row, Problem) else (n, *row) for n, row in enumerate(rows, 1))
    return read_each(numbered, lambda row: _Row(data_set, rules, *row).results())


def _own_table(table: Table, name: str) -> Table:
    missing = [column for column in _OWN if column not in table.columns]
    if missing:
        raise FormatError(f"{name} is not our table of events: give a mapping of its columns")
    return table


class _Row:
    """Reads one row by a mapping."""

    def __init__(
        self,
        data_set: DataSet,
        rules: ColumnMapping,
        number: int,
        where: str,
        cells: Iterable[tuple[str, str]],
    ) -> None:
        kept = list(cells)
        given = dict(kept).get(rules.fields.get("id", ""), "")
        constants = [(key, text) for key, text in rules.constants.items()]
        self._data_set = data_set
        self._rules = rules
        self._where = where
        row_id = given or f"row {number}"
        self._row = RowText(data_set.name, row_id, [*kept, *constants])
        self._cells = Cells(self._row, where, rules.list_separator)

    def results(self) -> Results:
        """The coded document, then what could not be read; or why there is none."""
        words = self._meaning("event_type").split()
        name = words[0].upper() if words else ""
        if name not in EventType.__members__:
            message = f"event_type {self._text('event_type')!r} is no event type of PLOVER"
            yield ExchangeProblem.UNTYPED_ROW.of(self._where, message)
            return
        event = self._event(EventType[name], words[1:])
        published = Publishing(
            day=self._day("published"), url=self._text("url"), title=self._text("title")
        )
        yield coded_row(self._data_set, self._row, event, published)
        yield from self._cells.problems

    def _event(self, event_type: EventType, modes: list[str]) -> RowEvent:
        mode = self._column("event_mode")
        named = tuple(modes) or read_modes(self._cells, mode, event_type)
        return RowEvent(
            type=event_type,
            trigger=self._column("event_type"),
            evidence=self._column("quote"),
            days=self._days(),
            modes=named,
            contexts=read_contexts(self._cells, self._column("contexts")),
            actors=self._parties("actors", "actor"),
            recipients=self._parties("recipients", "recipient"),
            spot=self._spot(),
            tolls=(*self._tolls(QuantityRole.KILLED), *self._tolls(QuantityRole.WOUNDED)),
            holders=tuple(
                Holder(name=name, column=self._column("source"))
                for name in self._cells.items(self._column("source"))
            ),
            status=self._one_of("status", Status, "status") or Status.HAPPENED,
            certainty=self._one_of("certainty", Factuality, "certainty") or Factuality.CERTAIN,
        )

    def _column(self, name: str) -> str:
        """The column of a field; a constant stands in the row under the name of its field."""
        column = self._rules.fields.get(name, name)
        known = name in self._rules.fields or name in self._rules.constants
        filled = column in self._row or name not in self._rules.constants
        return (column if filled else name) if known else ""

    def _text(self, name: str) -> str | None:
        return self._cells.text(self._column(name))

    def _meaning(self, name: str) -> str:
        """The value of a cell in our terms."""
        text = self._text(name) or ""
        return self._rules.values.get(name, {}).get(text, text)

    def _one_of(self, name: str, find: Callable[[str], Value | None], what: str) -> Value | None:
        return self._cells.one_of(self._column(name), lambda _: find(self._meaning(name)), what)

    def _day(self, name: str) -> date | None:
        if self._rules.date_format is None:
            return self._cells.day(self._column(name))
        return self._cells.day(self._column(name), (self._rules.date_format,))

    def _days(self) -> Days:
        first = self._day("date_start")
        last = self._day("date_end") if "date_end" in self._rules.fields else first
        if first and last and first > last:
            self._cells.note(self._column("date_end"), "is before the start")
            last = None
        return Days(column=self._column("date_start"), earliest=first, latest=last)

    def _parties(self, name: str, side: str) -> tuple[Party, ...]:
        column = self._column(name)
        sector = self._one_of(f"{side}_sector", _sector, "sector")
        country = self._one_of(f"{side}_country", country_named, "country")
        return tuple(
            Party(name=name, column=column, sector=sector, country=country)
            for name in self._cells.items(column)
        )

    def _spot(self) -> Spot | None:
        column = next((c for n in ("place", "country_iso3") if (c := self._column(n))), "")
        name = self._cells.text(column)
        if name is None:
            return None
        return Spot(
            name=name,
            column=column,
            country=self._one_of("country_iso3", country_named, "country"),
            latitude=self._cells.number(self._column("latitude"), -90, 90),
            longitude=self._cells.number(self._column("longitude"), -180, 180),
            geonames_id=self._cells.integer(self._column("geonames_id")),
            precision=self._one_of("geo_precision", Precision, "precision"),
        )

    def _tolls(self, role: QuantityRole) -> Iterator[Toll]:
        best, low, high = (self._figure(f"{role}_{end}") for end in ("best", "low", "high"))
        return tolls_of(role, best, low, high)

    def _figure(self, name: str) -> tuple[str, float | None]:
        column = self._column(name)
        return column, self._cells.number(column)


def _sector(code: str) -> str | None:
    return code if code in sectors() else None
