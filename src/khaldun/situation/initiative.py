"""Who holds the initiative: from who attacked, gained, lost and retreated in the window.

The rule is in docs/reference/situation.md; every number in it stands here once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from khaldun.record import ContradictionKind, Event, EventType
from khaldun.situation.control import Capture
from khaldun.situation.model import Initiative, Tally
from khaldun.situation.rules import grounds

WITHDRAW = "withdraw"
LEAD = 2  # points by which the first must be ahead
LEAST = 2  # events below which there is too little to say, where no place was taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What happened between two days: events that took place, and places that were taken.

    `sides` says who counts as whom, `opposed` which pairs of sides oppose each other by a tie.
    """

    first: date
    last: date
    events: tuple[Event, ...]
    captures: tuple[Capture, ...]
    sides: Mapping[str, str]
    opposed: frozenset[frozenset[str]] = frozenset()

    def side(self, party: str) -> str:
        """The side that a party counts as."""
        return self.sides.get(party, party)


def attackers(event: Event, window: Window) -> tuple[str, ...]:
    """The sides that attacked: none where several fought each other, or each blames the other."""
    kinds = {contradiction.kind for contradiction in event.contradictions}
    if event.type is not EventType.ASSAULT or ContradictionKind.PERPETRATOR in kinds:
        return ()
    sides = tuple(dict.fromkeys(window.side(actor) for actor in event.actors))
    attacked = {window.side(recipient) for recipient in event.recipients}
    # An attacker that also lost people is named on both sides, and attacked all the same.
    mutual = len(sides) > 1 and (not attacked or attacked.issuperset(sides))
    return () if mutual else sides


def withdrawers(event: Event, window: Window) -> tuple[str, ...]:
    """The sides that left ground."""
    if event.type is not EventType.RETREAT or WITHDRAW not in event.modes:
        return ()
    return tuple(dict.fromkeys(window.side(actor) for actor in event.actors))


def initiative_in(window: Window) -> Initiative | None:
    """Who holds the initiative at the end of the window; None where too little is reported."""
    tallies = tallies_of(window)
    evidence = [item for tally in tallies for item in tally.evidence]
    if len(set(evidence)) < LEAST and not window.captures:
        return None
    ordered = sorted(tallies, key=lambda t: (-t.points, t.party))
    return Initiative(
        holder=_leader(ordered),
        tallies=tuple(ordered),
        grounds=grounds(window.last, _last_day(window), evidence),
    )


def tallies_of(window: Window) -> tuple[Tally, ...]:
    """What each side did in the window, for the sides that did anything, by their ids."""
    by_side: dict[str, dict[_Deed, dict[str, None]]] = {}
    for side, what, identifier in _deeds(window):
        by_side.setdefault(side, {}).setdefault(what, {})[identifier] = None
    return tuple(_tally(side, by_side[side]) for side in sorted(by_side))


class _Deed(Enum):
    ATTACK = auto()
    GAIN = auto()
    LOSS = auto()
    RETREAT = auto()


def _tally(side: str, deeds: Mapping[_Deed, Iterable[str]]) -> Tally:
    return Tally(
        party=side,
        attacks=tuple(deeds.get(_Deed.ATTACK, ())),
        gains=tuple(deeds.get(_Deed.GAIN, ())),
        losses=tuple(deeds.get(_Deed.LOSS, ())),
        retreats=tuple(deeds.get(_Deed.RETREAT, ())),
    )


def _deeds(window: Window) -> Iterator[tuple[str, _Deed, str]]:
    for event in window.events:
        yield from ((side, _Deed.ATTACK, event.id) for side in attackers(event, window))
        yield from ((side, _Deed.RETREAT, event.id) for side in withdrawers(event, window))
    for capture in window.captures:
        yield capture.side, _Deed.GAIN, capture.evidence[0]
        if capture.loser is not None:
            yield capture.loser, _Deed.LOSS, capture.evidence[0]


def _leader(ordered: Sequence[Tally]) -> str | None:
    """The first, where it has done more than it suffered and is ahead of all others."""
    first = ordered[0]
    behind: Iterable[int] = (tally.points for tally in ordered[1:])
    ahead = first.points - max(behind, default=0)
    return first.party if first.points > 0 and ahead >= LEAD else None


def _last_day(window: Window) -> date:
    days = [e.latest for e in window.events if attackers(e, window) or withdrawers(e, window)]
    taken = [capture.day for capture in window.captures]
    return max(day for day in (*days, *taken, window.first) if day is not None)
