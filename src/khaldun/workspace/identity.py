"""Ids of the record: made from the content, so that they are the same in every record."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from khaldun.record import (
    Actor,
    CodedDocument,
    CoderIdentity,
    Document,
    Forecast,
    Place,
    PublicationBasis,
    Relation,
    Report,
    document_id,
)
from khaldun.resolution import is_generic, place_id
from khaldun.store import STATEMENTS, TYPES, Kind, Naming, decode, encode, folded
from khaldun.workspace.stating import renamed

_DIGITS = 16
_DESCRIPTIONS = 20_000  # whose ids are held
_CODERS = 64  # whose digests are held
_VARIANT = 8  # digits that tell apart documents that share their text


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """What a document says, under the ids of the record.

    Actors are named by the ids of their descriptions, of which many documents may give the
    same one; the actor of the record that each is can change as documents come.
    """

    namings: tuple[Naming, ...] = ()
    places: tuple[Place, ...] = ()
    items: tuple[Report | Relation | Forecast, ...] = ()


def document_of_record(document: Document) -> Document:
    """The document under its id in the record.

    The id is made from the text and from what else decides the coding; a date that was
    inferred follows from the text.
    """
    published = document.published
    given = published if published and published.basis is PublicationBasis.GIVEN else None
    rest = (
        document.title,
        document.byline,
        document.publisher,
        document.url,
        given,
        document.segments,
    )
    variant = digest(encode(rest))[:_VARIANT]
    return replace(document, id=f"{document_id(document.text)}-{variant}")


@lru_cache(maxsize=_CODERS)
def coder_digest(coder: CoderIdentity) -> str:
    """What is the same for two codings by the same version of everything."""
    return digest(encode(coder))


def statements_of(
    coded: CodedDocument, document: str, alone: frozenset[str] = frozenset()
) -> Statements:
    """The statements of a document, whose id in the record is `document`.

    `alone` are the ids, in the document, of actors that a person has taken apart from others
    who are described in the same words.
    """
    namings = tuple(_naming(actor, document, actor.id in alone) for actor in coded.actors)
    places = tuple(replace(place, id=place_id(place), mentions=()) for place in coded.places)
    ids = {naming.actor: naming.member.id for naming in namings}
    ids |= {old.id: new.id for old, new in zip(coded.places, places, strict=True)}
    names = {actor.id: folded(actor.name) for actor in coded.actors}
    names |= {place.id: folded(place.name) for place in coded.places}
    keys: list[tuple[str, Report | Relation | Forecast]] = [
        *((f"report {r.trigger.start} {r.trigger.end}", r) for r in coded.reports),
        *((_relation_key(r, names), r) for r in coded.relations),
        *((f"forecast {f.statement.start} {f.statement.end}", f) for f in coded.forecasts),
    ]
    return Statements(
        namings=namings, places=places, items=tuple(_identified(document, keys, ids.__getitem__))
    )


def digest(body: bytes) -> str:
    """SHA-256 as hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()


def ground_of(kind: Kind, body: bytes) -> str:
    """The digest of what a decision rests on: a record, less how sure the coder is of it.

    A coder that has only become more or less sure says what was decided on, and nothing else.
    """
    if kind not in STATEMENTS:
        return digest(body)
    return digest(encode(replace(decode(body, TYPES[kind]), confidence=None)))


def made_id(kind: str, *parts: str) -> str:
    """An id of a kind, made from its parts."""
    return f"{kind}-{digest(encode(parts))[:_DIGITS]}"


def _naming(actor: Actor, document: str, alone: bool) -> Naming:
    offices = tuple(replace(office, of=None, span=None) for office in actor.offices)
    member = _member(replace(actor, id="", mentions=(), offices=offices))
    of = (document, actor.id) if alone else (document,) if is_generic(member) else ()
    if of:
        member = replace(member, id=made_id("member", member.id, *of))
    return Naming(actor=actor.id, member=member)


@lru_cache(maxsize=_DESCRIPTIONS)
def _member(described: Actor) -> Actor:
    return replace(described, id=made_id("member", digest(encode(described))))


def _relation_key(relation: Relation, names: dict[str, str]) -> str:
    where = f"{relation.evidence.start} {relation.evidence.end}"
    parties = f"{names[relation.subject]} / {names[relation.target]}"
    return f"relation {relation.type} {where} {parties}"


def _identified(
    document: str,
    keys: Iterable[tuple[str, Report | Relation | Forecast]],
    name: Callable[[str], str],
) -> Iterable[Report | Relation | Forecast]:
    """Statements under ids of their document and key; equal keys are counted."""
    seen: Counter[str] = Counter()
    for key, item in keys:
        seen[key] += 1
        id_ = made_id(key.split(" ", 1)[0], document, key, str(seen[key]))
        yield renamed(item, name, id=id_)
