"""How records are looked up, and by what they are found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from khaldun.record import Place, Selection
from khaldun.store import Facet, Kind, Store, entry_of_place
from khaldun.store.database import Database


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "war.khaldun")
    yield store
    store.close()


@pytest.mark.parametrize(
    ("column", "by"),
    [
        ("key", "INTEGER PRIMARY KEY"),
        ("document", "item_document"),
        ("id", "kind=? AND id=?"),
        ("block", "kind=? AND block=?"),
    ],
)
def test_items_are_looked_up_by_an_index_of_their_own(
    column: str, by: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = Database.rows

    def rows(self: Database, sql: str, values: object = ()) -> list[tuple[object, ...]]:
        asked.extend(row[3] for row in real(self, f"EXPLAIN QUERY PLAN {sql}", values))  # type: ignore[arg-type]
        return real(self, sql, values)  # type: ignore[arg-type]

    monkeypatch.setattr(Database, "rows", rows)
    assert list(store.items.among(Kind.REPORT, column, ["1", "2"])) == []
    assert by in asked[0]


def _place(country: str | None) -> Place:
    return Place(id="geo-1", name="Sabha", country=country, kind="city", mentions=())


def test_what_an_item_was_found_by_before_it_is_found_by_no_more(store: Store) -> None:
    for country in ("LBY", "TCD", None, "NER"):
        with store.transaction():
            store.items.put(entry_of_place(_place(country)))
        found = {c for c in ("LBY", "TCD", "NER") if _places(store, c)}
        assert found == {country} - {None}
    with store.transaction():
        store.items.remove(Kind.PLACE, "geo-1")
    assert store.listing.next_value(Facet.COUNTRY, "") is None


def _places(store: Store, country: str) -> int:
    return store.listing.count(Kind.PLACE, Selection(country=country))


def test_facets_follow_an_item_to_another_place_in_its_list(store: Store) -> None:
    for name in ("Sabha", "Sebha", "Sabhah"):
        place = Place(id="geo-1", name=name, country="LBY", kind="city", mentions=())
        with store.transaction():
            store.items.put(entry_of_place(place))
        items, _ = store.listing.page(Kind.PLACE, Selection(country="LBY"))
        assert [item.place_in_list for item in items] == [name.casefold()]
