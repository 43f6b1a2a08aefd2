"""ACLED's rows as coded documents."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import timedelta

from khaldun.exchange.acled.columns import REQUIRED
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
)
from khaldun.exchange.rows.cells import Cells
from khaldun.exchange.rows.delimited import Table, comma_lines, decoded
from khaldun.exchange.rows.each import read_each
from khaldun.exchange.rows.text import RowText
from khaldun.ontology import SubEvent, acled, country_named, country_numbered
from khaldun.record import CodedDocument, EventType, Precision, Problem, QuantityRole

_PRECISION = {"1": Precision.TOWN, "2": Precision.DISTRICT, "3": Precision.REGION}
_COUNTRY_OF = re.compile(r"\bof (?:the )?([A-Z][\w' -]+?) \(|\(([A-Z][\w' -]+)\)$")
_AROUND = timedelta(days=3)


def from_acled(data: bytes, name: str) -> Iterator[CodedDocument | Problem]:
    """A coded document for each row of an export, and Problems for what was not read.

    Raises:
        FormatError: the file lacks columns that every export has.
    """
    data_set = DataSet(name="ACLED", form="acled", file=name)
    table = Table(comma_lines(decoded(data)), name, REQUIRED)
    yield from read_each(table, lambda row: _row(data_set, *row))


def _row(
    data_set: DataSet, where: str, cells: list[tuple[str, str]]
) -> Iterator[CodedDocument | Problem]:
    values = dict(cells)
    row_id, kind = values["event_id_cnty"], acled().sub_events.get(values["sub_event_type"])
    if not row_id:
        yield ExchangeProblem.MALFORMED_ROW.of(where, "event_id_cnty is empty")
        return
    if kind is None or kind.type is None:
        message = f"sub_event_type {values['sub_event_type']!r} is no event type of PLOVER"
        yield ExchangeProblem.UNTYPED_ROW.of(where, message)
        return
    row = RowText(data_set.name, row_id, cells)
    reader = Cells(row, where)
    yield coded_row(data_set, row, _event(reader, kind, kind.type), Publishing())
    yield from reader.problems


def _event(cells: Cells, kind: SubEvent, event_type: EventType) -> RowEvent:
    ones, others = _side(cells, "1"), _side(cells, "2")
    return RowEvent(
        type=event_type,
        trigger="sub_event_type",
        evidence="notes" if "notes" in cells.row else "",
        days=_days(cells),
        modes=kind.modes,
        contexts=kind.contexts,
        actors=ones + others if kind.mutual else ones,
        recipients=() if kind.mutual else others,
        spot=_spot(cells),
        tolls=tuple(_tolls(cells)),
        holders=tuple(Holder(name=source, column="source") for source in cells.items("source")),
    )


def _side(cells: Cells, number: str) -> tuple[Party, ...]:
    """The actor of a side, then those who are with it.

    A crowd gives way to who is named in it.
    """
    column, with_it = f"actor{number}", f"assoc_actor_{number}"
    others = tuple(_party(name, with_it, None) for name in cells.items(with_it))
    name = cells.text(column)
    if name is None or (others and name.startswith(acled().crowds)):
        return others
    return _party(name, column, _sector(cells, f"inter{number}")), *others


def _sector(cells: Cells, column: str) -> str | None:
    if cells.text(column) in (None, "0"):
        return None
    found = cells.one_of(column, acled().inter_named, "kind of actor")
    return found.sector if found else None


def _party(name: str, column: str, sector: str | None) -> Party:
    told = (code for prefix, code in acled().prefixes.items() if name.startswith(prefix))
    found = _COUNTRY_OF.search(name)
    country = country_named(next(filter(None, found.groups()))) if found else None
    return Party(name=name, column=column, sector=next(told, sector), country=country)


def _days(cells: Cells) -> Days:
    """The day; the week around it; the month that it lies in (codebook, time precision)."""
    day = cells.day("event_date")
    precision = cells.text("time_precision") or "1"
    if day is None or precision == "1":
        return Days(column="event_date", earliest=day, latest=day)
    if precision == "2":
        return Days(column="event_date", earliest=day - _AROUND, latest=day + _AROUND)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return Days(column="event_date", earliest=day.replace(day=1), latest=last)


def _spot(cells: Cells) -> Spot | None:
    column = next((c for c in ("location", "admin1", "country") if cells.text(c)), None)
    if column is None:
        return None
    return Spot(
        name=cells.row[column],
        column=column,
        country=_country(cells),
        latitude=cells.number("latitude", -90, 90),
        longitude=cells.number("longitude", -180, 180),
        precision=cells.one_of("geo_precision", _PRECISION.get, "precision"),
    )


def _country(cells: Cells) -> str | None:
    number = cells.integer("iso")
    found = country_numbered(number, "numeric") if number else None
    return found or cells.one_of("country", country_named, "country")


def _tolls(cells: Cells) -> Iterator[Toll]:
    """Fatalities. 0 says that none were reported, not that nobody died (codebook)."""
    deaths = cells.integer("fatalities")
    if deaths:
        yield Toll(role=QuantityRole.KILLED, column="fatalities", minimum=deaths, maximum=deaths)
