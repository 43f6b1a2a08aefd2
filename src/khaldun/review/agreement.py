"""How far reviewers agree who decided the same items: Cohen's κ and Krippendorff's α.

κ is that of Cohen (1960), "A coefficient of agreement for nominal scales"; α that of
Krippendorff (2011), "Computing Krippendorff's alpha-reliability", for nominal data, any number
of reviewers and missing values.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What one reviewer says of one item."""

    item: str
    by: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reviewers: items that both decided, how many they decided alike, and κ.

    `kappa` is None where it is not defined: no item in common, or one label for all.
    """

    one: str
    other: str
    items: int
    alike: int
    kappa: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """All pairs of reviewers, and α over the items that two or more decided."""

    pairs: tuple[Pair, ...]
    items: int
    alpha: float | None


def agreement(ratings: Iterable[Rating]) -> Agreement:
    """The agreement of all reviewers; of two ratings of an item by one, the later counts."""
    units = _units(ratings)
    shared = {item: labels for item, labels in units.items() if len(labels) > 1}
    reviewers = sorted({by for labels in shared.values() for by in labels})
    pairs = (_pair(one, other, shared) for one, other in combinations(reviewers, 2))
    return Agreement(
        pairs=tuple(pair for pair in pairs if pair.items),
        items=len(shared),
        alpha=alpha([tuple(labels.values()) for labels in shared.values()]),
    )


def kappa(labels: Iterable[tuple[str, str]]) -> float | None:
    """Cohen's κ of pairs of labels; None where chance alone would make all of them alike."""
    pairs = list(labels)
    if not pairs:
        return None
    observed = sum(one == other for one, other in pairs) / len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def alpha(units: Iterable[tuple[str, ...]]) -> float | None:
    """Krippendorff's α of the labels that each item was given; None where it is not defined."""
    comparable = [Counter(labels) for labels in units if len(labels) > 1]
    totals = sum(comparable, Counter[str]())
    number = totals.total()
    differing = number**2 - sum(count**2 for count in totals.values())
    if not differing:
        return None
    observed = sum(_disagreement(unit) for unit in comparable)
    return 1 - (number - 1) * observed / differing


def _disagreement(unit: Counter[str]) -> float:
    size = unit.total()
    return (size**2 - sum(count**2 for count in unit.values())) / (size - 1)


def _units(ratings: Iterable[Rating]) -> dict[str, dict[str, str]]:
    units: dict[str, dict[str, str]] = defaultdict(dict)
    for rating in ratings:
        units[rating.item][rating.by] = rating.label
    return units


def _pair(one: str, other: str, units: Mapping[str, Mapping[str, str]]) -> Pair:
    both = [
        (labels[one], labels[other])
        for labels in units.values()
        if one in labels and other in labels
    ]
    alike = sum(first == second for first, second in both)
    return Pair(one=one, other=other, items=len(both), alike=alike, kappa=kappa(both))
