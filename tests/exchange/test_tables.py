import sys

import pytest
from hypothesis import HealthCheck, given, settings

from khaldun.errors import UsageError
from khaldun.exchange.tables import KINDS, columns, rows, to_arrow, to_pandas, to_tables
from khaldun.record import CodedDocument
from tests.strategies import coded_documents

few = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@few
@given(coded_documents())
def test_every_row_has_the_columns_of_its_table(coded: CodedDocument) -> None:
    for kind, made in to_tables([coded]).items():
        assert all(list(row) == columns(kind) for row in made)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "documents"])
def test_there_is_a_row_for_every_record(battle: CodedDocument, kind: str) -> None:
    assert len(list(rows([battle, battle], kind))) == 2 * len(getattr(battle, kind))


def test_a_report_row_names_who_did_what_to_whom(battle: CodedDocument) -> None:
    row = next(rows([battle], "reports"))
    assert row["type"] == "ASSAULT"
    assert (row["actors"], row["recipients"]) == (["army"], ["rebels"])
    assert (row["earliest"], row["latest"], row["time_basis"]) == (
        "2025-03-04",
        "2025-03-04",
        "stated",
    )
    assert (row["place"], row["latitude"]) == ("Karda", 61.5)
    assert row["according_to"] == ["a hospital official"]
    assert row["quantities"] == ["killed: at least 12 fighters"]


def test_a_relation_row_says_from_whom_to_whom_with_what(battle: CodedDocument) -> None:
    row = next(rows([battle], "relations"))
    assert (row["from"], row["type"], row["to"]) == ("Northland", "backs", "rebels")
    assert row["means"] == ["weapons"]


def test_a_document_row_tells_which_document_an_id_means(battle: CodedDocument) -> None:
    row = next(rows([battle], "documents"))
    assert (row["id"], row["title"]) == (battle.document.id, "Two sides, one river")
    assert (row["published_earliest"], row["published_basis"]) == ("2025-03-04", "dateline")
    assert (row["reports"], row["actors"]) == (1, 4)


def test_an_unknown_table_is_a_usage_error(battle: CodedDocument) -> None:
    with pytest.raises(UsageError, match="reports, relations, forecasts"):
        rows([battle], "wars")


def test_pandas_holds_the_rows(battle: CodedDocument) -> None:
    pytest.importorskip("pandas")
    frame = to_pandas([battle])
    assert list(frame.columns) == columns("reports")
    assert frame.loc[0, "type"] == "ASSAULT"


def test_arrow_holds_the_rows(battle: CodedDocument) -> None:
    pytest.importorskip("pyarrow")
    table = to_arrow([battle], "relations")
    assert table.column_names == columns("relations")
    assert table.num_rows == 1


@pytest.mark.parametrize(("package", "convert"), [("pandas", to_pandas), ("pyarrow", to_arrow)])
def test_without_the_package_the_message_says_what_to_install(
    battle: CodedDocument,
    monkeypatch: pytest.MonkeyPatch,
    package: str,
    convert: type,
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError, match=r"pip install 'khaldun\[tables\]'"):
        convert([battle])
