"""What the decisions in a record come to: which hold, and what they ask of resolution."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, product

import msgspec

from khaldun.record import Action, Decision
from khaldun.resolution import Decisions
from khaldun.store import Store, decode

Pair = tuple[str, str]
_STORES = 4  # whose decisions are held


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The two sides of a merge or a split, as ids of descriptions or of statements.

    `alone` are actors of documents ("doc-…#actor") that are taken apart from others who are
    described in the same words.
    """

    actors: bool
    one: tuple[str, ...]
    other: tuple[str, ...]
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """The decisions that hold, those of a record in their order."""

    undone: frozenset[int] = frozenset()
    by_record: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    actors: Decisions = field(default_factory=Decisions)
    statements: Decisions = field(default_factory=Decisions)
    actors_alone: frozenset[str] = frozenset()

    @classmethod
    def read(cls, store: Store) -> "Judgements":
        """Those of a store."""
        seal = store.decisions.head()
        return _read(store, seal) if seal else _NONE

    def of(self, record: str) -> tuple[Decision, ...]:
        """The decisions on a record that hold."""
        return self.by_record.get(record, ())

    def alone(self, document: str) -> frozenset[str]:
        """The actors of a document that are described on their own."""
        split = (name.partition("#") for name in self.actors_alone)
        return frozenset(actor for of, _, actor in split if of == document)


_NONE = Judgements()


@lru_cache(maxsize=_STORES)
def _read(store: Store, seal: str) -> Judgements:
    # A decision is never changed, so what they come to follows from the seal of the last.
    decisions = store.decisions.after(0)
    undone = _undone(decisions)
    holding = [d for d in decisions if d.sequence not in undone and d.action is not Action.UNDO]
    by_record: dict[str, list[Decision]] = defaultdict(list)
    for decision in holding:
        by_record[decision.record].append(decision)
    parts = [(d.action, parts_of(d)) for d in holding if d.action in (Action.MERGE, Action.SPLIT)]
    return Judgements(
        undone=undone,
        by_record={record: tuple(found) for record, found in by_record.items()},
        actors=_pairs((action, p) for action, p in parts if p.actors),
        statements=_pairs((action, p) for action, p in parts if not p.actors),
        actors_alone=frozenset(chain.from_iterable(p.alone for _, p in parts)),
    )


def parts_of(decision: Decision) -> Parts:
    """The two sides of a merge or split."""
    return decode((decision.before or "").encode(), Parts)


def parts_as_json(parts: Parts) -> str:
    """How a decision keeps its two sides."""
    return msgspec.json.encode(parts).decode()


def _undone(decisions: Iterable[Decision]) -> frozenset[int]:
    """The numbers of the decisions that were taken back; so may an undoing be."""
    undone: set[int] = set()
    for decision in sorted(decisions, key=lambda d: -d.sequence):
        if decision.action is Action.UNDO and decision.sequence not in undone:
            undone.update(int(number) for number in decision.others)
    return frozenset(undone)


def _pairs(decided: Iterable[tuple[Action, Parts]]) -> Decisions:
    """The pairs that must, and must not, end in one; the later decision holds."""
    together: set[Pair] = set()
    apart: set[Pair] = set()
    for action, parts in decided:
        if action is Action.MERGE:
            pairs = set(_star(parts))
            together, apart = together | pairs, apart - set(_product(parts))
        else:
            pairs = set(_product(parts))
            together, apart = together - pairs, apart | pairs
    return Decisions(together=frozenset(together), apart=frozenset(apart))


def _star(parts: Parts) -> Iterable[Pair]:
    """Enough pairs to join both sides, even when one description or statement is gone."""
    ones = ((one, parts.other[0]) for one in parts.one)
    return (_pair(*p) for p in chain(ones, ((parts.one[0], other) for other in parts.other)))


def _product(parts: Parts) -> Iterable[Pair]:
    return (_pair(one, other) for one, other in product(parts.one, parts.other))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
