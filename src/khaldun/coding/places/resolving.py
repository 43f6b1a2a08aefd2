"""Which place of a name is meant, by what the rest of the document speaks of.

Scores add up: how well known a place is, whether the kind fits the words around the name,
whether the next place contains it ("Tripoli, Lebanon"), how much of the document speaks of its
country and region, and how near it lies to the places named around it.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType

from khaldun.coding.places.names import FoundName
from khaldun.gazetteer import GazetteerEntry, Match, PlaceKind, fold_name

# Under its usual name a place goes before another that also bears the name.
USUAL = 2.0
CONTAINED = 6.0
KIND_FITS = 2.0
CONTAINS = 1.0
COUNTRY_SHARE = 4.0
# A government that acts says little of where: "the United States hosted talks in Rome".
ACTING_SHARE = 0.05
# A name that acts is a state or its seat: "Washington said".
ACTS = 4.0
REGION_SHARE = 7.0
SMOOTHING = 1.5
SHARPNESS = 2.0
REGION_SHARPNESS = 0.8
NEARNESS = 4.0
# "Mexico" is seldom its capital, which is near all that is near it.
NAMESAKE = 6.0
NEAR_KM = 70.0
NEIGHBOURS = 6
SUPPORT = 1.5
SUPPORT_SHARPNESS = 0.6
CELL_DEGREES = 1.5
# Some thousand people; and how much of a document must speak of other countries.
HAMLET = 3.5
SPOKEN_FOR = 1.0
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
    """A name to resolve: the names of the document that are one place, and its candidates.

    It `acts` where the document has the name only for a state or its seat that does something.
    """

    key: str
    acts: bool
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
    names: Sequence[FoundName],
    containers: Sequence[str | None],
    acting: Sequence[bool],
    spoken: Mapping[str, float] = MappingProxyType({}),
) -> list[GazetteerEntry | None]:
    """The place that each name means, none where the gazetteer has none of that name.

    Args:
        names: the names of a document in text order.
        containers: for each the name that follows as what contains it, if any.
        acting: whether each stands for somebody who acts, and not for where something is.
        spoken: the countries of which the document speaks without naming a place, with weights.
    """
    order: list[Question] = []
    by_key: dict[tuple[str, PlaceKind | None, str | None], Question] = {}
    known = _containers_by_name(names, containers)
    holding = set(known.values())
    stays = {fold_name(n.name) for n, acts in zip(names, acting, strict=True) if not acts}
    for name in names:
        key = fold_name(name.name)
        full = (key, name.kind, known.get(key))
        question = by_key.get(full)
        if question is None:
            question = _question(name, known.get(key), holds=key in holding, acts=key not in stays)
            by_key[full] = question
            order.append(question)
        else:
            question.weight += 1
    _settle(order, spoken)
    evidence = _Evidence(order, spoken)
    answers = {id(q): None if _is_stray(q, evidence) else q.best for q in order}
    keys = [fold_name(n.name) for n in names]
    return [
        answers[id(by_key[key, name.kind, known.get(key)])]
        for name, key in zip(names, keys, strict=True)
    ]


def _is_stray(question: Question, evidence: "_Evidence") -> bool:
    """Whether a hamlet of that name lies in a country of which the document says nothing else.

    The place meant is then rather one that the gazetteer does not know.
    """
    best = question.best
    if best is None or best.rank >= HAMLET or question.container or question.acts:
        return False
    return evidence.of(question, best) == 0 and evidence.beside(question) >= SPOKEN_FOR


def _containers_by_name(
    names: Sequence[FoundName], containers: Sequence[str | None]
) -> dict[str, str]:
    """A container said once holds for all mentions of the name."""
    found: dict[str, str] = {}
    for name, container in zip(names, containers, strict=True):
        if container:
            found.setdefault(fold_name(name.name), container)
    return found


def _question(name: FoundName, container: str | None, *, holds: bool, acts: bool) -> Question:
    candidates = list(name.matches[:MOST_CANDIDATES])
    states = {m.entry.country for m in candidates if m.entry.kind is PlaceKind.COUNTRY}
    scores = [
        m.entry.rank
        + USUAL * m.usual
        + _fit(m.entry, name.kind)
        + holds * _holding(m.entry)
        + ACTS * (acts and (m.entry.capital or m.entry.kind is PlaceKind.COUNTRY))
        - NAMESAKE * (m.entry.kind is PlaceKind.CITY and m.entry.country in states)
        for m in candidates
    ]
    return Question(
        key=fold_name(name.name),
        acts=acts,
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


def _settle(questions: list[Question], spoken: Mapping[str, float]) -> None:
    prior = [list(q.scores) for q in questions]
    by_name: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_name[question.key].append(question)
    for _ in range(2):
        evidence, neighbours = _Evidence(questions, spoken), _Neighbours(questions)
        fresh = {
            index: [
                base
                + evidence.of(question, match.entry)
                + _contained(question, match.entry, by_name)
                + neighbours.of(index, match.entry)
                for base, match in zip(prior[index], question.candidates, strict=True)
            ]
            for index, question in enumerate(questions)
            if len(question.candidates) > 1  # else there is nothing to choose
        }
        for index, scores in fresh.items():
            questions[index].scores = scores


class _Evidence:
    """How much of the document speaks of each country and region."""

    def __init__(self, questions: Sequence[Question], spoken: Mapping[str, float]) -> None:
        self.countries: dict[str, float] = defaultdict(float, spoken)
        self.regions: dict[tuple[str, str], float] = defaultdict(float)
        self.own: dict[int, list[tuple[GazetteerEntry, float]]] = {}
        self.own_regions: dict[int, dict[tuple[str, str], float]] = {}
        self.total = sum(spoken.values())
        self.regional = 0.0
        for question in questions:
            self._count(question)

    def _count(self, question: Question) -> None:
        weight = 1 + math.log(question.weight)
        weight *= ACTING_SHARE if question.acts else 1.0
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
        if question.acts:
            self.own_regions[id(question)] = given
            return given
        for entry, share in _shares(question, REGION_SHARPNESS):
            if entry.country and entry.region:
                region = entry.country, entry.region
                given[region] = max(given.get(region, 0.0), weight * share)
        self.own_regions[id(question)] = given
        return given

    def beside(self, question: Question) -> float:
        """How much the other names of the document say of any country."""
        return self.total - sum(share for _, share in self.own[id(question)])

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


class _Neighbours:
    """Where the names of a document have candidates, square by square of the map.

    Names that are close together in the text are asked together: "Alexandria", "Brandon" and
    "Douglas County" have candidates side by side in one state only, whichever is best known.
    """

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = questions
        self.cells: dict[tuple[int, int], list[tuple[int, float, GazetteerEntry]]] = defaultdict(
            list
        )
        for index, question in enumerate(questions):
            top = max(question.scores, default=0.0)
            if question.acts:
                continue
            for match, score in zip(question.candidates, question.scores, strict=True):
                if _is_local(match.entry):
                    weight = math.exp(SUPPORT_SHARPNESS * (score - top))
                    self.cells[_cell(match.entry)].append((index, weight, match.entry))

    def of(self, index: int, entry: GazetteerEntry) -> float:
        """How many of the names around have a candidate near this one, and how near."""
        if entry.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.AREA):
            return 0.0
        support: dict[int, float] = {}
        for other, weight, near in self._around(index, entry):
            if self._differs(index, other):
                value = weight * math.exp(-_km(near, entry) / NEAR_KM)
                support[other] = max(support.get(other, 0.0), value)
        return NEARNESS * (1 - math.exp(-SUPPORT * sum(support.values())))

    def _differs(self, index: int, other: int) -> bool:
        return self.questions[other].key != self.questions[index].key

    def _around(
        self, index: int, entry: GazetteerEntry
    ) -> Iterator[tuple[int, float, GazetteerEntry]]:
        """The candidates in the squares around, of names that stand near in the text."""
        row, column = _cell(entry)
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                inside = self.cells.get((row + north, column + east))
                if inside:
                    first = bisect_left(inside, index - NEIGHBOURS, key=itemgetter(0))
                    last = bisect_right(inside, index + NEIGHBOURS, key=itemgetter(0))
                    yield from inside[first:last]


def _cell(entry: GazetteerEntry) -> tuple[int, int]:
    return int(entry.latitude // CELL_DEGREES), int(entry.longitude // CELL_DEGREES)


def _is_local(entry: GazetteerEntry) -> bool:
    return entry.kind in (PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.FACILITY, PlaceKind.QUARTER)


def _km(one: GazetteerEntry, other: GazetteerEntry) -> float:
    """The distance in kilometres on a flat map, near enough for what is near."""
    mean = math.radians((one.latitude + other.latitude) / 2)
    east = abs(one.longitude - other.longitude)
    east = math.radians(min(east, 360 - east)) * math.cos(mean)
    north = math.radians(one.latitude - other.latitude)
    return EARTH_KM * math.hypot(east, north)
