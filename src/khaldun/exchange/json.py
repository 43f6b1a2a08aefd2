"""Coded documents as JSON, by the contract, out and in again without loss."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any

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


@cache
def _fields(struct: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(struct)


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


def _to_record(value: Any, path: str) -> Any:  # noqa: ANN401 - walks every struct
    if isinstance(value, tuple):
        return tuple(_to_record(item, f"{path}[{i}]") for i, item in enumerate(value))
    if not isinstance(value, msgspec.Struct):
        return value
    values = {
        field.name: _to_record(getattr(value, field.name), f"{path}.{field.encode_name}")
        for field in _fields(type(value))
    }
    try:
        return _build(value, values)
    except RecordError as error:
        raise ContractError(f"{error} - at `{path}`") from error


def _build(struct: msgspec.Struct, values: dict[str, Any]) -> Any:  # noqa: ANN401 - any record
    """The record that `struct` writes, from its values as records."""
    if isinstance(struct, contract.Mention):
        inferred = values.pop("inferred")
        return record.Mention(span=record.Span(**values), inferred=inferred)
    if isinstance(struct, contract.CoderIdentity):
        values["resources"] = tuple(values["resources"].items())
    values.pop("schema", None)
    values.pop("sha256", None)
    made: Callable[..., Any] = getattr(record, type(struct).__name__)
    return made(**values)
