"""From items of the store to statements, which name the actors of the record."""

from collections.abc import Sequence
from typing import Any

from khaldun.record import Stated
from khaldun.store import TYPES, Item, Store, decode, named_by
from khaldun.workspace.identity import renamed


class Stating:
    """Reads statements as the record states them now."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def stated(self, items: Sequence[Item]) -> list[Stated[Any]]:
        """One statement for each item, in the order of the items."""
        decoded: list[Any] = [decode(item.body, TYPES[item.kind]) for item in items]
        named = {id_ for one in decoded for id_ in named_by(one)}
        entities = self._store.members.entities(sorted(named))
        origins = self._store.documents.origins(item.document or "" for item in items)
        return [
            Stated(
                version=item.version,
                document=item.document or "",
                source=origins[item.document or ""].source,
                published=origins[item.document or ""].published,
                item=renamed(one, lambda id_: entities.get(id_, id_)),
            )
            for item, one in zip(items, decoded, strict=True)
        ]
