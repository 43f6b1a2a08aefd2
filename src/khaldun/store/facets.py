"""By which values the records of a store are found."""

from collections.abc import Iterable, Sequence

from khaldun.store.bodies import decode, encode
from khaldun.store.database import Database
from khaldun.store.kinds import Facet, Kind

Values = tuple[tuple[Facet, str], ...]
# The number of an item, its kind, id and place in its list, and by what it is found.
Found = tuple[int, Kind, str, str, Iterable[tuple[Facet, str]]]
_ROW = "facet = ? AND value = ? AND kind = ? AND place_in_list = ? AND id = ?"


class Facets:
    """The facets in a store; each item holds its own, so that they are found to be taken out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, found: Iterable[Found]) -> None:
        """Write by which values items are found of which that was not said before."""
        rows = sorted(
            (facet, value, kind, place_in_list, id_, key)
            for key, kind, id_, place_in_list, values in found
            for facet, value in values
        )
        # In the order of the index, so that each of its pages is read and written once.
        self._database.execute_many("INSERT OR IGNORE INTO facet VALUES (?, ?, ?, ?, ?, ?)", rows)

    def replace(self, found: Iterable[Found]) -> None:
        """Write by which values items are found, in place of those that were said before.

        Items must still have the place in their list under which those were said.
        """
        wanted = {one[0]: (*one[:4], tuple(one[4])) for one in found}
        before = self._said(list(wanted))
        changed = [one for key, one in wanted.items() if before[key] != (one[3], one[4])]
        self._take_out([(one[1], one[2], *before[one[0]]) for one in changed])
        self.add(changed)
        self._database.execute_many(
            "UPDATE item SET facets = ? WHERE key = ?",
            [(as_kept(values), key) for key, _, _, _, values in changed],
        )

    def remove(self, kind: Kind, id_: str, key: int) -> None:
        """Let an item be found by nothing any more."""
        self._take_out([(kind, id_, *self._said([key])[key])])

    def _said(self, keys: Sequence[int]) -> dict[int, tuple[str, Values]]:
        sql = "SELECT key, place_in_list, facets FROM item WHERE key IN ({})"
        rows = self._database.rows_among(sql, keys)
        return {key: (place, decode(kept, Values) if kept else ()) for key, place, kept in rows}

    def _take_out(self, found: Iterable[tuple[Kind, str, str, Values]]) -> None:
        self._database.execute_many(
            f"DELETE FROM facet WHERE {_ROW}",  # noqa: S608 - our own columns
            [(*one, kind, place, id_) for kind, id_, place, values in found for one in values],
        )


def as_kept(values: Iterable[tuple[Facet, str]]) -> bytes | None:
    """How an item holds its facets, None where it has none."""
    kept = tuple(values)
    return encode(kept) if kept else None
