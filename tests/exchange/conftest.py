"""The battle as an account."""

import pytest

from khaldun.record import Account, CodedDocument
from tests.exchange.accounts import account_of


@pytest.fixture
def account(battle: CodedDocument) -> Account:
    """One short report as an account: an event, a tie, a forecast."""
    return account_of([battle])
