from pathlib import Path

import pytest

from khaldun.errors import UsageError
from khaldun.exchange.formats import FORMATS, export, read, readers, writers
from khaldun.record import Account

DOCS = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("form", writers())
def test_every_format_writes_the_same_bytes_again(account: Account, form: str) -> None:
    written = export(account, form)
    assert written.data
    assert written == export(account, form)


@pytest.mark.parametrize("form", writers())
def test_every_format_writes_an_empty_account(form: str) -> None:
    assert export(Account(), form).problems == ()


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_is_documented(form: str) -> None:
    assert f"| `{form}` |" in (DOCS / "formats.md").read_text("utf-8")


def test_one_table_is_chosen_by_name(account: Account) -> None:
    assert export(account, "csv", table="actors").data.startswith(b"actor_id,name,")


def test_a_format_that_holds_all_takes_no_table(account: Account) -> None:
    with pytest.raises(UsageError, match="xlsx holds no single table"):
        export(account, "xlsx", table="actors")


def test_an_unknown_format_is_told_with_those_that_are_known(account: Account) -> None:
    with pytest.raises(UsageError, match="no format 'doc' for this; there are csv, jsonl"):
        export(account, "doc")
    with pytest.raises(UsageError, match="no format 'xlsx' for this; there are "):
        read(b"", "xlsx", name="a")


def test_only_a_table_of_ones_own_takes_a_mapping() -> None:
    with pytest.raises(UsageError, match="acled has columns of its own"):
        read(b"", "acled", name="a", mapping=b"{}")


@pytest.mark.parametrize("form", readers())
def test_a_format_that_is_read_has_a_reader(form: str) -> None:
    assert FORMATS[form].read
