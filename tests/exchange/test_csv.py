import csv
import io
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from khaldun.exchange.csv import to_csv
from khaldun.exchange.tables import columns
from khaldun.record import CodedDocument
from tests.strategies import coded_documents

few = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _parsed(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@few
@given(coded_documents())
def test_any_document_gives_rectangular_csv(coded: CodedDocument) -> None:
    header, *lines = _parsed(to_csv([coded]))
    assert header == columns("reports")
    assert [len(line) for line in lines] == [len(header)] * len(coded.reports)


@few
@given(coded_documents())
def test_no_safe_cell_starts_a_formula(coded: CodedDocument) -> None:
    for line in _parsed(to_csv([coded], "forecasts", spreadsheet_safe=True)):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)


def test_quotes_survive(battle: CodedDocument) -> None:
    named = replace(battle.actors[0], name='the "Free", army\nof Karda')
    coded = replace(battle, actors=(named, *battle.actors[1:]))
    assert _parsed(to_csv([coded]))[1][columns("reports").index("actors")] == named.name


def test_lines_end_as_rfc_4180_asks(battle: CodedDocument) -> None:
    assert to_csv([battle], "actors").count("\r\n") == 1 + len(battle.actors)


def test_an_empty_table_still_has_its_header() -> None:
    assert to_csv([], "places").strip() == ",".join(columns("places"))


def test_a_negative_longitude_stays_a_number(battle: CodedDocument) -> None:
    line = _parsed(to_csv([battle], "places", spreadsheet_safe=True))[1]
    assert line[columns("places").index("longitude")] == "-7.25"
