"""Our own JSON Lines, in again: coded documents or an account."""

from collections.abc import Iterator

from khaldun.errors import ContractError
from khaldun.exchange.account.lossless import from_account, is_account
from khaldun.exchange.account.returning import to_coded
from khaldun.exchange.json import from_json
from khaldun.exchange.problems import ExchangeProblem
from khaldun.record import CodedDocument, Problem


def from_lines(data: bytes, name: str) -> Iterator[CodedDocument | Problem]:
    """The coded documents of a file, or those of the account that it holds.

    A line that is no coded document is a Problem; an account is read whole or not at all.

    Raises:
        FormatError: an account does not follow its format.
    """
    lines = data.splitlines()
    if lines and is_account(lines[0]):
        yield from to_coded(from_account(data))
        return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _document(line, f"{name} line {number}")


def _document(line: bytes, where: str) -> CodedDocument | Problem:
    try:
        return from_json(line)
    except ContractError as error:
        return ExchangeProblem.MALFORMED_ROW.of(where, str(error))
