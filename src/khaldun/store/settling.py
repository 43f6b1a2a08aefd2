"""What has still to be resolved, and what must be resolved together."""
# ruff: noqa: S608 - what is put into SQL are names of our own tables and columns

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from khaldun.store.database import Database
from khaldun.store.kinds import Kind

_MOST = 2**63


class Unsettled(StrEnum):
    """What can wait to be resolved: descriptions of actors, texts, statements."""

    MEMBER = "member"
    TEXT = "text"
    STATEMENT = "statement"


class Settling:
    """The work that writing leaves; it is kept in the file, so that a crash loses none of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, kind: Unsettled, items: Iterable[int]) -> None:
        """Say that items have to be resolved."""
        sql = "INSERT OR IGNORE INTO unsettled VALUES (?, ?)"
        self._database.execute_many(sql, [(kind, item) for item in items])

    def marked(self, kind: Unsettled, limit: int) -> tuple[int, ...]:
        """Items that have to be resolved, at most `limit`."""
        sql = "SELECT item FROM unsettled WHERE kind = ? ORDER BY item LIMIT ?"
        return tuple(row[0] for row in self._database.rows(sql, (kind, limit)))

    def clear(self, kind: Unsettled, items: Iterable[int]) -> None:
        """Say that items are resolved."""
        sql = "DELETE FROM unsettled WHERE kind = ? AND item = ?"
        self._database.execute_many(sql, [(kind, item) for item in items])

    def mark_blocks(self, kind: Kind, blocks: Iterable[str]) -> None:
        """Say that what is in these blocks has to be resolved."""
        sql = "INSERT OR IGNORE INTO unsettled_block VALUES (?, ?)"
        self._database.execute_many(sql, [(kind, block) for block in blocks])

    def marked_blocks(self, kind: Kind, limit: int) -> tuple[str, ...]:
        """Blocks that have to be resolved, at most `limit`."""
        sql = "SELECT block FROM unsettled_block WHERE kind = ? ORDER BY block LIMIT ?"
        return tuple(row[0] for row in self._database.rows(sql, (kind, limit)))

    def clear_blocks(self, kind: Kind, blocks: Iterable[str]) -> None:
        """Say that blocks are resolved."""
        sql = "DELETE FROM unsettled_block WHERE kind = ? AND block = ?"
        self._database.execute_many(sql, [(kind, block) for block in blocks])

    def settled(self) -> bool:
        """Whether nothing is left to do."""
        sql = "SELECT EXISTS (SELECT 1 FROM unsettled) OR EXISTS (SELECT 1 FROM unsettled_block)"
        row = self._database.row(sql)
        return row is None or not row[0]

    def set_keys(self, kind: Unsettled, keys: Mapping[int, Iterable[str]]) -> None:
        """Write the keys of items: two items can only be one where they share a key."""
        sql = "DELETE FROM shared_key WHERE kind = ? AND item = ?"
        self._database.execute_many(sql, [(kind, item) for item in keys])
        sql = "INSERT OR IGNORE INTO shared_key VALUES (?, ?, ?)"
        rows = [(kind, _hash(key), item) for item, found in keys.items() for key in found]
        self._database.execute_many(sql, rows)

    def closure(self, kind: Unsettled, items: Iterable[int]) -> tuple[tuple[int, ...], ...]:
        """The items that share keys with these, directly or not, in sets that share none."""
        unions: dict[int, int] = {item: item for item in items}
        seen: set[int] = set()
        keys_seen: dict[int, int] = {}
        while frontier := sorted(unions.keys() - seen):
            seen.update(frontier)
            keys = self._keys(kind, frontier)
            for item, key in keys:
                _unite(unions, item, keys_seen.setdefault(key, item))
            for key, item in self._holders(kind, {key for _, key in keys}):
                unions.setdefault(item, item)
                _unite(unions, item, keys_seen[key])
        sets: dict[int, list[int]] = {}
        for item in sorted(unions):
            sets.setdefault(_root(unions, item), []).append(item)
        return tuple(tuple(found) for found in sets.values())

    def _keys(self, kind: Unsettled, items: list[int]) -> list[tuple[int, int]]:
        sql = f"SELECT item, hash FROM shared_key WHERE kind = '{kind}' AND item IN ({{}})"
        return [(item, key) for item, key in self._database.rows_among(sql, items)]

    def _holders(self, kind: Unsettled, keys: set[int]) -> list[tuple[int, int]]:
        sql = f"SELECT hash, item FROM shared_key WHERE kind = '{kind}' AND hash IN ({{}})"
        return [(key, item) for key, item in self._database.rows_among(sql, sorted(keys))]


def _hash(key: str) -> int:
    # Two keys with one hash only make a set larger than it need be.
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") - _MOST


def _root(unions: dict[int, int], item: int) -> int:
    while unions[item] != item:
        unions[item] = unions[unions[item]]
        item = unions[item]
    return item


def _unite(unions: dict[int, int], one: int, other: int) -> None:
    first, second = sorted((_root(unions, one), _root(unions, other)))
    unions[second] = first
