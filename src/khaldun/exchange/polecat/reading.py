"""POLECAT's rows as coded documents."""

from collections.abc import Iterator

from khaldun.exchange.polecat.columns import REQUIRED
from khaldun.exchange.problems import ExchangeProblem
from khaldun.exchange.rows.building import (
    DataSet,
    Days,
    Holder,
    Party,
    Publishing,
    RowEvent,
    Spot,
    coded_row,
    read_contexts,
    read_modes,
)
from khaldun.exchange.rows.cells import Cells
from khaldun.exchange.rows.delimited import Table, decoded, tab_lines
from khaldun.exchange.rows.each import read_each
from khaldun.exchange.rows.text import RowText
from khaldun.ontology import country_named, country_numbered, sector_of_plover
from khaldun.record import CodedDocument, EventType, Precision, Problem

MISSING = "None"
# The finest of these that is filled is what the coordinates are of.
_PRECISIONS = (
    ("City", Precision.TOWN),
    ("District", Precision.DISTRICT),
    ("Province", Precision.REGION),
    ("Country", Precision.COUNTRY),
)


def from_polecat(data: bytes, name: str) -> Iterator[CodedDocument | Problem]:
    """A coded document for each row, and Problems for what was not read.

    Raises:
        FormatError: the file lacks columns that every release has.
    """
    data_set = DataSet(name="POLECAT", form="polecat", file=name)
    table = Table(tab_lines(decoded(data)), name, REQUIRED)
    yield from read_each(table, lambda row: _row(data_set, *row))


def _row(
    data_set: DataSet, where: str, cells: list[tuple[str, str]]
) -> Iterator[CodedDocument | Problem]:
    present = [(column, "" if text == MISSING else text) for column, text in cells]
    values = dict(present)
    name = values["Event Type"].upper()
    if not values["Event ID"]:
        yield ExchangeProblem.MALFORMED_ROW.of(where, "Event ID is empty")
    elif name not in EventType.__members__:
        message = f"Event Type {values['Event Type']!r} is no event type of PLOVER"
        yield ExchangeProblem.UNTYPED_ROW.of(where, message)
    else:
        row = RowText(data_set.name, values["Event ID"], present)
        reader = Cells(row, where)
        event = _event(reader, EventType[name])
        day = reader.day("Publication Date")
        title = reader.text("Headline")
        yield coded_row(data_set, row, event, Publishing(day=day, title=title))
        yield from reader.problems


def _event(cells: Cells, event_type: EventType) -> RowEvent:
    day = cells.day("Event Date")
    return RowEvent(
        type=event_type,
        trigger="Event Type",
        evidence="Headline" if "Headline" in cells.row else "",
        days=Days(column="Event Date", earliest=day, latest=day),
        modes=read_modes(cells, "Event Mode", event_type),
        contexts=read_contexts(cells, "Contexts"),
        actors=_side(cells, "Actor"),
        recipients=_side(cells, "Recipient"),
        spot=_spot(cells),
        holders=tuple(Holder(name=name, column="Source") for name in cells.items("Source")),
    )


def _side(cells: Cells, role: str) -> tuple[Party, ...]:
    """The parties of a side. Its sector and country are those of the first."""
    names = cells.items(f"{role} Name")
    sector = cells.one_of(f"Primary {role} Sector", sector_of_plover, "sector")
    first = Party(
        name=names[0] if names else "",
        column=f"{role} Name",
        sector=sector,
        country=_country(cells, role),
    )
    return (first, *(Party(name=n, column=f"{role} Name") for n in names[1:])) if names else ()


def _country(cells: Cells, role: str) -> str | None:
    listed = cells.items(f"{role} Country")
    named = country_named(listed[0]) if listed else None
    numbers = cells.items(f"{role} COW")
    if named is None and numbers and numbers[0].isdecimal():
        named = country_numbered(int(numbers[0]), "cow") or country_numbered(int(numbers[0]), "gw")
    if listed and named is None:
        cells.note(f"{role} Country", "is no country that is known")
    return named


def _spot(cells: Cells) -> Spot | None:
    names = ("Placename", "City", "District", "Province", "Country")
    column = next((each for each in names if cells.text(each)), None)
    if column is None:
        return None
    return Spot(
        name=cells.row[column],
        column=column,
        country=cells.one_of("Country", country_named, "country"),
        latitude=cells.number("Latitude", -90, 90),
        longitude=cells.number("Longitude", -180, 180),
        geonames_id=cells.integer("GeoNames ID"),
        precision=next((p for column, p in _PRECISIONS if cells.text(column)), None),
    )
