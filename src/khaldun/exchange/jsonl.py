"""Coded documents as JSON Lines: one contract object a line."""

from collections.abc import Iterable, Iterator

from khaldun.errors import ContractError
from khaldun.exchange.json import from_json, to_json
from khaldun.record import CodedDocument


def to_jsonl(documents: Iterable[CodedDocument]) -> Iterator[bytes]:
    """One line for each document, with its line end."""
    return (to_json(coded) + b"\n" for coded in documents)


def from_jsonl(lines: Iterable[bytes | str]) -> Iterator[CodedDocument]:
    """The documents of an iterable of lines, such as an open file; empty lines are passed over.

    Raises:
        ContractError: a line does not follow the contract; the message gives its number.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield from_json(line)
        except ContractError as error:
            raise ContractError(f"line {number}: {error}") from error
