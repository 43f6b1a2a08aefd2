"""Plain rows as CSV or JSON Lines, for listings that are no table of the exchange formats."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date

Cell = str | int | float | date | list[str] | None


def write_rows(form: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write rows to standard output in UTF-8; lists are joined by "; " in CSV."""
    if form == "csv":
        stream = io.StringIO(newline="")
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows([[_text(cell) for cell in row] for row in rows])
        put(stream.getvalue().encode("utf-8", "replace"))
        return
    for row in rows:
        cells = {name: _plain(cell) for name, cell in zip(columns, row, strict=True)}
        line = json.dumps(cells, ensure_ascii=False)
        put(line.encode("utf-8", "replace") + b"\n")


def put(data: bytes) -> None:
    """Write to standard output as it is."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _text(cell: Cell) -> str:
    if isinstance(cell, list):
        return "; ".join(cell)
    return "" if cell is None else str(cell)


def _plain(cell: Cell) -> str | int | float | list[str] | None:
    return cell.isoformat() if isinstance(cell, date) else cell
