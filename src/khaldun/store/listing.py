"""Lists of records: what a selection leaves, a page at a time, each page found by its key."""
# ruff: noqa: S608 - what is put into SQL are names of our own tables and columns

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from khaldun.errors import UsageError
from khaldun.record import Selection
from khaldun.store.database import Database, Value, marks
from khaldun.store.entries import UNKNOWN_FIRST, UNKNOWN_LAST, folded
from khaldun.store.items import COLUMNS, Item, item_of
from khaldun.store.kinds import Facet, Kind
from khaldun.store.words import match

_COUNTED = 2_000  # as far as matches are counted to find the rarest facet


@dataclass(frozen=True, slots=True)
class _Wanted:
    facet: Facet
    values: tuple[str, ...]


class _Query:
    """A SELECT that is put together; values stand in the order of their marks."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.values: list[Value] = []

    def add(self, condition: str, *values: Value) -> None:
        self.conditions.append(condition)
        self.values.extend(values)


class Listing:
    """The lists of a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self,
        kind: Kind,
        selection: Selection,
        *,
        limit: int | None = None,
        after: str | None = None,
        having: Facet | None = None,
        actors: Sequence[str] = (),
        up_to: date | None = None,
    ) -> tuple[list[Item], str | None]:
        """The records of a kind that `selection` leaves, and the key of the next page, if any.

        They stand in the order of their day, or of their name where they have none; undated
        records come last. `having` leaves only records that have any value of a facet, `actors`
        those of any of these ids, `up_to` those up to a day, with the undated.

        Raises:
            UsageError: `after` is not the key of a page.
        """
        driver, table, query = self._asked(kind, selection, having, after, actors)
        if up_to is not None:
            query.add(
                f"({table}.place_in_list <= ? OR {table}.place_in_list = ?)",
                up_to.isoformat(),
                UNKNOWN_LAST,
            )
        query.values.append(-1 if limit is None else limit + 1)
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM {driver}item i JOIN version v ON v.sequence = i.sequence "
            f"WHERE {' AND '.join(query.conditions)} "
            f"ORDER BY {table}.place_in_list, {table}.id LIMIT ?",
            query.values,
        )
        return _cut([item_of(row) for row in rows], limit)

    def count(self, kind: Kind, selection: Selection) -> int:
        """How many records of a kind a selection leaves."""
        driver, _, query = self._asked(kind, selection, None, None, ())
        version = "JOIN version v ON v.sequence = i.sequence " if kind is Kind.PROBLEM else ""
        row = self._database.row(
            f"SELECT count(*) FROM {driver}item i {version}WHERE {' AND '.join(query.conditions)}",
            query.values,
        )
        return int(row[0]) if row else 0

    def last_day(self, kind: Kind) -> date | None:
        """The last day on which a record of a kind begins, None where none is dated."""
        row = self._database.row(
            "SELECT max(low) FROM item WHERE kind = ? AND low > ?", (kind, UNKNOWN_FIRST)
        )
        return date.fromisoformat(row[0]) if row and row[0] else None

    def last_end(self, kind: Kind, day: date) -> date | None:
        """The last day of the records of a kind that begin by a day and end after it, if any."""
        row = self._database.row(
            "SELECT max(high) FROM item "
            "WHERE kind = ? AND place_in_list <= ? AND high > ? AND high < ?",
            (kind, day.isoformat(), day.isoformat(), UNKNOWN_LAST),
        )
        return date.fromisoformat(row[0]) if row and row[0] else None

    def named(self, kind: Kind, name_or_id: str) -> tuple[str, ...]:
        """The ids of the records of a kind with this id or name, in order."""
        rows = self._database.rows(
            "SELECT id FROM name WHERE name = ? AND kind = ? "
            "UNION SELECT id FROM item WHERE kind = ? AND id = ? ORDER BY id",
            (folded(name_or_id), kind, kind, name_or_id),
        )
        return tuple(row[0] for row in rows)

    def next_value(self, facet: Facet, after: str) -> str | None:
        """The first value of a facet after this one, None after the last."""
        sql = "SELECT min(value) FROM facet WHERE facet = ? AND value > ?"
        row = self._database.row(sql, (facet, after))
        return row[0] if row else None

    def _asked(
        self,
        kind: Kind,
        selection: Selection,
        having: Facet | None,
        after: str | None,
        actors: Sequence[str],
    ) -> tuple[str, str, _Query]:
        """The table that leads, the name of the one that orders, and the conditions."""
        query = _Query()
        wanted = self._wanted(kind, selection)
        if actors:
            wanted.append(_Wanted(Facet.ACTOR, tuple(actors)))
        driver = self._from(kind, wanted, query, having)
        table = "f" if driver else "i"
        query.add(f"{table}.kind = ?", kind)
        if after is not None:
            query.add(f"({table}.place_in_list, {table}.id) > (?, ?)", *_position(after))
        self._narrow(kind, selection, query)
        return driver, table, query

    def _from(
        self, kind: Kind, wanted: Sequence[_Wanted], query: _Query, having: Facet | None
    ) -> str:
        """The table that leads, with its join: the facet of the fewest records, if any is asked."""
        if having is not None:
            query.add("i.key IN (SELECT item FROM facet WHERE facet = ?)", having)
        if not wanted:
            return ""
        first, *others = sorted(wanted, key=lambda w: self._count(kind, w))
        for other in others:
            query.add(
                "EXISTS (SELECT 1 FROM facet g WHERE g.facet = ? "
                f"AND g.value IN ({marks(other.values)}) AND g.kind = i.kind "
                "AND g.place_in_list = i.place_in_list AND g.id = i.id)",
                other.facet,
                *other.values,
            )
        query.add("i.key = f.item")
        if len(first.values) == 1:
            query.add("f.facet = ? AND f.value = ?", first.facet, first.values[0])
            return "facet f CROSS JOIN "
        inner = "SELECT DISTINCT kind, place_in_list, id, item FROM facet WHERE facet = ?"
        query.values[:0] = [first.facet, *first.values, kind]
        return f"({inner} AND value IN ({marks(first.values)}) AND kind = ?) f CROSS JOIN "

    def _wanted(self, kind: Kind, selection: Selection) -> list[_Wanted]:
        wanted = []
        if selection.actor is not None:
            wanted.append(_Wanted(Facet.ACTOR, self.named(Kind.ENTITY, selection.actor)))
        if selection.place is not None:
            wanted.append(_Wanted(Facet.PLACE, self.named(Kind.PLACE, selection.place)))
        if selection.country is not None:
            wanted.append(_Wanted(Facet.COUNTRY, (selection.country,)))
        if selection.holder is not None:
            wanted.append(_Wanted(Facet.HOLDER, (folded(selection.holder),)))
        if selection.source is not None:
            wanted.append(_Wanted(Facet.SOURCE, (selection.source,)))
        return [w for w in wanted if _applies(w.facet, kind)]

    def _count(self, kind: Kind, wanted: _Wanted) -> int:
        row = self._database.row(
            "SELECT count(*) FROM (SELECT 1 FROM facet WHERE facet = ? "
            f"AND value IN ({marks(wanted.values)}) AND kind = ? LIMIT {_COUNTED})",
            (wanted.facet, *wanted.values, kind),
        )
        return int(row[0]) if row else 0

    def _narrow(self, kind: Kind, selection: Selection, query: _Query) -> None:
        if selection.types:
            query.add(f"i.type IN ({marks(selection.types)})", *selection.types)
        if selection.certainty and kind is not Kind.FORECAST:
            query.add(f"i.certainty IN ({marks(selection.certainty)})", *selection.certainty)
        if selection.last_day is not None:
            query.add("i.low <= ?", selection.last_day.isoformat())
        if selection.first_day is not None:
            query.add("i.high >= ?", selection.first_day.isoformat())
        if selection.text is not None:
            condition, values = _with_words(kind, selection.text)
            query.add(condition, *values)


