from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.errors import FormatError, UsageError
from khaldun.exchange.acled.columns import COLUMNS as ACLED
from khaldun.exchange.formats import FORMATS, export, read, readers, writers
from khaldun.exchange.polecat.columns import COLUMNS as POLECAT
from khaldun.exchange.ucdp.columns import COLUMNS as UCDP
from khaldun.record import Account, CodedDocument, Problem
from tests.exchange.accounts import few

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


def test_only_csv_is_guarded_against_formulas(account: Account) -> None:
    assert export(account, "csv", spreadsheet_safe=True).data
    with pytest.raises(UsageError, match="jsonl needs no guard"):
        export(account, "jsonl", spreadsheet_safe=True)


def test_an_unknown_format_is_told_with_those_that_are_known(account: Account) -> None:
    with pytest.raises(UsageError, match="no format 'doc' for this; there are csv, jsonl"):
        export(account, "doc")
    with pytest.raises(UsageError, match="no format 'xlsx' for this; there are "):
        read(b"", "xlsx", name="a")


def test_only_a_table_of_ones_own_takes_a_mapping() -> None:
    with pytest.raises(UsageError, match="acled has columns of its own"):
        read(b"", "acled", name="a", mapping=b"{}")


HEADERS = {
    "acled": ",".join(ACLED),
    "ucdp": ",".join(UCDP),
    "polecat": "\t".join(POLECAT),
    "csv": "event_id,event_type,date_start,actors,latitude,longitude,killed_best",
    "jsonl": '{"schema":"khaldun/account/1"}',
}
WORDS = [
    "1",
    "-1",
    "1e999",
    "nan",
    "ASSAULT",
    "Attack",
    "2025-03-04",
    "None",
    '"',
    ";",
    "\x00",
    "é",
]
SEPARATORS = {"polecat": "\t"}


@pytest.mark.parametrize("form", readers())
@few
@given(data=st.data())
def test_any_bytes_are_read_told_or_refused(form: str, data: st.DataObject) -> None:
    header = HEADERS.get(form, "")
    separator = SEPARATORS.get(form, ",")
    wide = len(header.split(separator))
    words = st.sampled_from(WORDS) | st.text(max_size=5)
    line = st.lists(words, min_size=wide, max_size=wide).map(separator.join)
    lines = data.draw(st.lists(line, max_size=3))
    body = "\n".join([header, *lines]).encode("utf-8", "replace")
    given_bytes = data.draw(st.just(body) | st.binary(max_size=60))
    with suppress(FormatError):
        for item in read(given_bytes, form, name="a"):
            assert isinstance(item, CodedDocument | Problem)


@pytest.mark.parametrize("form", readers())
def test_a_format_that_is_read_has_a_reader(form: str) -> None:
    assert FORMATS[form].read
