import io
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given

from khaldun.exchange.account.columns import TABLES
from khaldun.exchange.account.xlsx import LONGEST_CELL, to_xlsx
from khaldun.record import Account
from tests.exchange.accounts import accounts, few

# What spreadsheets take for a formula or a command (OWASP, CSV injection), and addresses.
DANGEROUS = [
    "=1+1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "{=1+1}",
    "=cmd|' /C calc'!A0",
    "'=1",
    "http://example.org/a",
    "mailto:a@example.org",
    "internal:events!A1",
    "#REF!",
    "0012",
    "TRUE",
    "2020-01-02",
]


def _named(account: Account, name: str) -> Account:
    actor = replace(account.entities[0].actor, name=name)
    return replace(account, entities=(replace(account.entities[0], actor=actor),))


def _sheet(data: bytes, table: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))[table]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_is_always_text(account: Account, text: str) -> None:
    data = to_xlsx(_named(account, text)).data
    cell = _sheet(data, "actors")["B2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert str(cell.value).replace("_x000D_", "\r") == text


@few
@given(accounts)
def test_no_account_gives_a_formula(account: Account) -> None:
    with zipfile.ZipFile(io.BytesIO(to_xlsx(account).data)) as archive:
        sheets = [name for name in archive.namelist() if "worksheets/" in name]
        assert len(sheets) == len(TABLES)
        assert not any(b"<f" in archive.read(name) for name in sheets)


def test_negative_numbers_stay_numbers(account: Account) -> None:
    sheet = _sheet(to_xlsx(account).data, "events")
    names = [cell.value for cell in sheet[1]]
    cells = dict(zip(names, sheet[2], strict=True))
    assert (cells["longitude"].data_type, cells["longitude"].value) == ("n", -7.25)
    assert cells["intensity"].value == -9.5
    assert cells["date_start"].value == datetime(2025, 3, 4)  # noqa: DTZ001 - a spreadsheet day


def test_the_same_account_gives_the_same_bytes(account: Account) -> None:
    data = to_xlsx(account).data
    assert data == to_xlsx(account).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"1980-01-01" in archive.read("docProps/core.xml")


def test_what_a_cell_cannot_hold_is_said(account: Account) -> None:
    written = to_xlsx(_named(account, "a" * (LONGEST_CELL + 5)))
    assert "X001 actors: 5 characters of a cell were cut" in map(str, written.problems)
