"""How many, over all reports of an event: low, best and high, with who gives which."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from khaldun.gazetteer.names import fold_name
from khaldun.record import Count, Figure, Quantity, QuantityRole, Report, Stated

# What is counted under these is people, however they are called: soldiers, girls, dead.
_OF_PEOPLE = frozenset(
    {
        QuantityRole.KILLED, QuantityRole.WOUNDED, QuantityRole.CASUALTIES, QuantityRole.CAPTURED,
        QuantityRole.MISSING, QuantityRole.DISPLACED, QuantityRole.DETAINED,
    }
)  # fmt: skip
Kind = tuple[QuantityRole, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What one report gives of one kind: its figure, its one best number, and its own word."""

    figure: Figure
    best: float | None
    unit: str
    origin: str
    day: str


def counts_of(stated: Sequence[Stated[Report]], origins: Mapping[str, str]) -> tuple[Count, ...]:
    """The counts of an event, by role and, for what is not people, by what is counted."""
    given: dict[Kind, list[_Given]] = defaultdict(list)
    for item in stated:
        grouped: dict[Kind, list[Quantity]] = defaultdict(list)
        for quantity in item.item.quantities:
            grouped[_kind(quantity)].append(quantity)
        for kind, quantities in grouped.items():
            given[kind].append(_given(item, quantities, origins[item.id]))
    return tuple(_count(kind, given[kind]) for kind in sorted(given))


def _kind(quantity: Quantity) -> Kind:
    if quantity.role in _OF_PEOPLE:
        return quantity.role, ""
    words = fold_name(quantity.unit).split()
    return quantity.role, words[-1].removesuffix("s") if words else ""


def _given(item: Stated[Report], quantities: Sequence[Quantity], origin: str) -> _Given:
    """One figure of a report that may give several: "best 40, between 30 and 55", "12 of them".

    A number within the range of another is the best of that range; of numbers that exclude
    each other the largest holds the others.
    """
    largest = max(quantities, key=lambda q: (_upper(q), _lower(q)))
    same = [q for q in quantities if _meet(q, largest)]
    exact = sorted(q.minimum for q in same if q.minimum is not None and q.minimum == q.maximum)
    published = item.published
    return _Given(
        figure=Figure(
            report=item.id,
            minimum=min((q.minimum for q in same if q.minimum is not None), default=None),
            maximum=None if largest.maximum is None else _upper(largest),
        ),
        best=exact[0] if exact else _middle(largest),
        unit=largest.unit,
        origin=origin,
        day="" if published is None else published.latest.isoformat(),
    )


def _upper(quantity: Quantity) -> float:
    return next((e for e in (quantity.maximum, quantity.minimum) if e is not None), 0.0)


def _lower(quantity: Quantity) -> float:
    return next((e for e in (quantity.minimum, quantity.maximum) if e is not None), 0.0)


def _meet(one: Quantity, other: Quantity) -> bool:
    return _lower(one) <= _upper(other) and _lower(other) <= _upper(one)


def _middle(quantity: Quantity) -> float | None:
    """The number that stands for a range; the known end where one is open."""
    if quantity.minimum is None or quantity.maximum is None:
        return quantity.maximum if quantity.minimum is None else quantity.minimum
    return (quantity.minimum + quantity.maximum) / 2


def _count(kind: Kind, given: Sequence[_Given]) -> Count:
    lows = [f for g in given for f in (g.figure.minimum, g.figure.maximum) if f is not None]
    highs = [f for g in given for f in (g.figure.maximum, g.figure.minimum) if f is not None]
    return Count(
        role=kind[0],
        unit=_commonest(g.unit for g in given),
        low=min(lows, default=None),
        best=_best(given),
        high=max(highs, default=None),
        figures=tuple(sorted((g.figure for g in given), key=lambda f: f.report)),
    )


def _best(given: Iterable[_Given]) -> float | None:
    """The number that most origins give; of as many, that of the latest, then the largest."""
    origins: dict[float, set[str]] = defaultdict(set)
    latest: dict[float, str] = {}
    for item in given:
        if item.best is not None:
            origins[item.best].add(item.origin)
            latest[item.best] = max(latest.get(item.best, ""), item.day)
    return max(origins, key=lambda n: (len(origins[n]), latest[n], n), default=None)


def _commonest(values: Iterable[str]) -> str:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value))
