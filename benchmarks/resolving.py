"""Coded documents resolved together in memory, as a record does it in its file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from khaldun.record import (
    Actor,
    CodedDocument,
    Document,
    Edition,
    Entity,
    Event,
    Place,
    Relation,
    Report,
    Stated,
    Tie,
)
from khaldun.resolution import (
    Context,
    ResolvedActor,
    is_generic,
    lineages,
    place_id,
    resolve_actors,
    resolve_relations,
    resolve_reports,
)

Said = TypeVar("Said", Report, Relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What documents come to: actors, the reports with ids of all documents, events, ties."""

    actors: tuple[ResolvedActor, ...]
    reports: tuple[Stated[Report], ...]
    events: tuple[Event, ...]
    ties: tuple[Tie, ...]
    context: Context


def resolve(coded: Sequence[CodedDocument]) -> Resolved:
    """Everything that the documents say, resolved across them."""
    members = {(c.document.id, a.id): described(c.document, a) for c in coded for a in c.actors}
    actors = resolve_actors(members.values())
    entity_of = {m.member: r.actor.id for r in actors for m in r.members}
    entities = {key: entity_of[member.id] for key, member in members.items()}
    places = {place_id(p): replace(p, id=place_id(p), mentions=()) for c in coded for p in c.places}
    context = Context(
        entities={r.actor.id: Entity(actor=r.actor) for r in actors},
        places=places,
        lineages=dict(lineages(map(edition, coded))),
    )
    ids = _Ids(entities)
    reports = tuple(stated for c in coded for stated in ids.reports(c))
    relations = tuple(stated for c in coded for stated in ids.relations(c))
    return Resolved(
        actors=actors,
        reports=reports,
        events=tuple(r.event for r in resolve_reports(reports, context)),
        ties=tuple(r.tie for r in resolve_relations(relations, context)),
        context=context,
    )


def described(document: Document, actor: Actor) -> Actor:
    """The description of an actor, with an id made of it (and of the document if generic)."""
    bare = replace(
        actor,
        id="",
        mentions=(),
        offices=tuple(replace(o, of=None, span=None) for o in actor.offices),
    )
    home = document.id if is_generic(bare) else ""
    return replace(bare, id=f"{home}{bare!r}")


def edition(coded: CodedDocument) -> Edition:
    """The document as the only edition of a source."""
    document = coded.document
    source = document.publisher or document.id
    return Edition(document=document, source=source, location=document.id)


class _Ids:
    """Statements with the ids of the whole in place of those of their document."""

    def __init__(self, entities: dict[tuple[str, str], str]) -> None:
        self._entities = entities

    def reports(self, coded: CodedDocument) -> Iterable[Stated[Report]]:
        places = {p.id: place_id(p) for p in coded.places}
        for report in coded.reports:
            item = replace(
                report,
                id=f"{coded.document.id}-{report.id}",
                actors=self._of(coded, report.actors),
                recipients=self._of(coded, report.recipients),
                place=None if report.place is None else places[report.place],
            )
            yield self._stated(coded, item)

    def relations(self, coded: CodedDocument) -> Iterable[Stated[Relation]]:
        places = {p.id: place_id(p) for p in coded.places}
        for relation in coded.relations:
            target = relation.target
            item = replace(
                relation,
                id=f"{coded.document.id}-{relation.id}",
                subject=self._of(coded, (relation.subject,))[0],
                target=places.get(target) or self._of(coded, (target,))[0],
            )
            yield self._stated(coded, item)

    def _of(self, coded: CodedDocument, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._entities[coded.document.id, i] for i in ids)

    def _stated(self, coded: CodedDocument, item: Said) -> Stated[Said]:
        document = coded.document
        return Stated(
            version=1,
            document=document.id,
            source=document.publisher or document.id,
            published=document.published,
            item=item,
        )


def place_of(resolved: Resolved, place: str) -> Place:
    """The place of an id."""
    return resolved.context.places[place]
