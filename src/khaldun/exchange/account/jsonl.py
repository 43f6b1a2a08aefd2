"""A table of an account as JSON Lines: one row a line, lists as arrays, days as ISO 8601."""

from khaldun.exchange.account.columns import TABLES
from khaldun.exchange.account.tables import rows
from khaldun.exchange.encoding import json_lines
from khaldun.record import Account


def to_jsonl(account: Account, table: str = "events") -> bytes:
    """One table; every line has all columns, in order.

    Raises:
        UsageError: there is no table of this name.
    """
    made = rows(account, table)
    names = [column.name for column in TABLES[table]]
    return json_lines({name: row[name] for name in names} for row in made)
