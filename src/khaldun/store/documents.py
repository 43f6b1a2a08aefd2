"""Documents of a record: their texts, where each was read, and what the coder made of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khaldun.record import CodedDocument, Document, Edition, Publication
from khaldun.store.bodies import decode, decode_coded, encode, encode_coded
from khaldun.store.database import Database, Row
from khaldun.store.entries import UNKNOWN_FIRST, UNKNOWN_LAST, Entry
from khaldun.store.items import Items
from khaldun.store.kinds import Facet, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a statement takes from its document; `current` is false once it was replaced."""

    key: int
    source: str
    current: bool
    coder: str
    published: Publication | None
    lineage: str


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

    def put(self, coded: CodedDocument, document: Document, *, coder: str) -> None:
        """Write a coded document, its text once, its coding as a new version where it differs.

        `document` is the same document under its id in the record.
        """
        self._put_text(document)
        published = document.published
        day = published.earliest.isoformat() if published else UNKNOWN_LAST
        self._items.put(
            Entry(
                kind=Kind.DOCUMENT,
                id=document.id,
                body=encode_coded(coded),
                place_in_list=day,
                low=day if published else UNKNOWN_FIRST,
                high=published.latest.isoformat() if published else UNKNOWN_LAST,
                facets=self._sources(document.id),
            )
        )
        self._database.execute(
            "UPDATE document SET coder = ?, published = ? WHERE id = ?",
            (coder, encode(published) if published else None, document.id),
        )

    def current_at(self, location: str) -> str | None:
        """The document that was last read at a location."""
        row = self._database.row(
            "SELECT document FROM edition WHERE location = ? ORDER BY number DESC LIMIT 1",
            (location,),
        )
        return row[0] if row else None

    def add_edition(self, document: str, *, location: str, source: str) -> None:
        """Write that a document was read at a location; it replaces what was read there before."""
        self._database.execute(
            "INSERT INTO edition (location, number, document, source) SELECT ?, "
            "coalesce(max(number), 0) + 1, ?, ? FROM edition WHERE location = ?",
            (location, document, source, location),
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

    def keys(self, keys: Iterable[int]) -> tuple[str, ...]:
        """The ids of the documents with these numbers."""
        sql = "SELECT id FROM document WHERE key IN ({})"
        return tuple(row[0] for row in self._database.rows_among(sql, keys))

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

    def _put_text(self, document: Document) -> None:
        if self.text(document.id) is not None:
            return
        key = self._database.execute(
            "INSERT INTO document_text (id, title, text) VALUES (?, ?, ?)",
            (document.id, document.title, document.text),
        )
        self._database.execute(
            "INSERT INTO text_index (rowid, title, text) VALUES (?, ?, ?)",
            (key, document.title, document.text),
        )
        self._database.execute(
            "INSERT INTO document (key, id, source, current, coder, lineage) "
            "VALUES (?, ?, '', 1, '', ?)",
            (key, document.id, document.id),
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
        published=decode(published, Publication) if published is not None else None,
        lineage=lineage,
    )
