"""Resolves what was added: actors across documents, copies of texts, events and ties."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from khaldun.record import Actor, Entity, Forecast, Place, Relation, Report, Stated
from khaldun.resolution import (
    Context,
    Outline,
    ResolvedActor,
    actor_keys,
    lineages,
    outline_of,
    reach,
    relation_key,
    report_key,
    resolve_actors,
    resolve_relations,
    resolve_reports,
    text_keys,
)
from khaldun.store import (
    Entry,
    Facet,
    Item,
    Kind,
    Store,
    Unsettled,
    decode,
    entry_of_entity,
    entry_of_event,
    entry_of_tie,
    folded,
    named_by,
)
from khaldun.workspace.collecting import without_collector
from khaldun.workspace.judgements import Judgements
from khaldun.workspace.stating import Stating

_AT_ONCE = 8_000  # items of one kind in one transaction
_BLOCKS_AT_ONCE = 400
_OUTLINES = 10_000  # texts whose outlines are held
Statement = Report | Relation | Forecast


class Resolving:
    """Takes up the work that writing left, a part at a time, until none is left.

    Each part is one transaction, so that other processes may write in between, and a crash
    loses nothing.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stating = Stating(store)

    def settle(self) -> None:
        """Resolve everything that is still to be resolved."""
        while not self._store.settling.settled():
            with without_collector(), self._store.transaction():
                self._step()

    def _step(self) -> None:
        settling = self._store.settling
        if members := settling.marked(Unsettled.MEMBER, _AT_ONCE):
            self._settle_members(members)
        elif texts := settling.marked(Unsettled.TEXT, _AT_ONCE):
            self._settle_texts(texts)
        elif statements := settling.marked(Unsettled.STATEMENT, _AT_ONCE):
            self._settle_statements(statements)
        elif blocks := settling.marked_blocks(Kind.EVENT, _BLOCKS_AT_ONCE):
            self._settle_reports(blocks)
        elif blocks := settling.marked_blocks(Kind.TIE, _BLOCKS_AT_ONCE):
            self._settle_relations(blocks)

    def _settle_members(self, keys: Sequence[int]) -> None:
        decided = _decision_keys(Judgements.read(self._store))
        found = {
            key: (*actor_keys(member), *decided.get(member.id, ()))
            for key, member, _ in self._store.members.among(keys)
        }
        self._store.settling.set_keys(Unsettled.MEMBER, found)
        for together in self._store.settling.closure(Unsettled.MEMBER, keys):
            self._resolve_members(together)
        self._store.settling.clear(Unsettled.MEMBER, keys)

    def _resolve_members(self, keys: Sequence[int]) -> None:
        known = list(self._store.members.among(keys))
        decisions = Judgements.read(self._store).actors
        resolved = resolve_actors((member for _, member, _ in known), decisions)
        before = {entity for _, _, entity in known if entity is not None}
        moved: set[str] = set()
        for actor in resolved:
            moved.update(self._put_entity(actor))
        for gone in sorted(before - {r.actor.id for r in resolved}):
            if not self._store.members.of_entity(gone):
                self._store.items.remove(Kind.ENTITY, gone)
        self._mark_statements(self._store.members.documents(sorted(moved)))

    def _put_entity(self, resolved: ResolvedActor) -> list[str]:
        """Write an actor of the record; the descriptions whose statements this can change."""
        entity = resolved.actor
        known = self._store.items.get(Kind.ENTITY, entity.id)
        changed = known is not None and _decisive(decode(known.body, Entity)) != _decisive(
            Entity(actor=entity)
        )
        self._store.items.put(entry_of_entity(Entity(actor=entity)))
        return [
            m.member
            for m in resolved.members
            if self._store.members.join(m.member, entity.id, score=m.score, reason=m.reason)
            or changed
        ]

    def _mark_statements(self, documents: Iterable[str]) -> None:
        wanted = tuple(documents)
        for kind in (Kind.REPORT, Kind.RELATION, Kind.FORECAST):
            found = self._store.items.among(kind, "document", wanted)
            self._store.settling.mark(Unsettled.STATEMENT, [item.key for item in found])

    def _settle_texts(self, keys: Sequence[int]) -> None:
        documents = self._store.documents
        found = {key: text_keys(text) for key, _, text in documents.texts(keys)}
        self._store.settling.set_keys(Unsettled.TEXT, found)
        for together in self._store.settling.closure(Unsettled.TEXT, keys):
            if len(together) > 1:
                self._find_copies(id_ for _, id_, _ in documents.texts(together))
        self._store.settling.clear(Unsettled.TEXT, keys)

    def _find_copies(self, documents: Iterable[str]) -> None:
        editions = [next(self._store.documents.editions(d)) for d in documents]
        found = lineages(editions)
        self._mark_statements(d for d, of in found if self._store.documents.set_lineage(d, of))

    def _settle_statements(self, keys: Sequence[int]) -> None:
        for kind in (Kind.REPORT, Kind.RELATION, Kind.FORECAST):
            items = list(self._store.items.among(kind, "key", keys))
            stated = self._stating.stated(items)
            context = self._context(stated)
            self._store.items.find_by(
                (item.key, item.kind, item.id, item.place_in_list, _facets(one, context))
                for item, one in zip(items, stated, strict=True)
            )
            if kind is Kind.REPORT:
                self._put_in_blocks(Kind.EVENT, items, map(report_key, stated))
            elif kind is Kind.RELATION:
                self._put_in_blocks(Kind.TIE, items, map(relation_key, stated))
        self._store.settling.clear(Unsettled.STATEMENT, keys)

    def _put_in_blocks(self, kind: Kind, items: list[Item], blocks: Iterable[str]) -> None:
        found = [(item.key, block) for item, block in zip(items, blocks, strict=True)]
        self._store.items.put_in_blocks(found)
        before = {item.block for item in items if item.block is not None}
        self._store.settling.mark_blocks(kind, sorted(before | {block for _, block in found}))

    def _settle_reports(self, blocks: Sequence[str]) -> None:
        decisions = Judgements.read(self._store).statements
        reached = reach(blocks, together=self._groups(decisions.together))
        items = list(self._store.items.among(Kind.REPORT, "block", reached.needed))
        stated: list[Stated[Report]] = self._stating.stated(items)
        context = replace(self._context(stated), outlines=self._outlines(stated))
        resolved = resolve_reports(stated, context, decisions)
        owned, by_id = set(reached.owned), {one.id: one for one in stated}
        entries = []
        for one in resolved:
            if one.block in owned:
                facets = [
                    *_told_by(by_id[r] for r in one.event.reports),
                    *_in_countries(context.places[p].country for p in one.event.places),
                ]
                entry = entry_of_event(one.event, block=one.block, facets=facets)
                entries.append((entry, one.event.reports))
        self._replace(Kind.EVENT, Kind.REPORT, reached.owned, entries)
        self._store.settling.clear_blocks(Kind.EVENT, {*reached.owned, *blocks})

    def _outlines(self, stated: Iterable[Stated[Any]]) -> dict[str, Outline]:
        texts = self._store.documents.texts_of({one.document for one in stated})
        return {document: _outline(text) for document, text in texts}

    def _groups(self, together: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
        found = ([*self._store.items.among(Kind.REPORT, "id", p)] for p in sorted(together))
        groups = (tuple(item.block for item in items if item.block) for items in found)
        return tuple(group for group in groups if len(group) > 1)

    def _settle_relations(self, blocks: Sequence[str]) -> None:
        items = list(self._store.items.among(Kind.RELATION, "block", blocks))
        stated: list[Stated[Relation]] = self._stating.stated(items)
        context = self._context(stated)
        decisions = Judgements.read(self._store).statements
        entries, by_id = [], {one.id: one for one in stated}
        for one in resolve_relations(stated, context, decisions):
            parties = _countries((one.tie.subject, one.tie.target), context)
            facets = [*_told_by(by_id[r] for r in one.tie.relations), *_in_countries(parties)]
            entry = entry_of_tie(one.tie, block=one.block, facets=facets)
            entries.append((entry, one.tie.relations))
        self._replace(Kind.TIE, Kind.RELATION, blocks, entries)
        self._store.settling.clear_blocks(Kind.TIE, blocks)

    def _replace(
        self,
        kind: Kind,
        of: Kind,
        blocks: Iterable[str],
        entries: Sequence[tuple[Entry, tuple[str, ...]]],
    ) -> None:
        """Put these in place of all records of a kind that are in the blocks."""
        wanted = {entry.id for entry, _ in entries}
        for item in list(self._store.items.among(kind, "block", blocks)):
            if item.id not in wanted:
                self._store.items.remove(kind, item.id)
        self._store.items.put_all(kind, [entry for entry, _ in entries])
        self._store.items.adopt(
            of, ((id_, entry.id) for entry, statements in entries for id_ in statements)
        )

    def _context(self, stated: Iterable[Stated[Any]]) -> Context:
        named: set[str] = set()
        documents: set[str] = set()
        for one in stated:
            named.update(named_by(one.item))
            documents.add(one.document)
        entities = self._store.items.among(Kind.ENTITY, "id", sorted(named))
        places = self._store.items.among(Kind.PLACE, "id", sorted(named))
        return Context(
            entities={i.id: decode(i.body, Entity) for i in entities},
            places={i.id: decode(i.body, Place) for i in places},
            lineages=self._store.documents.lineages(sorted(documents)),
        )


@lru_cache(maxsize=_OUTLINES)
def _outline(text: str) -> Outline:
    return outline_of(text)


def _decisive(entity: Entity) -> Actor:
    """What of an actor can change how its reports are resolved; its other names cannot."""
    return replace(entity.actor, aliases=(), offices=())


def _decision_keys(judgements: Judgements) -> dict[str, tuple[str, ...]]:
    """Keys that bring together the descriptions that people joined."""
    found: dict[str, list[str]] = defaultdict(list)
    for pair in sorted(judgements.actors.together):
        for member in pair:
            found[member].append(f"decided {' '.join(pair)}")
    return {member: tuple(keys) for member, keys in found.items()}


def _facets(stated: Stated[Any], context: Context) -> list[tuple[Facet, str]]:
    item = stated.item
    named = tuple(named_by(item))
    place = context.places.get(item.place or "") if isinstance(item, Report) else None
    countries = [place.country] if place else _countries(_parties(item), context)
    found = [
        *((Facet.ACTOR, id_) for id_ in named if id_ in context.entities),
        *((Facet.PLACE, id_) for id_ in named if id_ in context.places),
        *_in_countries(countries),
        *_told_by([stated]),
    ]
    return list(dict.fromkeys(found))


def _told_by(stated: Iterable[Stated[Any]]) -> list[tuple[Facet, str]]:
    """Who says so: those who hold the claims, and the sources of the documents."""
    found: dict[tuple[Facet, str], None] = {}
    for one in stated:
        found[Facet.SOURCE, one.source] = None
        for link in one.item.attribution:
            found[Facet.HOLDER, folded(link.holder)] = None
    return sorted(found)


def _in_countries(countries: Iterable[str | None]) -> list[tuple[Facet, str]]:
    return [(Facet.COUNTRY, country) for country in countries if country]


def _parties(item: Statement) -> tuple[str, ...]:
    """Those whose countries stand for a statement that names no place of its own."""
    if isinstance(item, Report):
        return ()
    return (item.subject, item.target) if isinstance(item, Relation) else item.subjects


def _countries(ids: Iterable[str], context: Context) -> list[str | None]:
    entities = [context.entities[i].actor.country for i in ids if i in context.entities]
    return [*entities, *(context.places[i].country for i in ids if i in context.places)]
