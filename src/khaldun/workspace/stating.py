"""From items of the store to statements, which name the actors of the record."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from khaldun.record import Attribution, Forecast, Quantity, Relation, Report, Stated
from khaldun.store import TYPES, Item, Origin, Store, decode, named_by

Statement = TypeVar("Statement", bound=Report | Relation | Forecast)


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
            _stated(item, one, origins[item.document or ""], entities)
            for item, one in zip(items, decoded, strict=True)
        ]


def _stated(item: Item, one: Any, origin: Origin, entities: dict[str, str]) -> Stated[Any]:  # noqa: ANN401 - any statement
    return Stated(
        version=item.version,
        document=item.document or "",
        source=origin.source,
        published=origin.published,
        item=renamed(one, lambda id_: entities.get(id_, id_)),
    )


def renamed(item: Statement, name: Callable[[str], str], **others: str) -> Statement:
    """The statement with other ids for the actors and places that it names.

    `others` are values of other fields.
    """
    values: dict[str, Any] = dict(others)
    if item.attribution:
        values["attribution"] = tuple(_renamed_link(link, name) for link in item.attribution)
    if isinstance(item, Report):
        values["actors"] = _names(item.actors, name)
        values["recipients"] = _names(item.recipients, name)
        values["place"] = name(item.place) if item.place else None
        if any(q.of for q in item.quantities):
            values["quantities"] = tuple(_renamed_quantity(q, name) for q in item.quantities)
    elif isinstance(item, Relation):
        values |= {"subject": name(item.subject), "target": name(item.target)}
    elif isinstance(item, Forecast):
        values["subjects"] = _names(item.subjects, name)
    return replace(item, **values)


def _renamed_quantity(quantity: Quantity, name: Callable[[str], str]) -> Quantity:
    return replace(quantity, of=name(quantity.of)) if quantity.of else quantity


def _renamed_link(link: Attribution, name: Callable[[str], str]) -> Attribution:
    return replace(link, actor=name(link.actor)) if link.actor else link


def _names(ids: tuple[str, ...], name: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name(id_) for id_ in ids))
