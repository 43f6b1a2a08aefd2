"""Coded documents as JSON, by the contract, out and in again without loss."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import msgspec

from khaldun import record
from khaldun.errors import ContractError, RecordError
from khaldun.exchange import contract
from khaldun.record import CodedDocument


def to_json(coded: CodedDocument) -> bytes:
    """One line of UTF-8 JSON, without a line end; the same document gives the same bytes.

    Raises:
        ContractError: the text holds a lone surrogate, which JSON text cannot carry.
    """
    try:
        return msgspec.json.encode(_to_wire(coded))
    except UnicodeEncodeError as error:
        raise ContractError(f"{coded.document.id} cannot be written as UTF-8: {error}") from error


def from_json(data: bytes | str) -> CodedDocument:
    """The coded document that `data` holds.

    Raises:
        ContractError: `data` does not follow the contract; the message names the place in it
            as a path ("$.reports[0].trigger.start").
    """
    try:
        wire = _decoder().decode(data)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise ContractError(str(error)) from error
    try:
        return _check_digest(wire, _to_record(wire, "$"))
    except RecordError as error:
        raise ContractError(f"{error} - at `$`") from error


def schema() -> bytes:
    """The JSON Schema of the contract, as it ships with the package."""
    return (files("khaldun.exchange") / "coded-document.schema.json").read_bytes()


@cache
def _decoder() -> msgspec.json.Decoder[contract.CodedDocument]:
    return msgspec.json.Decoder(contract.CodedDocument)


def _check_digest(wire: contract.CodedDocument, coded: CodedDocument) -> CodedDocument:
    if wire.document.sha256 != coded.document.sha256:
        raise ContractError("the digest is not that of the text - at `$.document.sha256`")
    return coded


def _mention_out(mention: record.Mention) -> contract.Mention:
    span = mention.span
    return contract.Mention(span.start, span.end, span.quote, mention.inferred)


def _to_wire(value: Any) -> Any:  # noqa: ANN401 - walks every record type
    if isinstance(value, tuple):
        return tuple(_to_wire(item) for item in value)
    if isinstance(value, record.Mention):
        return _mention_out(value)
    if type(value).__name__ not in _STRUCTS or not hasattr(value, "__dataclass_fields__"):
        return value
    values = {field.name: _to_wire(getattr(value, field.name)) for field in fields(value)}
    add = _ADDITIONS.get(type(value))
    return _STRUCTS[type(value).__name__](**(add(value, values) if add else values))


def _with_schema(_: CodedDocument, values: dict[str, Any]) -> dict[str, Any]:
    return values | {"schema": contract.SCHEMA}


def _with_digest(document: record.Document, values: dict[str, Any]) -> dict[str, Any]:
    return values | {"sha256": document.sha256}


def _with_named_resources(_: record.CoderIdentity, values: dict[str, Any]) -> dict[str, Any]:
    return values | {"resources": dict(values["resources"])}


_ADDITIONS: dict[type, Callable[[Any, dict[str, Any]], dict[str, Any]]] = {
    CodedDocument: _with_schema,
    record.Document: _with_digest,
    record.CoderIdentity: _with_named_resources,
}
_STRUCTS: dict[str, type[msgspec.Struct]] = {
    name: struct
    for name, struct in vars(contract).items()
    if isinstance(struct, type) and issubclass(struct, msgspec.Struct)
}


@dataclass(frozen=True, slots=True)
class _Making:
    """How the record of a struct is made: what is taken as it is, and what is a record itself.

    A nested field has its step in the path to it.
    """

    make: Callable[..., Any]
    plain: tuple[str, ...]
    nested: tuple[tuple[str, str], ...]


def _to_record(struct: msgspec.Struct, path: str) -> Any:  # noqa: ANN401 - any record
    making = _making(type(struct))
    values = {name: getattr(struct, name) for name in making.plain}
    for name, step in making.nested:
        values[name] = _nested(getattr(struct, name), f"{path}{step}")
    try:
        return making.make(**values)
    except RecordError as error:
        raise ContractError(f"{error} - at `{path}`") from error


def _nested(value: Any, path: str) -> Any:  # noqa: ANN401 - a struct, several, or none
    if isinstance(value, tuple):
        return tuple(_to_record(item, f"{path}[{i}]") for i, item in enumerate(value))
    return None if value is None else _to_record(value, path)


@cache
def _making(struct: type[msgspec.Struct]) -> _Making:
    fields_ = [f for f in msgspec.structs.fields(struct) if f.name not in ("schema", "sha256")]
    nested = [f for f in fields_ if _holds_structs(f.type)]
    return _Making(
        make=_MAKERS.get(struct) or getattr(record, struct.__name__),
        plain=tuple(f.name for f in fields_ if f not in nested),
        nested=tuple((f.name, f".{f.encode_name}") for f in nested),
    )


def _holds_structs(hint: Any) -> bool:  # noqa: ANN401 - any annotation of a field
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return True
    return any(_holds_structs(part) for part in get_args(hint))


def _mention_in(*, start: int, end: int, quote: str, inferred: bool) -> record.Mention:
    return record.Mention(span=record.Span(start, end, quote), inferred=inferred)


def _coder_in(*, resources: dict[str, str], **values: str) -> record.CoderIdentity:
    return record.CoderIdentity(resources=tuple(resources.items()), **values)


_MAKERS: dict[type[msgspec.Struct], Callable[..., Any]] = {
    contract.Mention: _mention_in,
    contract.CoderIdentity: _coder_in,
}
