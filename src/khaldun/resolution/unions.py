"""Sets that are joined two by two (union-find), with a result that no order changes."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Unions(Generic[K]):
    """Items in sets; every item starts in a set of its own."""

    def __init__(self, items: Iterable[K] = ()) -> None:
        self._parent: dict[K, K] = {item: item for item in items}

    def find(self, item: K) -> K:
        """The item that stands for the set of `item`."""
        parent = self._parent.setdefault(item, item)
        while parent != item:
            above = self._parent[parent]
            self._parent[item] = above
            item, parent = parent, above
        return item

    def join(self, one: K, other: K) -> None:
        """Make the sets of both one."""
        self._parent[self.find(one)] = self.find(other)

    def sets(self) -> list[list[K]]:
        """The sets, each in the order in which its items were given."""
        found: dict[K, list[K]] = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
