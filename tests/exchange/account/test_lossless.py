from dataclasses import replace

import pytest
from hypothesis import given

from khaldun.errors import ContractError, FormatError
from khaldun.exchange.account.lossless import from_account, is_account, to_account
from khaldun.record import Account
from tests.exchange.accounts import accounts, few


def _written(account: Account) -> bytes:
    return b"".join(to_account(account))


@few
@given(accounts)
def test_what_goes_out_comes_back_whole(account: Account) -> None:
    assert from_account(_written(account)) == account


def test_the_first_line_tells_what_it_is(account: Account) -> None:
    first = next(to_account(account))
    assert is_account(first)
    assert not is_account(b'{"schema": "khaldun/coded-document/1"}')


def test_a_quote_that_does_not_stand_there_is_refused(account: Account) -> None:
    data = _written(account).replace(b'"quote":"shelled"', b'"quote":"shelted"')
    with pytest.raises(FormatError, match="reads 'shelled', not 'shelted'"):
        from_account(data)


def test_a_statement_without_its_document_is_refused(account: Account) -> None:
    with pytest.raises(FormatError, match="there is no document"):
        from_account(_written(replace(account, editions=())))


@pytest.mark.parametrize("line", [b"{", b'{"part":"wars","record":{}}', b'{"part":"ties"}'])
def test_a_line_that_is_no_record_is_named(account: Account, line: bytes) -> None:
    with pytest.raises(FormatError, match="line 3: "):
        from_account(b"".join(list(to_account(account))[:2]) + line)


def test_what_is_no_account_is_refused() -> None:
    with pytest.raises(FormatError, match="the first line"):
        from_account(b"a,b,c\n")


def test_a_lone_surrogate_cannot_be_written(account: Account) -> None:
    place = replace(account.places[0], name="\ud800")
    with pytest.raises(ContractError, match="cannot be written as UTF-8"):
        _written(replace(account, places=(place,)))
