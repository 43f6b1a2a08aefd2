"""Which place of a name is meant, by what the rest of the document speaks of.

Scores add up: how well known a place is, whether the kind fits the words around the name,
whether the next place contains it ("Tripoli, Lebanon"), how much of the document speaks of its
country and region, and how near it lies to the places named around it.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khaldun.coding.places.names import FoundName
from khaldun.gazetteer import GazetteerEntry, Match, PlaceKind, fold_name

CONTAINED = 6.0
KIND_FITS = 2.0
CONTAINS = 1.0
COUNTRY_SHARE = 4.0
REGION_SHARE = 7.0
SMOOTHING = 0.5
SHARPNESS = 2.0
REGION_SHARPNESS = 0.8
NEARNESS = 4.0
NEAR_KM = 70.0
NEIGHBOURS = 6
MOST_CANDIDATES = 40
EARTH_KM = 6371.0
_SIMILAR = {
    PlaceKind.REGION: {PlaceKind.REGION, PlaceKind.AREA},
    PlaceKind.DISTRICT: {PlaceKind.DISTRICT},
    PlaceKind.CITY: {PlaceKind.CITY},
    PlaceKind.QUARTER: {PlaceKind.QUARTER, PlaceKind.CITY},
}


@dataclass(slots=True, kw_only=True)
class Question:
    """A name to resolve: the names of the document that are one place, and its candidates."""

    key: str
    kind: PlaceKind | None
    container: str | None
    candidates: list[Match]
    scores: list[float]
    weight: int = 1

    @property
    def best(self) -> GazetteerEntry | None:
        """The candidate that leads."""
        if not self.candidates:
            return None
        lead = max(range(len(self.candidates)), key=lambda i: (self.scores[i], -i))
        return self.candidates[lead].entry


def resolve(
    names: Sequence[FoundName], containers: Sequence[str | None]
) -> list[GazetteerEntry | None]:
    """The place that each name means, none where the gazetteer has none of that name.

    Args:
        names: the names of a document in text order.
        containers: for each the name that follows as what contains it, if any.
    """
    order: list[Question] = []
    by_key: dict[tuple[str, PlaceKind | None, str | None], Question] = {}
    known = _containers_by_name(names, containers)
    holding = set(known.values())
    for name in names:
        key = fold_name(name.name)
        full = (key, name.kind, known.get(key))
        question = by_key.get(full)
        if question is None:
            question = by_key[full] = _question(name, known.get(key), holds=key in holding)
            order.append(question)
        else:
            question.weight += 1
    _settle(order)
    return [by_key[fold_name(n.name), n.kind, known.get(fold_name(n.name))].best for n in names]


def _containers_by_name(
    names: Sequence[FoundName], containers: Sequence[str | None]
) -> dict[str, str]:
    """A container said once holds for all mentions of the name."""
    found: dict[str, str] = {}
    for name, container in zip(names, containers, strict=True):
        if container:
            found.setdefault(fold_name(name.name), container)
    return found


def _question(name: FoundName, container: str | None, *, holds: bool) -> Question:
    candidates = list(name.matches[:MOST_CANDIDATES])
    scores = [
        m.entry.rank + m.usual + _fit(m.entry, name.kind) + holds * _holding(m.entry)
        for m in candidates
    ]
    return Question(
        key=fold_name(name.name),
        kind=name.kind,
        container=container,
        candidates=candidates,
        scores=scores,
    )


def _holding(entry: GazetteerEntry) -> float:
    """A place that is said to contain another is rather a division than a town."""
    return CONTAINS if entry.kind in (PlaceKind.REGION, PlaceKind.COUNTRY) else 0.0


def _fit(entry: GazetteerEntry, kind: PlaceKind | None) -> float:
    if kind is None or kind not in _SIMILAR:
        return 0.0
    return KIND_FITS if entry.kind in _SIMILAR[kind] else -KIND_FITS


def _settle(questions: list[Question]) -> None:
    prior = [list(q.scores) for q in questions]
    by_name: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_name[question.key].append(question)
    for _ in range(2):
        evidence = _Evidence(questions)
        fresh = [
            [
                base
                + evidence.of(question, match.entry)
                + _contained(question, match.entry, by_name)
                + _nearness(questions, index, match.entry)
                for base, match in zip(prior[index], question.candidates, strict=True)
            ]
            for index, question in enumerate(questions)
        ]
        for question, scores in zip(questions, fresh, strict=True):
            question.scores = scores


class _Evidence:
    """How much of the document speaks of each country and region."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.countries: dict[str, float] = defaultdict(float)
        self.regions: dict[tuple[str, str], float] = defaultdict(float)
        self.own: dict[int, list[tuple[GazetteerEntry, float]]] = {}
        self.own_regions: dict[int, dict[tuple[str, str], float]] = {}
        self.total = 0.0
        self.regional = 0.0
        for question in questions:
            self._count(question)

    def _count(self, question: Question) -> None:
        weight = 1 + math.log(question.weight)
        for entry, share in self._weighed(question, weight):
            if entry.country:
                self.countries[entry.country] += share
                self.total += share
        for region, share in self._regional(question, weight).items():
            self.regions[region] += share
            self.regional += share

    def _weighed(self, question: Question, weight: float) -> list[tuple[GazetteerEntry, float]]:
        shares = _shares(question, SHARPNESS)
        self.own[id(question)] = [(e, weight * s) for e, s in shares]
        return self.own[id(question)]

    def _regional(self, question: Question, weight: float) -> dict[tuple[str, str], float]:
        """What a name gives to each region: its best candidate there counts."""
        given: dict[tuple[str, str], float] = {}
        for entry, share in _shares(question, REGION_SHARPNESS):
            if entry.country and entry.region:
                region = entry.country, entry.region
                given[region] = max(given.get(region, 0.0), weight * share)
        self.own_regions[id(question)] = given
        return given

    def of(self, question: Question, entry: GazetteerEntry) -> float:
        """What the other names of the document say for this candidate."""
        if not entry.country:
            return 0.0
        own = self.own[id(question)]
        own_country = sum(share for other, share in own if other.country == entry.country)
        own_total = sum(share for other, share in own if other.country)
        country = self.countries[entry.country] - own_country
        score = COUNTRY_SHARE * country / (self.total - own_total + SMOOTHING)
        if entry.region:
            own_regions = self.own_regions[id(question)]
            key = entry.country, entry.region
            region = self.regions[key] - own_regions.get(key, 0.0)
            rest = self.regional - sum(own_regions.values())
            score += REGION_SHARE * region / (rest + SMOOTHING)
        return score


