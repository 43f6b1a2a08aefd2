"""Writing and reading records: every version is kept, the newest is listed."""
# ruff: noqa: S608 - what is put into SQL are names of our own tables and columns

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khaldun.record import Change
from khaldun.store.database import Database, Row
from khaldun.store.entries import Entry, folded
from khaldun.store.kinds import Facet, Kind

COLUMNS = "i.kind, i.id, i.version, v.body, i.document, i.place_in_list, i.key, i.block, i.type"
_SOURCE = "FROM item i JOIN version v ON v.sequence = i.sequence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A record as it is kept; `key` is its number in this file."""

    kind: Kind
    id: str
    version: int
    body: bytes
    document: str | None
    place_in_list: str
    key: int
    block: str | None
    type: str | None


def item_of(row: Row) -> Item:
    """The item of a row of `COLUMNS`."""
    kind, id_, version, body, document, place_in_list, key, block, type_ = row
    return Item(
        kind=Kind(kind),
        id=id_,
        version=version,
        body=body,
        document=document,
        place_in_list=place_in_list,
        key=key,
        block=block,
        type=type_,
    )


class Items:
    """The records of a store, by kind and id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, kind: Kind, id: str) -> Item | None:  # noqa: A002 - the record's own id
        """The record of this kind and id as it is now."""
        row = self._database.row(
            f"SELECT {COLUMNS} {_SOURCE} WHERE i.kind = ? AND i.id = ?", (kind, id)
        )
        return item_of(row) if row else None

    def among(self, kind: Kind, column: str, values: Iterable[str | int]) -> Iterator[Item]:
        """The records of one kind of which a column (id, document, block, key) has a value."""
        sql = f"SELECT {COLUMNS} {_SOURCE} WHERE i.kind = '{kind}' AND i.{column} IN ({{}})"
        return (item_of(row) for row in self._database.rows_among(sql, values))

    def find(self, id: str) -> Item | None:  # noqa: A002 - the record's own id
        """The record with this id, of whatever kind."""
        found = (self.get(kind, id) for kind in Kind)
        return next((item for item in found if item is not None), None)

    def put(self, entry: Entry) -> int:
        """Write a record unless it is there as it is; its key."""
        now = self.get(entry.kind, entry.id)
        if now is None:
            return self._insert(entry)
        sequence, version = self._sequence(now.key), now.version
        if now.body != entry.body:
            sequence, version = self._append(entry.kind, entry.id, entry.body)
            self._requote(now.key, entry.quote)
        self._database.execute(
            "UPDATE item SET place_in_list = ?, sequence = ?, version = ?, type = ?, "
            "certainty = ?, low = ?, high = ?, block = coalesce(?, block) "
            "WHERE key = ?",
            (
                entry.place_in_list,
                sequence,
                version,
                entry.type,
                entry.certainty,
                entry.low,
                entry.high,
                entry.block,
                now.key,
            ),
        )
        self.find_by(now.key, entry.kind, entry.id, entry.place_in_list, entry.facets)
        self._name(entry)
        return now.key

    def remove(self, kind: Kind, id: str) -> None:  # noqa: A002 - the record's own id
        """Take a record off the lists; its versions stay, and a tombstone follows them."""
        now = self.get(kind, id)
        if now is None:
            return
        self._append(kind, id, None)
        for table, column in (("facet", "item"), ("quote_index", "rowid"), ("item", "key")):
            self._database.execute(f"DELETE FROM {table} WHERE {column} = ?", (now.key,))
        self._database.execute("DELETE FROM name WHERE kind = ? AND id = ?", (kind, id))

    def find_by(
        self,
        key: int,
        kind: Kind,
        id: str,  # noqa: A002 - the record's own id
        place_in_list: str,
        facets: Iterable[tuple[Facet, str]],
    ) -> None:
        """Say by which values an item is found, in place of those that were said before."""
        self._database.execute("DELETE FROM facet WHERE item = ?", (key,))
        self._add_facets(key, kind, id, place_in_list, facets)

    def adopt(self, kind: Kind, ids: Iterable[str], parent: str) -> None:
        """Say which event or tie these statements are part of."""
        sql = "UPDATE item SET parent = ? WHERE kind = ? AND id = ?"
        self._database.execute_many(sql, [(parent, kind, id_) for id_ in ids])

    def put_in_block(self, key: int, block: str) -> None:
        """Say with what a statement is resolved."""
        self._database.execute("UPDATE item SET block = ? WHERE key = ?", (block, key))

    def changes(self, since: int, limit: int | None) -> list[Change]:
        """What changed after a sequence number, oldest first."""
        rows = self._database.rows(
            "SELECT sequence, kind, record, version, body IS NULL, "
            "(SELECT body IS NULL FROM version b WHERE b.kind = a.kind AND b.record = a.record "
            "AND b.version = a.version - 1) "
            "FROM version a WHERE sequence > ? ORDER BY sequence LIMIT ?",
            (since, -1 if limit is None else limit),
        )
        return [
            Change(sequence=s, kind=kind, record=record, version=version, what=_what(gone, was))
            for s, kind, record, version, gone, was in rows
        ]

    def head(self) -> int:
        """The sequence number of the last change; 0 in an empty record."""
        row = self._database.row("SELECT max(sequence) FROM version")
        return int(row[0] or 0) if row else 0

    def _insert(self, entry: Entry) -> int:
        sequence, version = self._append(entry.kind, entry.id, entry.body)
        key = self._database.execute(
            "INSERT INTO item (kind, id, place_in_list, sequence, version, type, certainty, "
            "low, high, document, block) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.kind,
                entry.id,
                entry.place_in_list,
                sequence,
                version,
                entry.type,
                entry.certainty,
                entry.low,
                entry.high,
                entry.document,
                entry.block,
            ),
        )
        self._add_facets(key, entry.kind, entry.id, entry.place_in_list, entry.facets)
        if entry.quote is not None:
            self._quote(key, entry.quote)
        self._name(entry)
        return key

    def _add_facets(
        self,
        key: int,
        kind: Kind,
        id: str,  # noqa: A002 - the record's own id
        place_in_list: str,
        facets: Iterable[tuple[Facet, str]],
    ) -> None:
        self._database.execute_many(
            "INSERT OR IGNORE INTO facet VALUES (?, ?, ?, ?, ?, ?)",
            [(facet, value, kind, place_in_list, id, key) for facet, value in facets],
        )

    def _append(self, kind: Kind, id: str, body: bytes | None) -> tuple[int, int]:  # noqa: A002
        row = self._database.row(
            "SELECT max(version) FROM version WHERE kind = ? AND record = ?", (kind, id)
        )
        version = int(row[0] or 0) + 1 if row else 1
        sequence = self._database.execute(
            "INSERT INTO version (kind, record, version, body, checksum) VALUES (?, ?, ?, ?, ?)",
            (kind, id, version, body, checksum(body)),
        )
        return sequence, version

    def _sequence(self, key: int) -> int:
        row = self._database.row("SELECT sequence FROM item WHERE key = ?", (key,))
        return int(row[0]) if row else 0

    def _requote(self, key: int, quote: str | None) -> None:
        if quote is not None:
            self._database.execute("DELETE FROM quote_index WHERE rowid = ?", (key,))
            self._quote(key, quote)

    def _quote(self, key: int, quote: str) -> None:
        self._database.execute("INSERT INTO quote_index (rowid, quote) VALUES (?, ?)", (key, quote))

    def _name(self, entry: Entry) -> None:
        if not entry.names:
            return
        self._database.execute("DELETE FROM name WHERE kind = ? AND id = ?", (entry.kind, entry.id))
        names = sorted({folded(name) for name in entry.names})
        self._database.execute_many(
            "INSERT OR IGNORE INTO name VALUES (?, ?, ?)",
            [(name, entry.kind, entry.id) for name in names],
        )


def checksum(body: bytes | None) -> int:
    """The checksum that is kept beside a body; that of a tombstone is 0."""
    return zlib.crc32(body) if body is not None else 0


def _what(gone: int, was_gone: int | None) -> str:
    if gone:
        return "removed"
    return "changed" if was_gone == 0 else "added"
