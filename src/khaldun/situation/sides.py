"""Who counts as whom: an army as the state that it is part of, a leader as what he leads."""

from collections.abc import Iterable, Mapping
from datetime import date

from khaldun.record import RelationType, Tie
from khaldun.situation.standing import holds

_UPWARD = (RelationType.PART_OF, RelationType.LEADS)
_HIGHEST = 5  # steps from a unit to its state


def sides_on(ties: Iterable[Tie], day: date) -> Mapping[str, str]:
    """The side of each party that is part of another, or leads another, on `day`.

    Who leads or is part of several counts as himself. A party that is not in the answer is a
    side of its own.
    """
    above: dict[str, set[str]] = {}
    for tie in ties:
        if tie.type in _UPWARD and tie.subject != tie.target and holds(tie, day):
            above.setdefault(tie.subject, set()).add(tie.target)
    only = {party: next(iter(over)) for party, over in above.items() if len(over) == 1}
    return {party: _top(party, only) for party in only}


def _top(party: str, only: Mapping[str, str]) -> str:
    seen = [party]
    while party in only and len(seen) <= _HIGHEST:
        party = only[party]
        if party in seen:
            return min(seen)
        seen.append(party)
    return party
