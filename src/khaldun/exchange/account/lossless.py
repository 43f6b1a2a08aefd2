"""A whole account as JSON Lines, out and in again without loss: one record a line."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal

import msgspec

from khaldun.errors import ContractError, FormatError, RecordError
from khaldun.record import (
    Account,
    Edition,
    Entity,
    Event,
    Forecast,
    Place,
    Relation,
    Report,
    Stated,
    Tie,
    spans_of,
)

SCHEMA: Literal["khaldun/account/1"] = "khaldun/account/1"
_TYPES: dict[str, Any] = {
    "editions": Edition,
    "entities": Entity,
    "places": Place,
    "reports": Stated[Report],
    "relations": Stated[Relation],
    "forecasts": Stated[Forecast],
    "events": Event,
    "ties": Tie,
}


class _Head(msgspec.Struct, forbid_unknown_fields=True):
    """The first line."""

    schema: Literal["khaldun/account/1"]


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    """Every other line: which part of the account it belongs to, and the record."""

    part: str
    record: msgspec.Raw


def to_account(account: Account) -> Iterator[bytes]:
    """The lines, each with its line end: the schema, then every record in its order.

    Raises:
        ContractError: a text holds a lone surrogate, which JSON text cannot carry.
    """
    yield msgspec.json.encode(_Head(schema=SCHEMA)) + b"\n"
    for part in _TYPES:
        for record in getattr(account, part):
            yield _line(part, record)


def is_account(line: bytes) -> bool:
    """Whether a file that begins with this line holds an account."""
    try:
        msgspec.json.decode(line, type=_Head)
    except msgspec.MsgspecError:
        return False
    return True


def from_account(data: bytes) -> Account:
    """The account that `data` holds; equal to the one that was written.

    Raises:
        FormatError: a line does not follow the format, or a quote is not what stands at its
            offsets; the message gives the number of the line.
    """
    lines = data.splitlines()
    if not lines or not is_account(lines[0]):
        raise FormatError(f"the first line is not that of {SCHEMA}")
    parts: dict[str, list[Any]] = {part: [] for part in _TYPES}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            part, record = _record(line, number)
            parts[part].append(record)
    account = Account(**{part: tuple(records) for part, records in parts.items()})
    _check_quotes(account)
    return account


def _line(part: str, record: object) -> bytes:
    try:
        return msgspec.json.encode({"part": part, "record": record}) + b"\n"
    except UnicodeEncodeError as error:
        raise ContractError(f"a record of {part} cannot be written as UTF-8: {error}") from error


def _record(line: bytes, number: int) -> tuple[str, Any]:
    try:
        head = msgspec.json.decode(line, type=_Line)
        if head.part not in _TYPES:
            raise FormatError(f"line {number}: there are no {head.part!r} in an account")
        return head.part, _decoder(head.part)(head.record)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise FormatError(f"line {number}: {error}") from error


@cache
def _decoder(part: str) -> Callable[[msgspec.Raw], Any]:
    return msgspec.json.Decoder(_TYPES[part]).decode


def _check_quotes(account: Account) -> None:
    texts = {edition.document.id: edition.document.text for edition in account.editions}
    for stated in account.statements:
        text = texts.get(stated.document)
        if text is None:
            raise FormatError(f"{stated.id}: there is no document {stated.document!r}")
        try:
            for span in spans_of(stated.item):
                span.check(text)
        except RecordError as error:
            raise FormatError(f"{stated.id}: {error}") from error
