import json

from hypothesis import given

from khaldun.exchange.account.columns import TABLES
from khaldun.exchange.account.jsonl import to_jsonl
from khaldun.record import Account
from tests.exchange.accounts import accounts, few


@few
@given(accounts)
def test_every_line_has_every_column(account: Account) -> None:
    for table, columns in TABLES.items():
        for line in to_jsonl(account, table).splitlines():
            assert list(json.loads(line)) == [column.name for column in columns]


def test_lists_are_arrays_and_days_are_iso(account: Account) -> None:
    row = json.loads(to_jsonl(account))
    assert (row["actors"], row["date_start"]) == (["army"], "2025-03-04")
