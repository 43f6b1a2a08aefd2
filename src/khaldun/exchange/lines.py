"""Our own JSON Lines, in again: coded documents, an account, or our table of events."""

from collections.abc import Iterator
from typing import Any

import msgspec

from khaldun.errors import ContractError
from khaldun.exchange.account.csv import text_of
from khaldun.exchange.account.lossless import from_account, is_account
from khaldun.exchange.account.returning import to_coded
from khaldun.exchange.json import from_json
from khaldun.exchange.mapped import PlacedCells, from_own_rows
from khaldun.exchange.problems import ExchangeProblem
from khaldun.record import CodedDocument, Problem

_Cell = str | int | float | bool | list[str] | None
_EVENT = {"event_id", "event_type", "date_start"}


def from_lines(data: bytes, name: str) -> Iterator[CodedDocument | Problem]:
    """The coded documents of a file, or those of the account or of the rows that it holds.

    A line that is none of these is a Problem; an account is read whole or not at all.

    Raises:
        FormatError: an account does not follow its format.
    """
    lines = data.splitlines()
    if lines and is_account(lines[0]):
        yield from to_coded(from_account(data))
        return
    placed = [(f"{name} line {n}", line) for n, line in enumerate(lines, 1) if line.strip()]
    if placed and _is_row(placed[0][1]):
        yield from from_own_rows((_row(where, line) for where, line in placed), name)
    else:
        yield from (_document(line, where) for where, line in placed)


def _is_row(line: bytes) -> bool:
    """Whether a file that begins with this line is our table of events."""
    try:
        return set(msgspec.json.decode(line, type=dict[str, Any])) >= _EVENT
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False


def _row(where: str, line: bytes) -> PlacedCells | Problem:
    try:
        row = msgspec.json.decode(line, type=dict[str, _Cell])
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        return ExchangeProblem.MALFORMED_ROW.of(where, str(error))
    return where, [(name, " ".join(text_of(cell).split())) for name, cell in row.items()]


def _document(line: bytes, where: str) -> CodedDocument | Problem:
    try:
        return from_json(line)
    except ContractError as error:
        return ExchangeProblem.MALFORMED_ROW.of(where, str(error))