def _shares(question: Question, sharpness: float) -> list[tuple[GazetteerEntry, float]]:
    """The candidates with how likely each is; those far behind do not count."""
    if not question.candidates:
        return []
    top = max(question.scores)
    weights = [math.exp(sharpness * (s - top)) for s in question.scores]
    total = sum(weights)
    return [
        (m.entry, w / total)
        for m, w in zip(question.candidates, weights, strict=True)
        if w > 0.01 * total
    ]


def _contained(
    question: Question, entry: GazetteerEntry, by_name: Mapping[str, list[Question]]
) -> float:
    """Whether the place lies in the one that the text says contains it."""
    if not question.container:
        return 0.0
    for container in by_name.get(question.container, ()):
        for match in container.candidates:
            outer = match.entry
            if outer.kind is PlaceKind.COUNTRY and outer.country == entry.country:
                return CONTAINED
            inside = outer.country == entry.country and outer.region == entry.region
            if inside and outer.kind is PlaceKind.REGION:
                return CONTAINED
            if inside and outer.kind is PlaceKind.DISTRICT and _km(outer, entry) < 100:
                return CONTAINED
            if inside and outer.kind is PlaceKind.CITY and _km(outer, entry) < 30:
                return CONTAINED / 2
    return 0.0


def _nearness(questions: Sequence[Question], index: int, entry: GazetteerEntry) -> float:
    """How near the nearest of the places named around it lies."""
    if entry.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.AREA):
        return 0.0
    nearest = math.inf
    for other in questions[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]:
        best = other.best
        if other.key != questions[index].key and best is not None and _is_local(best):
            nearest = min(nearest, _km(best, entry))
    return NEARNESS * math.exp(-nearest / NEAR_KM)


def _is_local(entry: GazetteerEntry) -> bool:
    return entry.kind in (PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.FACILITY, PlaceKind.QUARTER)


def _km(one: GazetteerEntry, other: GazetteerEntry) -> float:
    """The distance in kilometres on a flat map, near enough for what is near."""
    mean = math.radians((one.latitude + other.latitude) / 2)
    east = abs(one.longitude - other.longitude)
    east = math.radians(min(east, 360 - east)) * math.cos(mean)
    north = math.radians(one.latitude - other.latitude)
    return EARTH_KM * math.hypot(east, north)
