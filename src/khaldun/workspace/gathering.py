"""What a page of a listing speaks of: names, reports and editions, fetched once each."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from khaldun.errors import UsageError
from khaldun.record import (
    Account,
    AnyStated,
    Edition,
    Entity,
    Event,
    Forecast,
    Place,
    Relation,
    Report,
    Stated,
    Tie,
)
from khaldun.store import named_by
from khaldun.workspace.record import Record

T = TypeVar("T")
Content = TypeVar("Content", Report, Relation, Forecast)
Item = Event | Tie | AnyStated | Entity | Place | Edition


def gathered(record: Record, items: Iterable[Item], *, texts: bool = True) -> Account:
    """An account of `items`, with whatever they name; what is no longer there is left out.

    Without `texts` it has neither the editions of the documents nor the joinings of the
    actors that are named, which take longest to fetch.
    """
    listed = tuple(items)
    events = _only(listed, Event)
    ties = _only(listed, Tie)
    listed_statements: tuple[AnyStated, ...] = _only(listed, Stated)
    told = (*(e.reports for e in events), *(t.relations for t in ties))
    statements = (*listed_statements, *record.statements_of(chain.from_iterable(told)))
    stated_names = (id_ for stated in statements for id_ in named_by(stated.item))
    parties = tuple(dict.fromkeys([*_parties(events, ties), *stated_names]))
    named = _found(record.entity, parties) if texts else record.entities(parties)
    entities = (*_only(listed, Entity), *named)
    places = (*_only(listed, Place), *record.places_of(parties))
    documents = (stated.document for stated in statements if texts)
    read = _found(record.edition, documents)
    editions = (*_only(listed, Edition), *(edition for found in read for edition in found))
    return Account(
        editions=editions,
        entities=tuple({entity.actor.id: entity for entity in entities}.values()),
        places=tuple({place.id: place for place in places}.values()),
        reports=_of(statements, Report),
        relations=_of(statements, Relation),
        forecasts=_of(statements, Forecast),
        events=events,
        ties=ties,
    )


def evidence(record: Record, ids: Iterable[str]) -> Account:
    """An account of the events, ties and statements that `ids` name, with what they name."""
    wanted = tuple(ids)
    found = (record.events_of(wanted), record.ties_of(wanted), record.statements_of(wanted))
    return gathered(record, chain.from_iterable(found), texts=False)


def _only(items: Iterable[object], kind: type[T]) -> tuple[T, ...]:
    return tuple(item for item in items if isinstance(item, kind))


def _of(statements: Iterable[AnyStated], kind: type[Content]) -> tuple[Stated[Content], ...]:
    """The statements of one kind, each once."""
    return tuple({s.id: s for s in statements if isinstance(s.item, kind)}.values())


def _found(fetch: Callable[[str], T], ids: Iterable[str]) -> Iterator[T]:
    for identifier in dict.fromkeys(ids):
        try:
            yield fetch(identifier)
        except UsageError:  # An id of another kind, or of what was removed since.
            continue


def _parties(events: Iterable[Event], ties: Iterable[Tie]) -> Iterator[str]:
    for event in events:
        yield from (*event.actors, *event.recipients, *event.places)
    for tie in ties:
        yield from (tie.subject, tie.target)
