"""Who counts as whom: an army as the state that it is part of, a leader as what he leads."""

from collections.abc import Iterable, Mapping
from datetime import date

from khaldun.record import Entity, RelationType, Tie
from khaldun.situation.standing import holds

UPWARD = (RelationType.PART_OF, RelationType.LEADS)
_HIGHEST = 5  # steps from a unit to its state


def sides_on(ties: Iterable[Tie], day: date, entities: Iterable[Entity] = ()) -> Mapping[str, str]:
    """The side of each party that is part of another, or leads another, on `day`.

    Who leads or is part of several counts as himself. Actors of one country that a record
    keeps apart although they have the same name ("rebels", "gunmen") count as one. A party
    that is not in the answer is a side of its own.
    """
    same = namesakes(entities)
    above: dict[str, set[str]] = {}
    for tie in ties:
        if tie.type in UPWARD and holds(tie, day):
            subject, target = same.get(tie.subject, tie.subject), same.get(tie.target, tie.target)
            if subject != target:
                above.setdefault(subject, set()).add(target)
    only = {party: next(iter(over)) for party, over in above.items() if len(over) == 1}
    sides = {party: _top(party, only) for party in only}
    return sides | {party: sides.get(first, first) for party, first in same.items()}


def namesakes(entities: Iterable[Entity]) -> Mapping[str, str]:
    """The first, by id, of the actors that nothing but documents tells apart, for each of them."""
    named: dict[tuple[str, str | None], list[str]] = {}
    for actor in (entity.actor for entity in entities):
        if actor.registry_id is None:
            named.setdefault((actor.name.casefold(), actor.country), []).append(actor.id)
    return {party: min(ids) for ids in named.values() if len(ids) > 1 for party in ids}


def _top(party: str, only: Mapping[str, str]) -> str:
    seen = [party]
    while party in only and len(seen) <= _HIGHEST:
        party = only[party]
        if party in seen:
            return min(seen)
        seen.append(party)
    return party
