"""From a coded document and the decisions on it to the statements that the record lists."""

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date

from khaldun.errors import UsageError
from khaldun.record import (
    Action,
    CodedDocument,
    Decision,
    Place,
)
from khaldun.store import (
    STATEMENTS,
    TYPES,
    Entry,
    Item,
    Kind,
    Store,
    Unsettled,
    corrected,
    decode,
    encode,
    entry_of_place,
    entry_of_statement,
)
from khaldun.workspace.identity import Statements, ground_of, statements_of
from khaldun.workspace.judgements import Judgements

_BLOCKED = {Kind.REPORT: Kind.EVENT, Kind.RELATION: Kind.TIE}


class Projecting:
    """Brings what the record lists of a document in line with its coding and its decisions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def project_new(self, documents: Iterable[tuple[str, CodedDocument]]) -> None:
        """List what documents say of which nothing was listed before; within a transaction."""
        judgements = Judgements.read(self._store)
        found = list(documents)
        said = [(d, statements_of(coded, d, judgements.alone(d))) for d, coded in found]
        keys = self._store.members.put_new((d, naming) for d, one in said for naming in one.namings)
        self._store.settling.mark(Unsettled.MEMBER, keys)
        self._put_places(place for _, one in said for place in one.places)
        judged = [
            (d, self._judged(entry_of_statement(item, made=made), judgements, made))
            for (d, one), made in zip(said, (_made(coded) for _, coded in found), strict=True)
            for item in one.items
        ]
        self._put_statements([_of(entry, d) for d, entry in judged if entry], new=True)

    def project(self, coded: CodedDocument, document: str) -> None:
        """List what a document of the record says, in place of what was listed of it."""
        judgements = Judgements.read(self._store)
        said = Statements()
        if self._is_current(document):
            said = statements_of(coded, document, judgements.alone(document))
        keys = self._store.members.put(document, said.namings)
        self._store.settling.mark(Unsettled.MEMBER, keys)
        self._put_places(said.places)
        made = _made(coded)
        entries = {item.id: entry_of_statement(item, made=made) for item in said.items}
        self._keep_grounds(document, entries)
        judged = [self._judged(entry, judgements, made) for entry in entries.values()]
        wanted = [_of(entry, document) for entry in judged if entry]
        self._remove_others(document, {entry.id for entry in wanted})
        self._put_statements(wanted, new=False)

    def project_again(self, document: str) -> None:
        """The same for a document that is in the record."""
        coded = self._store.documents.coded(document)
        if coded is not None:
            self.project(coded, document)

    def _is_current(self, document: str) -> bool:
        origin = self._store.documents.origin(document)
        return origin is not None and origin.current

    def _put_places(self, places: Iterable[Place]) -> None:
        """Write places; of two ways to describe one, the same one stays in any order."""
        best: dict[str, Place] = {}
        for place in places:
            if place.id not in best or _rank(place) < _rank(best[place.id]):
                best[place.id] = place
        for item in self._store.items.among(Kind.PLACE, "id", list(best)):
            if _rank(decode(item.body, Place)) <= _rank(best[item.id]):
                del best[item.id]
        self._store.items.put_all(Kind.PLACE, [entry_of_place(place) for place in best.values()])

    def _put_statements(self, entries: Iterable[Entry], *, new: bool) -> None:
        found = list(entries)
        for kind in STATEMENTS:
            of_kind = [entry for entry in found if entry.kind is kind]
            keys = self._store.items.put_all(kind, of_kind, new=new)
            self._store.settling.mark(Unsettled.STATEMENT, keys)

    def _keep_grounds(self, document: str, entries: dict[str, Entry]) -> None:
        for record in self._store.decisions.decided(document):
            entry = entries.get(record)
            self._store.decisions.set_ground(record, document, _ground(entry))

    def _judged(self, entry: Entry, judgements: Judgements, made: date | None) -> Entry | None:
        """The entry as people corrected it, None where they rejected it."""
        for decision in judgements.of(entry.id):
            if decision.action is Action.REJECT:
                return None
            if decision.action is Action.CORRECT:
                entry = _corrected(entry, decision, made)
        return entry

    def _remove_others(self, document: str, wanted: Container[str]) -> None:
        for kind in STATEMENTS:
            for item in list(self._store.items.among(kind, "document", [document])):
                if item.id not in wanted:
                    self._remove(item)

    def _remove(self, item: Item) -> None:
        self._store.items.remove(item.kind, item.id)
        self._store.settling.clear(Unsettled.STATEMENT, [item.key])
        if item.block is not None:
            self._store.settling.mark_blocks(_BLOCKED[item.kind], [item.block])


def check_correction(item: Item, field: str, value: str) -> None:
    """Whether a statement can be corrected so.

    Raises:
        UsageError: there is no such field, or the value does not fit it.
    """
    if item.kind not in STATEMENTS:
        raise UsageError(f"a {item.kind.value} follows from statements; correct those")
    corrected(item.body, item.kind, field, value)


def _corrected(entry: Entry, decision: Decision, made: date | None) -> Entry:
    try:
        body = corrected(entry.body, entry.kind, decision.field or "", decision.after or "")
    except UsageError:  # a newer coder says what the correction no longer fits: it is stale
        return entry
    return entry_of_statement(decode(body, TYPES[entry.kind]), made=made)


def _ground(entry: Entry | None) -> str:
    return ground_of(entry.kind, entry.body) if entry else ""


def _made(coded: CodedDocument) -> date | None:
    """The day on which a document foretells what it does."""
    published = coded.document.published
    return published.latest if published else None


def _of(entry: Entry, document: str) -> Entry:
    return replace(entry, document=document)


def _rank(place: Place) -> tuple[bool, bool, bytes]:
    return place.latitude is None, place.kind is None, encode(place)
