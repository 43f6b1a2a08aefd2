"""The account of a record, or of the part of it that a selection leaves."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from khaldun.record import Account, Edition, Entity, Place, Selection, Stated
from khaldun.store import Kind, Store, decode, named_by
from khaldun.workspace.lists import ALL, Lists


def account_of(store: Store, selection: Selection = ALL) -> Account:
    """Everything that `selection` leaves, with the actors, places and documents that it names.

    The parts are in the order of their ids, so that equal records give equal accounts.
    """
    lists = Lists(store)
    reports = lists.reports(selection, limit=None)
    relations = lists.stated_relations(selection, limit=None)
    forecasts = lists.forecasts(selection, limit=None)
    events = lists.events(selection, limit=None)
    ties = lists.relations(selection, limit=None)
    statements: list[Stated[Any]] = [*reports, *relations, *forecasts]
    named = {id_ for one in statements for id_ in named_by(one.item)}
    for event in events:
        named.update((*event.actors, *event.recipients, *event.places))
    for tie in ties:
        named.update((tie.subject, tie.target))
    whole = selection == ALL
    documents = None if whole else {one.document for one in statements}
    return Account(
        editions=_editions(store, documents),
        entities=_entities(store, lists, None if whole else named),
        places=_places(lists, None if whole else named),
        reports=_by_id(reports),
        relations=_by_id(relations),
        forecasts=_by_id(forecasts),
        events=tuple(sorted(events, key=lambda e: e.id)),
        ties=tuple(sorted(ties, key=lambda t: t.id)),
    )


def _by_id(items: Iterable[Stated[Any]]) -> tuple[Stated[Any], ...]:
    return tuple(sorted(items, key=lambda one: one.id))


def _editions(store: Store, documents: set[str] | None) -> tuple[Edition, ...]:
    if documents is None:
        items, _ = store.listing.page(Kind.DOCUMENT, ALL)
        documents = {item.id for item in items}
    return tuple(e for d in sorted(documents) for e in store.documents.editions(d))


def _entities(store: Store, lists: Lists, named: set[str] | None) -> tuple[Entity, ...]:
    if named is None:
        found: Iterable[Entity] = lists.actors(limit=None)
    else:
        items = store.items.among(Kind.ENTITY, "id", sorted(named))
        found = (decode(item.body, Entity) for item in items)
    whole = (replace(e, joinings=lists.joinings(e.actor.id)) for e in found)
    return tuple(sorted(whole, key=lambda e: e.actor.id))


def _places(lists: Lists, named: set[str] | None) -> tuple[Place, ...]:
    places = lists.places(limit=None)
    return tuple(sorted((p for p in places if named is None or p.id in named), key=lambda p: p.id))