# A condition that a kind cannot answer leaves all of it: places have no holder.
_FACETS: dict[Kind, tuple[Facet, ...]] = {
    Kind.ENTITY: (Facet.ACTOR, Facet.COUNTRY),
    Kind.PLACE: (Facet.PLACE, Facet.COUNTRY),
    Kind.DOCUMENT: (Facet.SOURCE,),
    Kind.PROBLEM: (Facet.SOURCE,),
}


def _applies(facet: Facet, kind: Kind) -> bool:
    return kind not in _FACETS or facet in _FACETS[kind]


def _with_words(kind: Kind, text: str) -> tuple[str, tuple[Value, ...]]:
    """The condition that a record speaks of these words: it, its document, or its statements."""
    quotes = "SELECT rowid FROM quote_index WHERE quote_index MATCH ?"
    texts = "SELECT t.id FROM text_index x JOIN document_text t ON t.key = x.rowid"
    if kind in (Kind.EVENT, Kind.TIE):
        return f"i.id IN (SELECT parent FROM item WHERE key IN ({quotes}))", (match(text),)
    if kind is Kind.DOCUMENT:
        return f"i.id IN ({texts} WHERE text_index MATCH ?)", (match(text),)
    if kind in (Kind.ENTITY, Kind.PLACE):
        named = "SELECT id FROM name WHERE kind = i.kind AND name LIKE '%' || ? || '%'"
        return f"i.id IN ({named})", (folded(text),)
    if kind is Kind.PROBLEM:
        return "CAST(v.body AS TEXT) LIKE '%' || ? || '%'", (text,)
    return f"i.key IN ({quotes})", (match(text),)


def _cut(items: list[Item], limit: int | None) -> tuple[list[Item], str | None]:
    if limit is None or len(items) <= limit:
        return items, None
    kept = items[:limit]
    return kept, cursor((kept[-1].place_in_list, kept[-1].id)) if kept else None


def cursor(position: Sequence[str | int]) -> str:
    """The key of a page, as text without white space."""
    return base64.urlsafe_b64encode(msgspec.json.encode(position)).decode().rstrip("=")


def position_of(after: str) -> list[str | int]:
    """What `cursor` was made from.

    Raises:
        UsageError: it was not made by `cursor`.
    """
    try:
        data = base64.urlsafe_b64decode(after + "=" * (-len(after) % 4))
        return msgspec.json.decode(data, type=list[str | int])
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        raise UsageError(f"{after!r} is not the key of a page") from error


def _position(after: str) -> tuple[Value, Value]:
    position = position_of(after)
    if len(position) != 2:
        raise UsageError(f"{after!r} is not the key of a page of this list")
    return position[0], position[1]
