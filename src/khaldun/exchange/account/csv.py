"""A table of an account as CSV after RFC 4180: as the tables of coded documents are written."""

import csv
import io
from datetime import date

from khaldun.exchange.account.columns import TABLES, Cell
from khaldun.exchange.account.tables import rows
from khaldun.exchange.csv import LIST_SEPARATOR, guarded
from khaldun.exchange.encoding import utf8
from khaldun.record import Account


def to_csv(account: Account, table: str = "events", *, spreadsheet_safe: bool = False) -> bytes:
    """One table in UTF-8; lists are joined by "; ".

    `spreadsheet_safe` puts an apostrophe before text that a spreadsheet would run as a
    formula. It changes such cells, so it is off unless asked for.

    Raises:
        UsageError: there is no table of this name.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    made = rows(account, table)
    names = [column.name for column in TABLES[table]]
    writer.writerow(names)
    for row in made:
        writer.writerow([text_of(row[name], safe=spreadsheet_safe) for name in names])
    return utf8(stream.getvalue())


def text_of(cell: Cell, *, safe: bool = False) -> str:
    """A cell as the text that CSV holds; numbers are never guarded."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float):
        return number_text(cell)
    text = LIST_SEPARATOR.join(cell) if isinstance(cell, list) else str(cell)
    return guarded(text) if safe else text


def number_text(number: float) -> str:
    """The shortest text that gives the number again; whole numbers without a point."""
    whole = isinstance(number, float) and number.is_integer() and abs(number) < 10**15
    return str(int(number)) if whole else repr(number)
