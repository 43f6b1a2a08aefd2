"""Groups of reports of one event, and the shelves on which a fitting group is found."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from khaldun.resolution.facts import Facts
from khaldun.resolution.matching import TOGETHER, match
from khaldun.resolution.model import Decisions
from khaldun.resolution.places import coarseness, is_exact

_CORE = 8  # reports that speak for a group; more only repeat what they say
_CLEAR = 0.5  # by how much the best group must fit better than the next
_BESIDE = 0.5  # what a report of the same sentence adds
_PROMINENT = 3  # times as many documents as any other event that fits
_COMMON = 200  # groups under one key: what is shared by more tells nothing apart
Match = Callable[[Facts, Facts], float]


@dataclass(slots=True, eq=False)
class Group:
    """Reports of one event. The first is the most exact; the `core` decides who may join.

    A group that is not `open` takes no more: its report fitted two events equally well.
    """

    core: list[Facts]
    members: list[Facts]
    open: bool = True
    signs: set[tuple[object, ...]] = field(default_factory=set)
    sentences: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, facts: Facts, *, is_open: bool = True) -> "Group":
        """A group of one report."""
        group = cls(core=[facts], members=[], open=is_open, signs={facts.sign})
        group.add(facts, to_core=False)
        return group

    @property
    def head(self) -> Facts:
        """The report that founded the group."""
        return self.core[0]

    def add(self, facts: Facts, *, to_core: bool) -> None:
        """Take a report in; to the core if it says something new and there is room."""
        self.members.append(facts)
        self.sentences.add((facts.document, facts.evidence))
        if to_core and len(self.core) < _CORE and facts.sign not in self.signs:
            self.core.append(facts)
            self.signs.add(facts.sign)

    def take(self, other: "Group") -> None:
        """Take in all reports of another group."""
        for facts in other.members:
            self.add(facts, to_core=facts in other.core)

    def likeness(self, other: "Group") -> float:
        """How alike two groups are: as their most alike reports; 0 where any two exclude."""
        scores = [match(a, b) for a in self.core for b in other.core]
        return max(scores) if min(scores) > -TOGETHER else 0.0

    def fit(self, facts: Facts, matches: Match = match) -> float:
        """How well a report fits: as with the most alike of the core; 0 where one excludes it.

        What the same sentence says of a report that is in the group speaks for it too.
        """
        scores = [matches(facts, member) for member in self.core]
        beside = _BESIDE if (facts.document, facts.evidence) in self.sentences else 0.0
        return max(scores) + beside if min(scores) > -TOGETHER else 0.0


class Shelf:
    """Open groups, found by what a report must share with one to be of it."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._by_key: dict[str, list[Group]] = defaultdict(list)

    def put(self, group: Group) -> None:
        """Add a group."""
        self.groups.append(group)
        for facts in group.core:
            self.learn(group, facts)

    def learn(self, group: Group, facts: Facts) -> None:
        """Let the group be found by what this report of it says."""
        for key in facts.known_by:
            if not self._by_key[key] or self._by_key[key][-1] is not group:
                self._by_key[key].append(group)

    def near(self, sought: Iterable[str]) -> Iterator[Group]:
        """Groups under the keys that a report seeks, each once; rather none than too many."""
        seen: set[int] = set()
        for key in sought:
            found = self._by_key.get(key, ())
            if len(found) <= _COMMON:
                for group in found:
                    if id(group) not in seen:
                        seen.add(id(group))
                        yield group


def fitting(
    facts: Facts, groups: Iterable[Group], decisions: Decisions, matches: Match = match
) -> list[Group]:
    """The groups that a report fits best: none, one, or several that it cannot tell apart."""
    apart = decisions.apart_from(facts.id)
    scored = [
        (score, group)
        for group in groups
        if (score := group.fit(facts, matches)) >= TOGETHER and not _parted(group, apart)
    ]
    if not scored:
        return []
    best = max(score for score, _ in scored)
    return [group for score, group in scored if score > best - _CLEAR]


def told_apart(facts: Facts, found: list[Group]) -> list[Group]:
    """Of several groups that a report fits, the one that it is of, if that can be told.

    A report that names the town may be taken for one of the event that most documents of the
    day report; a vaguer one may not.
    """
    if len(found) < 2 or facts.place is None or not is_exact(facts.place):
        return found
    known = [len({m.document for m in g.members if m.exact}) for g in found]
    most = max(known)
    prominent = [g for g, number in zip(found, known, strict=True) if number * _PROMINENT > most]
    return prominent if len(prominent) == 1 else found


def shelve(members: Iterable[Facts], decisions: Decisions) -> Shelf:
    """Reports in groups, in three passes over the reports in order.

    Each joins the one group that it fits, or founds one; groups that nothing tells apart become
    one; what fitted several is then tried again, and stays alone if it still does.
    """
    shelf, undecided = Shelf(), []
    for facts in members:
        found = fitting(facts, shelf.near(facts.sought), decisions)
        if len(found) > 1:
            undecided.append(facts)
        else:
            _put(shelf, facts, found)
    merged = _merged(shelf, decisions)
    for facts in undecided:
        found = told_apart(facts, fitting(facts, merged.near(facts.sought), decisions))
        if len(found) > 1:
            merged.groups.append(Group.of(facts, is_open=False))
        else:
            _put(merged, facts, found)
    return merged


def _put(shelf: Shelf, facts: Facts, found: list[Group]) -> None:
    if not found:
        shelf.put(Group.of(facts))
        return
    known = len(found[0].core)
    found[0].add(facts, to_core=True)
    if len(found[0].core) > known:
        shelf.learn(found[0], facts)


def _merged(shelf: Shelf, decisions: Decisions) -> Shelf:
    """The groups of a shelf after those have become one that nothing tells apart."""
    merged = Shelf()
    for group in shelf.groups:
        near = {id(g): g for facts in group.core for g in merged.near(facts.sought)}
        alike = [
            g
            for g in near.values()
            if g.likeness(group) >= TOGETHER and not parted(group, g, decisions)
        ]
        if len(alike) == 1:
            alike[0].take(group)
            for facts in group.core:
                merged.learn(alike[0], facts)
        else:
            merged.put(group)
    return merged


def parted(one: Group, other: Group, decisions: Decisions) -> bool:
    """Whether a person said that a report of one group is not of the event of the other."""
    apart = frozenset[str]().union(*(decisions.apart_from(m.id) for m in one.members))
    return _parted(other, apart)


def most_exact_first(facts: Facts) -> tuple[object, ...]:
    """The order in which reports are grouped: the better they tell events apart the earlier."""
    place = 10_000.0 if facts.place is None else coarseness(facts.place)
    named = [sum(not party.generic for party in side) for side in (facts.actors, facts.recipients)]
    days = -1 if facts.first is None or facts.last is None else (facts.last - facts.first).days
    return (place, -min(1, named[0]) - min(1, named[1]), -len(facts.amounts), days, facts.id)


def _parted(group: Group, apart: frozenset[str]) -> bool:
    return bool(apart) and any(member.id in apart for member in group.members)
