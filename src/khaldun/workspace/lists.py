"""What a record lists: each list a page at a time, in an order that does not change."""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from khaldun.errors import UsageError
from khaldun.record import (
    Account,
    Change,
    CodedDocument,
    Edition,
    Entity,
    Event,
    Forecast,
    Joining,
    Place,
    Problem,
    Relation,
    Report,
    Selection,
    Stated,
    Tie,
)
from khaldun.store import (
    STATEMENTS,
    TYPES,
    Facet,
    Hit,
    Item,
    Kind,
    Store,
    cursor,
    decode,
    position_of,
)
from khaldun.workspace.page import Page
from khaldun.workspace.stating import Stating

T = TypeVar("T")
ALL = Selection()
PAGE = 100


class Lists:
    """Reads a record.

    Every list takes a selection, the number of items of a page (`limit`, None for all), and
    `after`, which is what the page before gave. Dated items stand in the order of their first
    day, undated ones last; actors and places in that of their names.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stating = Stating(store)

    @property
    def path(self) -> Path:
        """The file of the record."""
        return self._store.path

    @property
    def head(self) -> int:
        """The number of the last change."""
        return self._store.items.head()

    @property
    def last_day(self) -> date | None:
        """The last day on which an event began, None where none is dated."""
        return self._store.listing.last_day(Kind.EVENT)

    @property
    def last_published(self) -> date | None:
        """The last day on which a document was published, None where none is dated."""
        return self._store.listing.last_day(Kind.DOCUMENT)

    def statement_ids(self, document: str) -> tuple[str, ...]:
        """The ids of what a document states: its reports, relations, forecasts, as coded."""
        from khaldun.workspace.identity import statements_of

        items = statements_of(self.coded(document), document).items
        return tuple(item.id for item in items)

    def count(self, kind: Kind, selection: Selection = ALL) -> int:
        """How many records of a kind a selection leaves, without reading them."""
        return self._store.listing.count(kind, selection)

    def events(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Event]:
        """Events over all documents."""
        return self._page(Kind.EVENT, Event, selection, limit, after)

    def relations(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Tie]:
        """What holds between two parties, over all documents."""
        return self._page(Kind.TIE, Tie, selection, limit, after)

    def actors(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Entity]:
        """Actors over all documents, without their joinings, which `joinings` gives."""
        return self._page(Kind.ENTITY, Entity, selection, limit, after)

    def places(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Place]:
        """Places that the documents name."""
        return self._page(Kind.PLACE, Place, selection, limit, after)

    def problems(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Problem]:
        """What could not be read or coded, by source."""
        return self._page(Kind.PROBLEM, Problem, selection, limit, after)

    def unknown(self, selection: Selection) -> tuple[str, ...]:
        """What a selection names that nothing in the record is called: its actor, its place."""
        asked = ((Kind.ENTITY, selection.actor), (Kind.PLACE, selection.place))
        listing = self._store.listing
        return tuple(n for kind, n in asked if n is not None and not listing.named(kind, n))

    def contradictions(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Event]:
        """Events whose reports contradict each other."""
        items, following = self._store.listing.page(
            Kind.EVENT, selection, limit=limit, after=after, having=Facet.CONTRADICTION
        )
        return Page(items=tuple(decode(i.body, Event) for i in items), after=following)

    def reports(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Stated[Report]]:
        """Events as the documents state them."""
        return self._stated(Kind.REPORT, selection, limit, after)

    def stated_relations(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Stated[Relation]]:
        """Relations as the documents state them."""
        return self._stated(Kind.RELATION, selection, limit, after)

    def forecasts(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Stated[Forecast]]:
        """Forecasts, by the day on which they were made."""
        return self._stated(Kind.FORECAST, selection, limit, after)

    def statements(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Stated[Any]]:
        """Reports, then relations, then forecasts, as the documents state them."""
        number, within = _part_of(after)
        found: list[Stated[Any]] = []
        for place, kind in enumerate(STATEMENTS[number:], start=number):
            rest = None if limit is None else limit - len(found)
            page = self._stated(kind, selection, rest, within)
            found.extend(page.items)
            if page.after is not None:
                return Page(items=tuple(found), after=cursor((place, page.after)))
            if rest == len(page) and kind is not STATEMENTS[-1]:
                return Page(items=tuple(found), after=cursor((place + 1, "")))
            within = None
        return Page(items=tuple(found))

    def forecasts_up_to(
        self, selection: Selection, day: date | None
    ) -> tuple[Stated[Forecast], ...]:
        """All forecasts that can have been made by a day, with those of which it is not known."""
        if day is not None:
            day = self._store.listing.last_end(Kind.DOCUMENT, day) or day
        items, _ = self._store.listing.page(Kind.FORECAST, selection, up_to=day)
        return tuple(self._stating.stated(items))

    def deeds_of(self, actor: str, selection: Selection) -> Account:
        """The reports and events in which an actor, by its id, has part."""
        listing = self._store.listing
        reports, _ = listing.page(Kind.REPORT, selection, actors=(actor,))
        events, _ = listing.page(Kind.EVENT, selection, actors=(actor,))
        return Account(
            reports=tuple(self._stating.stated(reports)),
            events=tuple(decode(item.body, Event) for item in events),
        )

    def documents(
        self, selection: Selection = ALL, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Edition]:
        """Documents by the day of publication, with every reading of each: `limit` documents."""
        items, following = self._store.listing.page(
            Kind.DOCUMENT, selection, limit=limit, after=after
        )
        editions = (self._store.documents.editions(item.id) for item in items)
        return Page(items=tuple(chain.from_iterable(editions)), after=following)

    def search(
        self, words: str, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Hit]:
        """Where words are found in evidence and texts; words in quotation marks stand together."""
        hits, following = self._store.searching.page(words, limit=limit, after=after)
        return Page(items=tuple(hits), after=following)

    def changes(
        self, since: int = 0, *, limit: int | None = PAGE, after: str | None = None
    ) -> Page[Change]:
        """What was added, changed and removed after change number `since`, oldest first."""
        start = int(position_of(after)[0]) if after else since
        found = self._store.items.changes(start, None if limit is None else limit + 1)
        if limit is None or len(found) <= limit:
            return Page(items=tuple(found))
        kept = tuple(found[:limit])
        return Page(items=kept, after=cursor((kept[-1].sequence,)) if kept else None)

    def event(self, id: str) -> Event:  # noqa: A002 - the record's own id
        """The event with this id; UsageError where there is none, as for all of these."""
        return self._get(Kind.EVENT, id, Event)

    def tie(self, id: str) -> Tie:  # noqa: A002 - the record's own id
        """The tie with this id."""
        return self._get(Kind.TIE, id, Tie)

    def entity(self, id: str) -> Entity:  # noqa: A002 - the record's own id
        """The actor with this id, with its joinings."""
        entity = self._get(Kind.ENTITY, id, Entity)
        return Entity(actor=entity.actor, joinings=self.joinings(id))

    def entities(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        """The actors with these ids, as `events_of`; without joinings, which can be many."""
        return self._among(Kind.ENTITY, ids, Entity)

    def events_of(self, ids: Iterable[str]) -> tuple[Event, ...]:
        """The events with these ids, in the order of the ids; what is none is left out."""
        return self._among(Kind.EVENT, ids, Event)

    def ties_of(self, ids: Iterable[str]) -> tuple[Tie, ...]:
        """The ties with these ids, in the order of the ids; what is none is left out."""
        return self._among(Kind.TIE, ids, Tie)

    def places_of(self, ids: Iterable[str]) -> tuple[Place, ...]:
        """The places with these ids, in the order of the ids; what is none is left out."""
        return self._among(Kind.PLACE, ids, Place)

    def statements_of(self, ids: Iterable[str]) -> tuple[Stated[Any], ...]:
        """The statements with these ids, in the order of the ids; what is none is left out."""
        wanted = tuple(dict.fromkeys(ids))
        items = [i for kind in STATEMENTS for i in self._store.items.among(kind, "id", wanted)]
        found = {stated.id: stated for stated in self._stating.stated(items)}
        return tuple(found[id_] for id_ in wanted if id_ in found)

    def place(self, id: str) -> Place:  # noqa: A002 - the record's own id
        """The place with this id."""
        return self._get(Kind.PLACE, id, Place)

    def statement(self, id: str) -> Stated[Any]:  # noqa: A002 - the record's own id
        """The report, relation or forecast with this id."""
        for kind in STATEMENTS:
            if item := self._store.items.get(kind, id):
                return self._stating.stated([item])[0]
        raise UsageError(f"there is no statement {id} in the record")

    def edition(self, document: str) -> tuple[Edition, ...]:
        """Every reading of a document."""
        self.coded(document)
        return tuple(self._store.documents.editions(document))

    def coded(self, document: str) -> CodedDocument:
        """A document as it was last coded."""
        coded = self._store.documents.coded(document)
        if coded is None:
            raise UsageError(f"there is no document {document} in the record")
        return coded

    def joinings(self, entity: str) -> tuple[Joining, ...]:
        """The actors of documents that are held to be this actor of the record."""
        return self._store.members.joinings(entity)

    def naming(self, document: str, actor: str) -> str:
        """The id of the description that statements name an actor of a document by."""
        described = self._store.members.naming(document, actor)
        if described is None:
            raise UsageError(f"there is no actor {actor} in {document}")
        return described

    def names(self, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Ids of actors, of descriptions of actors and of places, each with its name, in order."""
        wanted = sorted(set(ids))
        described = self._store.members.entities(wanted)
        entities = self._store.items.among(
            Kind.ENTITY, "id", sorted({*wanted, *described.values()})
        )
        places = self._store.items.among(Kind.PLACE, "id", wanted)
        found = {i.id: decode(i.body, Entity).actor.name for i in entities}
        found |= {id_: found[entity] for id_, entity in described.items() if entity in found}
        found |= {i.id: decode(i.body, Place).name for i in places}
        return tuple(sorted((id_, found[id_]) for id_ in wanted if id_ in found))

    def _page(
        self, kind: Kind, type_: type[T], selection: Selection, limit: int | None, after: str | None
    ) -> Page[T]:
        items, following = self._store.listing.page(kind, selection, limit=limit, after=after)
        return Page(items=tuple(decode(item.body, type_) for item in items), after=following)

    def _stated(
        self, kind: Kind, selection: Selection, limit: int | None, after: str | None
    ) -> Page[Stated[Any]]:
        items, following = self._store.listing.page(kind, selection, limit=limit, after=after)
        return Page(items=tuple(self._stating.stated(items)), after=following)

    def _among(self, kind: Kind, ids: Iterable[str], type_: type[T]) -> tuple[T, ...]:
        wanted = tuple(dict.fromkeys(ids))
        found = {item.id: item for item in self._store.items.among(kind, "id", wanted)}
        return tuple(decode(found[id_].body, type_) for id_ in wanted if id_ in found)

    def _get(self, kind: Kind, id_: str, type_: type[T]) -> T:
        item: Item | None = self._store.items.get(kind, id_)
        if item is None:
            raise UsageError(f"there is no {TYPES[kind].__name__.lower()} {id_} in the record")
        return decode(item.body, type_)


def _part_of(after: str | None) -> tuple[int, str | None]:
    """The number of the kind at which a page of all statements starts, and where in it."""
    if after is None:
        return 0, None
    position = position_of(after)
    if len(position) != 2 or position[0] not in range(len(STATEMENTS)):
        raise UsageError(f"{after!r} is not the key of a page of this list")
    return int(position[0]), str(position[1]) or None
