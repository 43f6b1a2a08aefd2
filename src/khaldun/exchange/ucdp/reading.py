"""UCDP GED's rows as coded documents."""

from collections.abc import Iterator

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
    tolls_of,
)
from khaldun.exchange.rows.cells import Cells
from khaldun.exchange.rows.delimited import Table, comma_lines, decoded
from khaldun.exchange.rows.each import read_each
from khaldun.exchange.rows.text import RowText
from khaldun.exchange.ucdp.columns import COLUMNS, REQUIRED
from khaldun.ontology import TypeOfViolence, country_named, country_numbered, ucdp
from khaldun.record import CodedDocument, EventType, HolderKind, Precision, Problem, QuantityRole

GOVERNMENT = "Government of "
# The prose of a row, the best first.
_PROSE = ("source_headline", "source_article", "where_description")


def from_ucdp(data: bytes, name: str) -> Iterator[CodedDocument | Problem]:
    """A coded document for each row, and Problems for what was not read.

    Some releases have no header; a first line of 49 cells that begins with a number is a row.

    Raises:
        FormatError: the file has another header.
    """
    text = decoded(data)
    first = next(comma_lines(text), None)
    bare = first is not None and len(first[1]) == len(COLUMNS) and first[1][0].isdecimal()
    table = Table(comma_lines(text), name, REQUIRED, COLUMNS if bare else None)
    data_set = DataSet(name="UCDP GED", form="ucdp", file=name)
    yield from read_each(table, lambda row: _row(data_set, *row))


def _row(
    data_set: DataSet, where: str, cells: list[tuple[str, str]]
) -> Iterator[CodedDocument | Problem]:
    values = dict(cells)
    number = values["type_of_violence"]
    kind = ucdp().types.get(int(number)) if number.isdecimal() else None
    if not values["id"]:
        yield ExchangeProblem.MALFORMED_ROW.of(where, "id is empty")
    elif kind is None:
        message = f"type_of_violence {number!r} is not 1, 2 or 3"
        yield ExchangeProblem.UNTYPED_ROW.of(where, message)
    else:
        row = RowText(data_set.name, values["id"], cells)
        reader = Cells(row, where)
        event = _event(reader, kind)
        title = reader.text("source_headline")
        yield coded_row(data_set, row, event, Publishing(title=title))
        yield from reader.problems


def _event(cells: Cells, kind: TypeOfViolence) -> RowEvent:
    one = _side(cells, "side_a", "gwnoa", kind.sectors[0])
    other = _side(cells, "side_b", "gwnob", kind.sectors[1])
    return RowEvent(
        type=EventType.ASSAULT,
        trigger="type_of_violence",
        evidence=next((column for column in _PROSE if column in cells.row), ""),
        days=_days(cells),
        contexts=("military",) if kind.mutual else (),
        actors=one + other if kind.mutual else one,
        recipients=() if kind.mutual else other,
        spot=_spot(cells),
        tolls=tuple(
            tolls_of(
                QuantityRole.KILLED,
                ("best", cells.integer("best")),
                ("low", cells.integer("low")),
                ("high", cells.integer("high")),
            )
        ),
        holders=tuple(_holders(cells)),
    )


def _side(cells: Cells, column: str, number: str, sector: str) -> tuple[Party, ...]:
    name = cells.text(column)
    if name is None:
        return ()
    country = country_named(name.removeprefix(GOVERNMENT)) if name.startswith(GOVERNMENT) else None
    if country is None and cells.text(number) not in (None, "-99"):
        code = cells.integer(number)
        country = country_numbered(code, "gw") if code else None
    state = name.startswith(GOVERNMENT)
    return (Party(name=name, column=column, sector="GOV" if state else sector, country=country),)


def _days(cells: Cells) -> Days:
    first, last = cells.day("date_start"), cells.day("date_end")
    if first and last and first > last:
        cells.note("date_end", "is before date_start")
        last = None
    return Days(column="date_start", earliest=first, latest=last)


def _spot(cells: Cells) -> Spot | None:
    columns = ("where_coordinates", "adm_2", "adm_1", "country")
    column = next((each for each in columns if cells.text(each)), None)
    if column is None:
        return None
    return Spot(
        name=cells.row[column],
        column=column,
        country=_country(cells),
        latitude=cells.number("latitude", -90, 90),
        longitude=cells.number("longitude", -180, 180),
        precision=_precision(cells),
    )


def _precision(cells: Cells) -> Precision | None:
    code = cells.integer("where_prec")
    if code is not None and code not in ucdp().place_precisions:
        cells.note("where_prec", "is not 1 to 7")
    return ucdp().place_precisions.get(code or 0)


def _country(cells: Cells) -> str | None:
    number = cells.integer("country_id")
    found = country_numbered(number, "gw") if number else None
    return found or cells.one_of("country", country_named, "country")


def _holders(cells: Cells) -> Iterator[Holder]:
    """Who reported it to the press, and the press: the outermost link first."""
    yield from (Holder(name=n, column="source_office") for n in cells.items("source_office"))
    for name in cells.items("source_original"):
        yield Holder(name=name, column="source_original", kind=HolderKind.NAMED)
