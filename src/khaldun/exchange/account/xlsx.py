"""An account as an Excel workbook (Office Open XML): a sheet a table, and nothing that runs."""

import io
import math
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter

from khaldun.exchange.account.columns import TABLES, Cell
from khaldun.exchange.account.csv import text_of
from khaldun.exchange.account.tables import rows
from khaldun.exchange.encoding import without_surrogates
from khaldun.exchange.problems import ExchangeProblem, Written
from khaldun.record import Account, Problem

# Excel, "specifications and limits": characters a cell and rows a sheet.
LONGEST_CELL = 32_767
MOST_ROWS = 1_048_576
# Days before are not days to Excel; they stay text.
_FIRST_DAY = date(1900, 3, 1)
# A workbook names the time when it was made; the same account must give the same bytes.
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def to_xlsx(account: Account) -> Written:
    """All tables, one a sheet, with a header line; text is always text, never a formula.

    Problems tell of cells that were cut and of rows beyond what a sheet can hold.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"constant_memory": True})
    book.set_properties({"created": _MADE})
    sheets = _Sheets(book)
    for table in TABLES:
        sheets.add(account, table)
    book.close()
    return Written(data=stream.getvalue(), problems=tuple(sheets.problems))


class _Sheets:
    """Writes sheets, and notes what they cannot hold."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - the package has no types
        self.problems: list[Problem] = []
        self._book = book
        self._bold = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})

    def add(self, account: Account, table: str) -> None:
        sheet = self._book.add_worksheet(table)
        names = [column.name for column in TABLES[table]]
        for position, name in enumerate(names):
            sheet.write_string(0, position, name, self._bold)
        sheet.freeze_panes(1, 0)
        number = 0
        for number, row in enumerate(rows(account, table), start=1):
            if number < MOST_ROWS:
                for position, name in enumerate(names):
                    self._write(sheet, number, position, row[name])
        self._note(table, number - MOST_ROWS + 1, "rows are more than a sheet can hold")

    def _write(self, sheet: Any, row: int, column: int, cell: Cell) -> None:  # noqa: ANN401
        if cell is None or cell == []:
            return
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, int | float) and math.isfinite(cell):
            sheet.write_number(row, column, cell)
        elif isinstance(cell, date) and cell >= _FIRST_DAY:
            sheet.write_datetime(row, column, cell, self._day)
        else:
            # write_string never looks for a formula or an address in the text.
            sheet.write_string(row, column, self._fitting(sheet.get_name(), text_of(cell)))

    def _fitting(self, table: str, text: str) -> str:
        clean = without_surrogates(text)
        self._note(table, len(clean) - LONGEST_CELL, "characters of a cell were cut")
        return clean[:LONGEST_CELL]

    def _note(self, table: str, number: int, what: str) -> None:
        if number > 0:
            self.problems.append(ExchangeProblem.LEFT_OUT.of(table, f"{number} {what}"))
