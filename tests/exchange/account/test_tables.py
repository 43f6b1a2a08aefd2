from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from khaldun.errors import UsageError
from khaldun.exchange.account.columns import TABLES, Cell, CellKind
from khaldun.exchange.account.index import count_of
from khaldun.exchange.account.precision import DayPrecision, day_precision
from khaldun.exchange.account.tables import rows
from khaldun.record import Account, Count, QuantityRole
from tests.exchange.accounts import accounts, few

HOLDS = {
    CellKind.TEXT: str,
    CellKind.INTEGER: int,
    CellKind.NUMBER: int | float,
    CellKind.TRUTH: bool,
    CellKind.DAY: date,
    CellKind.LIST: list,
}


def _fits(cell: Cell, kind: CellKind) -> bool:
    return cell is None or isinstance(cell, HOLDS[kind])


@few
@given(accounts)
def test_every_cell_is_what_its_column_says(account: Account) -> None:
    for table, columns in TABLES.items():
        for row in rows(account, table):
            assert set(row) == {column.name for column in columns}
            assert all(_fits(row[column.name], column.kind) for column in columns)


@few
@given(accounts)
def test_evidence_is_exact(account: Account) -> None:
    texts = {edition.document.id: edition.document.text for edition in account.editions}
    for row in rows(account, "evidence"):
        text, start, end = texts[str(row["document_id"])], row["start"], row["end"]
        assert text[start:end] == row["quote"]
        assert text[:start].endswith(str(row["prefix"]))
        assert text[end:].startswith(str(row["suffix"]))


def test_an_event_stands_with_its_names(account: Account) -> None:
    row = next(rows(account, "events"))
    assert (row["event_type"], row["quad"], row["intensity"]) == ("ASSAULT", 4, -9.5)
    assert (row["actors"], row["recipients"]) == (["army"], ["rebels"])
    assert (row["place"], row["country_iso3"], row["latitude"]) == ("Karda", "NOR", 61.5)
    assert (row["killed_low"], row["killed_best"]) == (12, None)
    assert (row["date_start"], row["date_precision"]) == (date(2025, 3, 4), "day")


def test_what_a_selection_left_out_keeps_its_id(account: Account) -> None:
    row = next(rows(replace(account, entities=()), "events"))
    assert row["actors"] == row["actor_ids"]


def test_counts_of_overlapping_units_are_not_added(account: Account) -> None:
    figures = {"low": 3.0, "best": 4.0, "high": 5.0}
    counts = tuple(
        Count(role=QuantityRole.KILLED, unit=unit, **figures) for unit in ("people", "civilians")
    )
    event = replace(account.events[0], counts=counts)
    assert count_of(event, QuantityRole.KILLED) == (3.0, 4.0, 5.0)


@pytest.mark.parametrize(
    ("latest", "precision"),
    [
        (date(2025, 1, 1), DayPrecision.DAY),
        (date(2025, 1, 7), DayPrecision.WEEK),
        (date(2025, 1, 31), DayPrecision.MONTH),
        (date(2025, 12, 31), DayPrecision.YEAR),
        (date(2027, 1, 1), DayPrecision.OPEN),
        (None, DayPrecision.OPEN),
    ],
)
def test_precision_is_the_length_of_the_range(latest: date | None, precision: str) -> None:
    assert day_precision(date(2025, 1, 1), latest) == precision


def test_an_unknown_table_is_named_with_those_that_are_known(account: Account) -> None:
    with pytest.raises(UsageError, match="no table of 'battles'; there are events"):
        rows(account, "battles")
