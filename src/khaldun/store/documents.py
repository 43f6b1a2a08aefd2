"""Documents of a record: their texts, where each was read, and what the coder made of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from khaldun.record import CodedDocument, Document, Edition, Publication
from khaldun.store.bodies import decode, decode_coded, encode, encode_coded
from khaldun.store.database import Database, Row
from khaldun.store.entries import UNKNOWN_FIRST, UNKNOWN_LAST, Entry
from khaldun.store.items import Items
from khaldun.store.kinds import Facet, Kind

_DAYS = 4_096  # of publication that are held


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a statement takes from its document; `current` is false once it was replaced."""

    key: int
    source: str
    current: bool
    coder: str
    published: Publication | None
    lineage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """That a document, under its id in the record, was read at a location."""

    document: Document
    location: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival(Sighting):
    """A document that was read and coded, with the digest of its coder."""

    coded: CodedDocument
    coder: str


class Documents:
    """The documents of a store."""

    def __init__(self, database: Database, items: Items) -> None:
        self._database = database
        self._items = items

    def origin(self, document: str) -> Origin | None:
        """What is known of a document, None where it is not in the record."""
        return self.origins([document]).get(document)

    def origins(self, documents: Iterable[str]) -> dict[str, Origin]:
        """What is known of documents, by their ids."""
        sql = (
            "SELECT id, key, source, current, coder, published, lineage "
            "FROM document WHERE id IN ({})"
        )
        wanted = dict.fromkeys(documents)
        return {row[0]: _origin(row[1:]) for row in self._database.rows_among(sql, wanted)}

    def lineages(self, documents: Iterable[str]) -> dict[str, str]:
        """Whose text the text of each document copies, by the ids of the documents."""
        sql = "SELECT id, lineage FROM document WHERE id IN ({})"
        return dict(self._database.rows_among(sql, dict.fromkeys(documents)))

    def put_new(self, arrivals: Sequence[Arrival]) -> list[int]:
        """Write documents that are not in the record, each with its edition; their numbers."""
        row = self._database.row("SELECT max(key) FROM document_text")
        first = int(row[0] or 0) + 1 if row else 1
        numbered = list(enumerate((a.document for a in arrivals), start=first))
        rows = [(key, d.id, d.title, d.text) for key, d in numbered]
        self._database.execute_many("INSERT INTO document_text VALUES (?, ?, ?, ?)", rows)
        self._database.execute_many(
            "INSERT INTO text_index (rowid, title, text) VALUES (?, ?, ?)",
            [(key, title, text) for key, _, title, text in rows],
        )
        self._database.execute_many(
            "INSERT INTO document (key, id, source, current, coder, published, lineage) "
            "VALUES (?, ?, ?, 1, ?, ?, ?)",
            [
                (key, d.id, arrival.source, arrival.coder, _publication(d), d.id)
                for (key, d), arrival in zip(numbered, arrivals, strict=True)
            ],
        )
        self.add_editions(arrivals)
        entries = [_entry(a.coded, a.document.id, ((Facet.SOURCE, a.source),)) for a in arrivals]
        self._items.put_all(Kind.DOCUMENT, entries, new=True)
        return [key for key, _ in numbered]

    def put_again(self, coded: CodedDocument, document: str, *, coder: str) -> bool:
        """Write the coding of a document that is in the record; whether it differs from before."""
        before = self._items.head()
        self._items.put(_entry(coded, document, self._sources(document)))
        self._database.execute(
            "UPDATE document SET coder = ?, published = ? WHERE id = ?",
            (coder, _publication(coded.document), document),
        )
        return self._items.head() != before

    def current_at(self, location: str) -> str | None:
        """The document that was last read at a location."""
        row = self._database.row(
            "SELECT document FROM edition WHERE location = ? ORDER BY number DESC LIMIT 1",
            (location,),
        )
        return row[0] if row else None

    def read_at(self, locations: Iterable[str]) -> dict[str, str]:
        """The document that was last read at each of these locations at which any was."""
        sql = "SELECT location, document FROM edition WHERE location IN ({}) ORDER BY number"
        return dict(self._database.rows_among(sql, locations))

    def add_editions(self, sightings: Iterable[Sighting]) -> None:
        """Write that documents were read; each replaces what was read at its location before."""
        self._database.execute_many(
            "INSERT INTO edition (location, number, document, source) SELECT ?, "
            "coalesce(max(number), 0) + 1, ?, ? FROM edition WHERE location = ?",
            [(s.location, s.document.id, s.source, s.location) for s in sightings],
        )

    def refresh(self, document: str) -> None:
        """Bring up to date by which sources a document is found and whether it is current."""
        sources = [value for _, value in self._sources(document)]
        self._database.execute(
            "UPDATE document SET source = ?, current = ? WHERE id = ?",
            (min(sources), int(any(self._current(document))), document),
        )
        if item := self._items.get(Kind.DOCUMENT, document):
            facets = self._sources(document)
            self._items.find_by([(item.key, item.kind, item.id, item.place_in_list, facets)])

    def set_lineage(self, document: str, lineage: str) -> bool:
        """Say whose text a document's text copies; whether that was not known."""
        known = self._database.row("SELECT lineage FROM document WHERE id = ?", (document,))
        if known is None or known[0] == lineage:
            return False
        self._database.execute("UPDATE document SET lineage = ? WHERE id = ?", (lineage, document))
        return True

    def coded(self, document: str) -> CodedDocument | None:
        """The newest coding of a document."""
        item = self._items.get(Kind.DOCUMENT, document)
        text = self.text(document)
        return None if item is None else decode_coded(item.body, document, text or "")

    def text(self, document: str) -> str | None:
        """The text of a document."""
        row = self._database.row("SELECT text FROM document_text WHERE id = ?", (document,))
        return row[0] if row else None

    def texts(self, keys: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        """Number, id and text of the documents with these numbers."""
        sql = "SELECT key, id, text FROM document_text WHERE key IN ({})"
        yield from self._database.rows_among(sql, keys)

    def texts_of(self, documents: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Id and text of these documents."""
        sql = "SELECT id, text FROM document_text WHERE id IN ({})"
        yield from self._database.rows_among(sql, documents)

    def editions(self, document: str) -> Iterator[Edition]:
        """Every reading of a document, by location."""
        coded, origin = self.coded(document), self.origin(document)
        if coded is None or origin is None:
            return
        sql = (
            "SELECT location, number, source, number = (SELECT max(number) FROM edition b "
            "WHERE b.location = a.location) FROM edition a WHERE document = ? "
            "ORDER BY location, number"
        )
        for location, number, source, current in self._database.rows(sql, (document,)):
            yield Edition(
                document=coded.document,
                source=source,
                location=location,
                number=number,
                current=bool(current),
                lineage=origin.lineage,
            )

    def _sources(self, document: str) -> tuple[tuple[Facet, str], ...]:
        rows = self._database.rows(
            "SELECT DISTINCT source FROM edition WHERE document = ? ORDER BY source", (document,)
        )
        return tuple((Facet.SOURCE, row[0]) for row in rows)

    def _current(self, document: str) -> Iterator[bool]:
        sql = "SELECT DISTINCT location FROM edition WHERE document = ?"
        for (location,) in self._database.rows(sql, (document,)):
            yield self.current_at(location) == document


def _origin(row: Row) -> Origin:
    key, source, current, coder, published, lineage = row
    return Origin(
        key=key,
        source=source,
        current=bool(current),
        coder=coder,
        published=_published(published) if published is not None else None,
        lineage=lineage,
    )


@lru_cache(maxsize=_DAYS)
def _published(body: bytes) -> Publication:
    return decode(body, Publication)


def _publication(document: Document) -> bytes | None:
    return encode(document.published) if document.published else None


def _entry(coded: CodedDocument, document: str, sources: tuple[tuple[Facet, str], ...]) -> Entry:
    published = coded.document.published
    day = published.earliest.isoformat() if published else UNKNOWN_LAST
    return Entry(
        kind=Kind.DOCUMENT,
        id=document,
        body=encode_coded(coded),
        place_in_list=day,
        low=day if published else UNKNOWN_FIRST,
        high=published.latest.isoformat() if published else UNKNOWN_LAST,
        facets=sources,
    )
