"""One relation for all that one sentence says of one pair."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from khaldun.coding.relations.finding import MUTUAL, Found, Known, is_unnamed
from khaldun.coding.relations.implied import JOINT
from khaldun.record import Certainty, Means, RelationType

# Alliances that only follow from what is said, and give way to backing.
_WEAK = frozenset({JOINT, "relations.include"})


def displaced(claimed: Iterable[tuple[Found, Certainty]]) -> list[tuple[Found, Certainty]]:
    """Who held what another is said to take holds it no more: "took the last town held by X"."""
    every = list(claimed)
    taken = {
        (f.target, f.trigger.sentence): f
        for f, _ in every
        if f.type is RelationType.CONTROLS and f.begins and not f.ended
    }
    return [(_given_up(f, taken.get((f.target, f.trigger.sentence))), c) for f, c in every]


def _given_up(held: Found, taking: Found | None) -> Found:
    """What is held, as over where another takes it."""
    holds = held.type is RelationType.CONTROLS and not (held.begins or held.ended)
    if not holds or taking is None or taking.subject == held.subject:
        return held
    return replace(held, ended=True, trigger=taking.trigger)


def joined(
    known: Known, claimed: Iterable[tuple[Found, Certainty]]
) -> Iterator[tuple[Found, Certainty]]:
    """One relation for all that one sentence says of one pair, with the means put together.

    Who leads a body is not told once more as its member, nor who backs a party as its ally.
    """
    told: dict[tuple[object, ...], tuple[Found, Certainty]] = {}
    for item, certainty in claimed:
        key = _key(item, item.type)
        first = told.get(key)
        kept = item if first is None else replace(first[0], means=_union(first[0], item))
        told[key] = (kept, certainty if first is None else first[1])
    named = {
        (f.type, f.target, f.trigger.sentence)
        for f, _ in told.values()
        if f.type is RelationType.LEADS and not is_unnamed(known[f.subject])
    }
    for item, certainty in told.values():
        by_name = (item.type, item.target, item.trigger.sentence) in named
        if by_name and is_unnamed(known[item.subject]):
            continue  # "the commander of the Tigers is Hassan Nur": he, and not the commander
        if _key(item, RelationType.LEADS) in told and item.type is RelationType.MEMBER_OF:
            continue
        if item.entry in _WEAK and any(_key(i, RelationType.BACKS) in told for i in _both(item)):
            continue
        yield item, certainty


def _key(found: Found, kind: RelationType) -> tuple[object, ...]:
    """What makes two finds one; what goes both ways is the same either way round."""
    sides = (found.subject, found.target)
    ordered = tuple(sorted(sides)) if kind in MUTUAL else sides
    return kind, ordered, found.trigger.sentence, found.ended


def _both(found: Found) -> tuple[Found, Found]:
    return found, replace(found, subject=found.target, target=found.subject)


def _union(first: Found, second: Found) -> tuple[Means, ...]:
    both = {*first.means, *second.means}
    return tuple(m for m in Means if m in both)
