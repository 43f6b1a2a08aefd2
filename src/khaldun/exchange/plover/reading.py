"""Records of PLOVER's JSON as coded documents."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from khaldun.exchange.plover.flattening import flat
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
)
from khaldun.exchange.rows.cells import Cells
from khaldun.exchange.rows.text import RowText
from khaldun.ontology import country_named, sector_of_plover
from khaldun.record import CodedDocument, EventType, Problem, QuantityRole

_SIZES = (
    ("dead", QuantityRole.KILLED),
    ("injured", QuantityRole.WOUNDED),
    ("arrested", QuantityRole.DETAINED),
)
_PROSE = ("text", "title", "event_text")


def from_plover(data: bytes, name: str) -> Iterator[CodedDocument | Problem]:
    """A coded document for each record, one a line or in one JSON array, and Problems.

    Both the keys of the manual and those of the gold records (`source`, `target`,
    `eventText` …) are read.
    """
    data_set = DataSet(name="PLOVER", form="plover", file=name)
    for where, record in _records(data, name):
        if isinstance(record, Problem):
            yield record
        elif not isinstance(record, dict):
            yield ExchangeProblem.MALFORMED_ROW.of(where, "it is no JSON object")
        elif record.get("has_event", True) is not False:
            yield from _record(data_set, where, record)


def _records(data: bytes, name: str) -> Iterator[tuple[str, Any]]:
    text = data.removeprefix(b"\xef\xbb\xbf").strip()
    if text.startswith(b"["):
        found = _decoded(text, name)
        items = found if isinstance(found, list) else [found]
        yield from ((f"{name} record {n}", item) for n, item in enumerate(items, start=1))
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            where = f"{name} line {number}"
            yield where, _decoded(line, where)


def _decoded(text: bytes, where: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        return ExchangeProblem.MALFORMED_ROW.of(where, str(error))


def _record(
    data_set: DataSet, where: str, record: Mapping[str, Any]
) -> Iterator[CodedDocument | Problem]:
    cells = flat(record)
    values = dict(cells)
    name = values.get("event", "").split(";")[0].strip().upper()
    if not values.get("id"):
        yield ExchangeProblem.MALFORMED_ROW.of(where, "id is missing")
    elif name not in EventType.__members__:
        message = f"event {values.get('event', '')!r} is no event type of PLOVER"
        yield ExchangeProblem.UNTYPED_ROW.of(where, message)
    else:
        row = RowText(data_set.name, values["id"], cells)
        reader = Cells(row, where)
        if len(reader.items("event")) > 1:
            reader.note("event", "has several types, of which the first is read")
        event = _event(reader, EventType[name])
        published = Publishing(
            url=reader.text("link"),
            title=reader.text("title"),
            language=reader.text("language") or "en",
        )
        yield coded_row(data_set, row, event, published)
        yield from reader.problems


def _event(cells: Cells, event_type: EventType) -> RowEvent:
    first = cells.day("date")
    last = cells.day("enddate") or first
    if first and last and first > last:
        cells.note("enddate", "is before date")
        last = first
    trigger = "event_text" if "event_text" in cells.row else "event"
    return RowEvent(
        type=event_type,
        trigger=trigger,
        evidence=next((column for column in _PROSE if column in cells.row), ""),
        days=Days(column="date", earliest=first, latest=last),
        modes=read_modes(cells, "mode", event_type),
        contexts=read_contexts(cells, "context"),
        actors=tuple(_parties(cells, "actor")),
        recipients=tuple(_parties(cells, "recipient")),
        spot=_spot(cells),
        tolls=tuple(_tolls(cells)),
        holders=tuple(Holder(name=name, column="cite_info") for name in cells.items("cite_info")),
    )


def _parties(cells: Cells, side: str) -> Iterator[Party]:
    """The entities of a side, each in cells of its own: "actor", then "actor 2" and so on."""
    number = 1
    while (column := side if number == 1 else f"{side} {number}") in cells.row:
        yield Party(
            name=cells.row[column],
            column=column,
            sector=cells.one_of(f"{column} sector", sector_of_plover, "sector"),
            country=cells.one_of(f"{column} code", country_named, "country"),
        )
        number += 1


def _spot(cells: Cells) -> Spot | None:
    name = cells.text("event_loc")
    if name is None:
        return None
    return Spot(
        name=name,
        column="event_loc",
        country=cells.one_of("event_loc country", country_named, "country"),
        latitude=cells.number("event_loc latitude", -90, 90),
        longitude=cells.number("event_loc longitude", -180, 180),
        geonames_id=cells.integer("event_loc geonames_id"),
    )


def _tolls(cells: Cells) -> Iterator[Toll]:
    for column, role in _SIZES:
        figure = cells.number(column)
        if figure is not None:
            yield Toll(role=role, column=column, minimum=figure, maximum=figure)
