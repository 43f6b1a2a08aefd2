"""Writing and reading records: every version is kept, the newest is listed."""
# ruff: noqa: S608 - what is put into SQL are names of our own tables and columns

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from khaldun.record import Change
from khaldun.store.database import Database, Row
from khaldun.store.entries import Entry, folded
from khaldun.store.facets import Facets, Found, as_kept
from khaldun.store.kinds import Kind

COLUMNS = "i.kind, i.id, i.version, v.body, i.document, i.place_in_list, i.key, i.block, i.type"
_WITH_KIND = ("id", "block")  # columns that have an index together with the kind
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
        self._facets = Facets(database)

    def get(self, kind: Kind, id: str) -> Item | None:  # noqa: A002 - the record's own id
        """The record of this kind and id as it is now."""
        row = self._database.row(
            f"SELECT {COLUMNS} {_SOURCE} WHERE i.kind = ? AND i.id = ?", (kind, id)
        )
        return item_of(row) if row else None

    def among(self, kind: Kind, column: str, values: Iterable[str | int]) -> Iterator[Item]:
        """The records of one kind of which a column (id, document, block, key) has a value."""
        # The plus keeps SQLite from walking through all of a kind where another index is meant.
        of_kind = "i.kind" if column in _WITH_KIND else "+i.kind"
        sql = f"SELECT {COLUMNS} {_SOURCE} WHERE {of_kind} = '{kind}' AND i.{column} IN ({{}})"
        return (item_of(row) for row in self._database.rows_among(sql, values))

    def find(self, id: str) -> Item | None:  # noqa: A002 - the record's own id
        """The record with this id, of whatever kind."""
        found = (self.get(kind, id) for kind in Kind)
        return next((item for item in found if item is not None), None)

    def put(self, entry: Entry) -> int:
        """Write a record unless it is there as it is; its number."""
        return self.put_all(entry.kind, [entry])[0]

    def put_all(self, kind: Kind, entries: Sequence[Entry], *, new: bool = False) -> list[int]:
        """Write records of one kind, each unless it is there as it is; their numbers.

        `new` says that none of them has been in the record before.
        """
        ids = [] if new else [entry.id for entry in entries]
        known = {item.id: item for item in self.among(kind, "id", ids)}
        fresh = [entry for entry in entries if entry.id not in known]
        changed = [e for e in entries if e.id in known and known[e.id].body != e.body]
        versions = self._append(kind, [*fresh, *changed], last=self._last_versions(kind, ids))
        keys = {id_: item.key for id_, item in known.items()}
        keys |= self._insert(fresh, versions)
        listed = [(keys[e.id], e.kind, e.id, e.place_in_list, e.facets) for e in entries]
        self._facets.add([one for one in listed if one[2] not in known])
        self._facets.replace([one for one in listed if one[2] in known])
        self._update([e for e in entries if e.id in known], known, versions)
        self._quote([e for e in changed if e.quote], keys, again=True)
        self._quote([e for e in fresh if e.quote], keys, again=False)
        self._name(entries, new=new)
        return [keys[entry.id] for entry in entries]

    def remove(self, kind: Kind, id: str) -> None:  # noqa: A002 - the record's own id
        """Take a record off the lists; its versions stay, and a tombstone follows them."""
        now = self.get(kind, id)
        if now is None:
            return
        self._database.execute(
            "INSERT INTO version (kind, record, version, checksum) VALUES (?, ?, ?, 0)",
            (kind, id, now.version + 1),
        )
        self._facets.remove(kind, id, now.key)
        for table, column in (("quote_index", "rowid"), ("item", "key")):
            self._database.execute(f"DELETE FROM {table} WHERE {column} = ?", (now.key,))
        self._database.execute("DELETE FROM name WHERE kind = ? AND id = ?", (kind, id))

    def find_by(self, listed: Iterable[Found]) -> None:
        """Say by which values items are found, in place of those that were said before."""
        self._facets.replace(listed)

    def adopt(self, kind: Kind, parents: Iterable[tuple[str, str]]) -> None:
        """Say which event or tie statements are part of, as pairs of their ids."""
        sql = "UPDATE item SET parent = ? WHERE kind = ? AND id = ?"
        self._database.execute_many(sql, [(parent, kind, id_) for id_, parent in parents])

    def put_in_blocks(self, blocks: Iterable[tuple[int, str]]) -> None:
        """Say with what statements, by their numbers, are resolved."""
        sql = "UPDATE item SET block = ? WHERE key = ?"
        self._database.execute_many(sql, [(block, key) for key, block in blocks])

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

    def _last_versions(self, kind: Kind, ids: Sequence[str]) -> dict[str, int]:
        sql = (
            f"SELECT record, max(version) FROM version WHERE kind = '{kind}' "
            "AND record IN ({}) GROUP BY record"
        )
        return dict(self._database.rows_among(sql, ids))

    def _append(
        self, kind: Kind, entries: Sequence[Entry], *, last: dict[str, int]
    ) -> dict[str, tuple[int, int]]:
        """Write versions; the sequence and the version of each."""
        first = self.head() + 1
        rows = [
            (number, kind, e.id, last.get(e.id, 0) + 1, e.body, checksum(e.body))
            for number, e in enumerate(entries, start=first)
        ]
        self._database.execute_many("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?)", rows)
        return {row[2]: (row[0], row[3]) for row in rows}

    def _insert(
        self, entries: Sequence[Entry], versions: dict[str, tuple[int, int]]
    ) -> dict[str, int]:
        """Write new items; their numbers."""
        row = self._database.row("SELECT max(key) FROM item")
        first = int(row[0] or 0) + 1 if row else 1
        keys = {entry.id: key for key, entry in enumerate(entries, start=first)}
        self._database.execute_many(
            "INSERT INTO item (key, kind, id, sequence, version, place_in_list, type, certainty, "
            "low, high, block, document, facets) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (keys[e.id], e.kind, e.id, *versions[e.id], *_listed(e), *_found_by(e))
                for e in entries
            ],
        )
        return keys

    def _update(
        self,
        entries: Sequence[Entry],
        known: dict[str, Item],
        versions: dict[str, tuple[int, int]],
    ) -> None:
        self._database.execute_many(
            "UPDATE item SET place_in_list = ?, type = ?, certainty = ?, low = ?, high = ?, "
            "block = coalesce(?, block) WHERE key = ?",
            [(*_listed(e), e.block, known[e.id].key) for e in entries],
        )
        self._database.execute_many(
            "UPDATE item SET sequence = ?, version = ? WHERE key = ?",
            [(*versions[e.id], known[e.id].key) for e in entries if e.id in versions],
        )

    def _quote(self, entries: Sequence[Entry], keys: dict[str, int], *, again: bool) -> None:
        if again:
            sql = "DELETE FROM quote_index WHERE rowid = ?"
            self._database.execute_many(sql, [(keys[e.id],) for e in entries])
        sql = "INSERT INTO quote_index (rowid, quote) VALUES (?, ?)"
        self._database.execute_many(sql, [(keys[e.id], e.quote) for e in entries])

    def _name(self, entries: Iterable[Entry], *, new: bool) -> None:
        named = [entry for entry in entries if entry.names]
        if not new:
            sql = "DELETE FROM name WHERE kind = ? AND id = ?"
            self._database.execute_many(sql, [(e.kind, e.id) for e in named])
        self._database.execute_many(
            "INSERT OR IGNORE INTO name VALUES (?, ?, ?)",
            [(name, e.kind, e.id) for e in named for name in sorted(map(folded, e.names))],
        )


def _listed(entry: Entry) -> tuple[str, str | None, str | None, str, str]:
    return entry.place_in_list, entry.type, entry.certainty, entry.low, entry.high


def _found_by(entry: Entry) -> tuple[str | None, str | None, bytes | None]:
    return entry.block, entry.document, as_kept(entry.facets)


def checksum(body: bytes | None) -> int:
    """The checksum that is kept beside a body; that of a tombstone is 0."""
    return zlib.crc32(body) if body is not None else 0


def _what(gone: int, was_gone: int | None) -> str:
    if gone:
        return "removed"
    return "changed" if was_gone == 0 else "added"
