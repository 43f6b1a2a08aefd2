"""How records are kept in the file: the JSON of each type, the same bytes for equal records."""

import zlib
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

import msgspec

from khaldun.errors import DamagedRecordError, RecordError, UsageError
from khaldun.record import (
    Actor,
    CodedDocument,
    CoderIdentity,
    Document,
    Entity,
    Event,
    Forecast,
    Place,
    Problem,
    Publication,
    Relation,
    Report,
    Segment,
    Tie,
    Time,
    Unclassified,
)
from khaldun.store.kinds import Kind

T = TypeVar("T")
TYPES: dict[Kind, type] = {
    Kind.REPORT: Report,
    Kind.RELATION: Relation,
    Kind.FORECAST: Forecast,
    Kind.PLACE: Place,
    Kind.ENTITY: Entity,
    Kind.EVENT: Event,
    Kind.TIE: Tie,
    Kind.PROBLEM: Problem,
}
_LEVEL = 1  # coded documents shrink to a fifth; higher levels take longer for little


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coding:
    """A coded document without its text, which is kept apart."""

    coder: CoderIdentity
    language: str
    title: str | None
    byline: str | None
    publisher: str | None
    url: str | None
    published: Publication | None
    segments: tuple[Segment, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    reports: tuple[Report, ...]
    relations: tuple[Relation, ...]
    forecasts: tuple[Forecast, ...]
    unclassified: tuple[Unclassified, ...]
    warnings: tuple[str, ...]


_OF_DOCUMENT = ("language", "title", "byline", "publisher", "url", "published", "segments")
_OF_CODED = tuple(f.name for f in fields(_Coding) if f.name not in _OF_DOCUMENT)


def encode(value: object) -> bytes:
    """`value` as JSON.

    Raises:
        UsageError: it holds a lone surrogate, which UTF-8 cannot carry.
    """
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError as error:
        raise UsageError(f"it cannot be kept as UTF-8: {error}") from error


def decode(body: bytes, type_: type[T]) -> T:
    """The record that `body` holds.

    Raises:
        DamagedRecordError: it holds no such record.
    """
    try:
        made: T = _decoder(type_).decode(body)  # type: ignore[arg-type]
    except (msgspec.MsgspecError, UnicodeError, RecordError) as error:
        raise DamagedRecordError(f"a {type_.__name__} of the record is damaged: {error}") from error
    return made


def corrected(body: bytes, kind: Kind, field: str, value: str) -> bytes:
    """The body with one field replaced by a JSON value.

    Raises:
        UsageError: there is no such field, or the value does not fit it.
    """
    type_ = TYPES[kind]
    if field == "id" or field not in {f.name for f in fields(type_)}:
        raise UsageError(f"a {kind.value} has no field {field!r} that can be corrected")
    try:
        values: dict[str, Any] = msgspec.json.decode(body)
        values[field] = msgspec.json.decode(value)
        return encode(msgspec.convert(values, type_))
    except (msgspec.MsgspecError, RecordError) as error:
        raise UsageError(f"{value} does not fit {field}: {error}") from error


def encode_coded(coded: CodedDocument) -> bytes:
    """A coded document without its text."""
    values = {name: getattr(coded.document, name) for name in _OF_DOCUMENT}
    values |= {name: getattr(coded, name) for name in _OF_CODED}
    return zlib.compress(encode(_Coding(**values)), _LEVEL)


def decode_coded(body: bytes, document: str, text: str) -> CodedDocument:
    """The coded document that `body` and the text make.

    Raises:
        DamagedRecordError: `body` is damaged, or the text is not the one that was coded.
    """
    try:
        coding = decode(zlib.decompress(body), _Coding)
        values = {name: getattr(coding, name) for name in _OF_DOCUMENT}
        whole = Document(id=document, text=text, **values)
        return CodedDocument(document=whole, **{n: getattr(coding, n) for n in _OF_CODED})
    except (zlib.error, RecordError) as error:
        raise DamagedRecordError(f"the coding of {document} is damaged: {error}") from error


@cache
def _decoder(type_: type[T]) -> msgspec.json.Decoder[T]:
    return msgspec.json.Decoder(type_)
