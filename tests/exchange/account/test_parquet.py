import io

import pytest
from hypothesis import given

from khaldun.exchange.account.columns import TABLES
from khaldun.exchange.account.parquet import to_parquet
from khaldun.exchange.account.tables import rows
from khaldun.record import Account
from tests.exchange.accounts import accounts, few

parquet = pytest.importorskip("pyarrow.parquet")


@few
@given(accounts)
def test_a_table_comes_back_as_it_was(account: Account) -> None:
    for table in TABLES:
        read = parquet.read_table(io.BytesIO(to_parquet(account, table)))
        assert read.to_pylist() == list(rows(account, table))


def test_columns_have_their_types_even_without_rows() -> None:
    schema = parquet.read_table(io.BytesIO(to_parquet(Account()))).schema
    assert str(schema.field("date_start").type) == "date32[day]"
    assert str(schema.field("n_reports").type) == "int64"


def test_the_same_account_gives_the_same_bytes(account: Account) -> None:
    assert to_parquet(account) == to_parquet(account)
