"""Whether a record is sound: the file, every quote, every id, every decision."""
# ruff: noqa: S608 - what is put into SQL are names of our own tables and columns

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from khaldun.errors import DamagedRecordError, SpanError
from khaldun.record import (
    Event,
    Forecast,
    Relation,
    Report,
    Tie,
    document_id,
    spans_of,
)
from khaldun.store.bodies import TYPES, decode
from khaldun.store.database import Database
from khaldun.store.decisions import Decisions, seal
from khaldun.store.documents import Documents
from khaldun.store.items import COLUMNS, Item, checksum, item_of
from khaldun.store.kinds import STATEMENTS, Kind

_MANY = 1_000  # rows that are held at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong with a record of the store, or with the file where `record` is None."""

    record: str | None
    message: str

    def __str__(self) -> str:
        return f"{self.record}: {self.message}" if self.record else self.message


class Verifying:
    """The check of a whole store."""

    def __init__(self, database: Database, documents: Documents, decisions: Decisions) -> None:
        self._database = database
        self._documents = documents
        self._decisions = decisions

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong; nothing where the record is sound."""
        checks = (
            self._file,
            self._versions,
            self._texts,
            self._statements,
            self._events,
            self._ties,
            self._chain,
        )
        for check in checks:
            try:
                yield from check()
            except DamagedRecordError as error:
                yield Finding(record=None, message=str(error))

    def _file(self) -> Iterator[Finding]:
        for (message,) in self._database.rows("PRAGMA integrity_check"):
            if message != "ok":
                yield Finding(record=None, message=message)

    def _versions(self) -> Iterator[Finding]:
        sql = "SELECT sequence, record, body, checksum FROM version WHERE sequence > ? LIMIT ?"
        last = 0
        while rows := self._database.rows(sql, (last, _MANY)):
            last = rows[-1][0]
            for _, record, body, kept in rows:
                if checksum(body) != kept:
                    yield Finding(record=record, message="a version is not as it was written")

    def _texts(self) -> Iterator[Finding]:
        for (document,) in self._database.rows("SELECT id FROM document ORDER BY id"):
            if not document.startswith(document_id(self._documents.text(document) or "")):
                yield Finding(record=document, message="its text is not the one that was read")
            try:
                self._documents.coded(document)
            except DamagedRecordError as error:
                yield Finding(record=document, message=str(error))

    def _statements(self) -> Iterator[Finding]:
        known = self._ids("SELECT id FROM member WHERE entity IN (SELECT id FROM item)")
        known |= self._ids("SELECT id FROM item WHERE kind = 'place'")
        text, document = "", None
        for kind in STATEMENTS:
            for item in self._items(kind):
                if item.document != document:
                    document = item.document
                    text = self._documents.text(document or "") or ""
                yield from _wrong(item, lambda record: _check(record, text, known))  # noqa: B023

    def _events(self) -> Iterator[Finding]:
        known = self._ids("SELECT id FROM item WHERE kind IN ('report', 'actor', 'place')")
        for item in self._items(Kind.EVENT):
            yield from _wrong(item, lambda event: _missing(_of_event(event), known))

    def _ties(self) -> Iterator[Finding]:
        known = self._ids("SELECT id FROM item WHERE kind IN ('relation', 'actor', 'place')")
        for item in self._items(Kind.TIE):
            yield from _wrong(item, lambda tie: _missing(_of_tie(tie), known))

    def _chain(self) -> Iterator[Finding]:
        before, expected = "", 1
        for sequence, body, sealed in self._decisions.sealed():
            if sequence != expected or sealed != seal(before, body):
                message = f"decision {expected} is not as it was written"
                yield Finding(record=None, message=message)
                return
            before, expected = sealed, expected + 1

    def _ids(self, sql: str) -> set[str]:
        return {row[0] for row in self._database.rows(sql)}

    def _items(self, kind: Kind) -> Iterator[Item]:
        sql = (
            f"SELECT {COLUMNS} FROM item i JOIN version v ON v.sequence = i.sequence "
            "WHERE i.kind = ? AND i.key > ? ORDER BY i.key LIMIT ?"
        )
        last = 0
        while rows := self._database.rows(sql, (kind, last, _MANY)):
            items = [item_of(row) for row in rows]
            last = items[-1].key
            yield from items


def _wrong(item: Item, check: Callable[..., str | None]) -> Iterator[Finding]:
    try:
        message = check(decode(item.body, TYPES[item.kind]))
    except DamagedRecordError as error:
        message = str(error)
    if message:
        yield Finding(record=item.id, message=message)


def _check(record: Report | Relation | Forecast, text: str, known: set[str]) -> str | None:
    for span in spans_of(record):
        try:
            span.check(text)
        except SpanError as error:
            return f"a quote is not what the document says: {error}"
    return _missing(named_by(record), known)


def named_by(record: Report | Relation | Forecast) -> Iterator[str]:
    """The ids of actors and places that a statement names."""
    if isinstance(record, Report):
        yield from (*record.actors, *record.recipients)
        yield from (q.of for q in record.quantities if q.of)
        yield from (record.place,) if record.place else ()
    elif isinstance(record, Relation):
        yield from (record.subject, record.target)
    else:
        yield from record.subjects
    yield from (link.actor for link in record.attribution if link.actor)


def _of_event(event: Event) -> Iterator[str]:
    yield from (*event.reports, *event.actors, *event.recipients, *event.places)


def _of_tie(tie: Tie) -> Iterator[str]:
    yield from (*tie.relations, tie.subject, tie.target)


def _missing(ids: Iterator[str], known: set[str]) -> str | None:
    gone = sorted({id_ for id_ in ids if id_ not in known})
    return f"it names what is not in the record: {', '.join(gone)}" if gone else None
