"""Tables as CSV after RFC 4180: commas, quotes doubled, CRLF line ends, a header line."""

import csv
import io
from collections.abc import Iterable

from khaldun.exchange.tables import Cell, columns, rows
from khaldun.record import CodedDocument

# Spreadsheets take a cell that starts so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LIST_SEPARATOR = "; "


def to_csv(
    documents: Iterable[CodedDocument], kind: str = "reports", *, spreadsheet_safe: bool = False
) -> str:
    """One table as CSV text; lists are joined by "; ".

    `spreadsheet_safe` puts an apostrophe before text that a spreadsheet would run as a
    formula. It changes such cells, so it is off unless asked for.

    Raises:
        UsageError: there is no table of this kind.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    made = rows(documents, kind)
    writer.writerow(columns(kind))
    for row in made:
        writer.writerow([_text(cell, safe=spreadsheet_safe) for cell in row.values()])
    return stream.getvalue()


def _text(cell: Cell, *, safe: bool) -> str:
    if isinstance(cell, list):
        text = LIST_SEPARATOR.join(cell)
    elif isinstance(cell, bool):
        text = str(cell).lower()
    elif cell is None or not isinstance(cell, str):
        return "" if cell is None else repr(cell)
    else:
        text = str(cell)
    return guarded(text) if safe else text


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
