"""What judging a set gives: a tally an item and metric, and figures over all items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from benchmarks.gold import RowT
from benchmarks.scoring import Formula
from khaldun.coding.draft import Draft
from khaldun.record import Document

Code = Callable[[Document], Draft]
"""A coder: the whole chain, or a stand-in for it in tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one item adds to one metric: the numbers that the metric's formula is a sum of."""

    metric: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Where the coder and the annotators differ, by kind, for whoever grows the rules."""

    kind: str
    item: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one item came out. `key` and `found` are for sets that compare items with each other."""

    item: str
    tallies: tuple[Tally, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    key: str | None = None
    found: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A named figure: a formula over the summed tallies of its items."""

    name: str
    formula: Formula


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet(Generic[RowT]):
    """One set: how its lines read, how an item is judged, and what is reported.

    `compare` sees the outcomes of all items, of both halves, and may add tallies to them.
    `rows` gives the items of a set that is our own, which has no file in the gold folder.
    """

    name: str
    row: type[RowT]
    judge: Callable[[RowT, Code], Outcome]
    metrics: tuple[Metric, ...]
    compare: Callable[[Sequence[Outcome]], Sequence[Outcome]] | None = None
    rows: Callable[[], Sequence[RowT]] | None = None
    note: str = ""


AnySet = GoldSet[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A metric's value over its items, with its 95 % bootstrap interval."""

    metric: str
    items: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SetResult:
    """The figures of one set, or why there are none."""

    name: str
    items: int
    figures: tuple[Figure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    failures: tuple[str, ...] = ()
    error: str | None = None
    note: str = ""
