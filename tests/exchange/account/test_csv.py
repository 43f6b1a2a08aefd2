import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from khaldun.exchange.account.columns import TABLES
from khaldun.exchange.account.csv import number_text, to_csv
from khaldun.record import Account
from tests.exchange.accounts import accounts, few


def _parsed(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


@few
@given(accounts)
def test_any_account_gives_rectangular_csv(account: Account) -> None:
    for table, columns in TABLES.items():
        header, *lines = _parsed(to_csv(account, table))
        assert header == [column.name for column in columns]
        assert all(len(line) == len(header) for line in lines)


def test_formulas_are_guarded_only_when_asked(account: Account) -> None:
    named = replace(account.entities[0].actor, name="=1+1")
    changed = replace(account, entities=(replace(account.entities[0], actor=named),))
    assert _parsed(to_csv(changed, "actors"))[1][1] == "=1+1"
    assert _parsed(to_csv(changed, "actors", spreadsheet_safe=True))[1][1] == "'=1+1"


def test_negative_numbers_are_never_guarded(account: Account) -> None:
    header, line = _parsed(to_csv(account, "events", spreadsheet_safe=True))
    assert line[header.index("longitude")] == "-7.25"


@pytest.mark.parametrize(("number", "text"), [(12.0, "12"), (0.5, "0.5"), (1e300, "1e+300")])
def test_numbers_are_as_short_as_they_can_be(number: float, text: str) -> None:
    assert number_text(number) == text
