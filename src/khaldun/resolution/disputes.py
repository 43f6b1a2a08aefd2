"""On what the reports of one event contradict each other, with who is on which side."""

from collections.abc import Iterable, Mapping, Sequence

from khaldun.record import Contradiction, ContradictionKind, Count, Figure
from khaldun.resolution.facts import Facts, Party
from khaldun.resolution.matching import parties
from khaldun.resolution.places import Whereabouts, whereabouts

_ROUNDING = 0.05  # "about 300" and 310 do not contradict each other


def contradictions_of(
    members: Sequence[Facts], counts: Iterable[Count], origins: Mapping[str, str]
) -> tuple[Contradiction, ...]:
    """Contradictions in a fixed order: denials, perpetrators, numbers, dates, places."""
    if len(members) == 1:
        return ()
    found = [_denied(members), _perpetrators(members, origins)]
    found += [_numbers(count) for count in counts]
    found += [_dates(members, origins), _places(members, origins)]
    return tuple(contradiction for contradiction in found if contradiction is not None)


def _made(
    kind: ContradictionKind, one: Iterable[str], other: Iterable[str]
) -> Contradiction | None:
    mine, theirs = tuple(sorted(one)), tuple(sorted(other))
    return Contradiction(kind=kind, one=mine, other=theirs) if mine and theirs else None


def _denied(members: Sequence[Facts]) -> Contradiction | None:
    """Who denies, and who says what is denied: of the same perpetrator or of none."""
    denials = [m for m in members if m.negative]
    accused = [party for m in denials for party in m.actors]
    said = [
        m.id
        for m in members
        if not m.negative
        and (not accused or not m.actors or m.mutual or _can_be_one(m.actors, accused))
    ]
    return _made(ContradictionKind.DENIED, said, (m.id for m in denials))


def _perpetrators(members: Sequence[Facts], origins: Mapping[str, str]) -> Contradiction | None:
    """Those who name the perpetrator that most origins name, and those who name another."""
    named = [m for m in members if any(not p.generic for p in m.actors) and not m.mutual]
    if not named:
        return None
    chosen = _most_given([(m, _ids(m)) for m in named], origins)
    sides = [m for m in named if _ids(m) == chosen]
    other = [m for m in named if not _can_be_one(m.actors, sides[0].actors)]
    return _made(ContradictionKind.PERPETRATOR, (m.id for m in sides), (m.id for m in other))


def _ids(member: Facts) -> tuple[str, ...]:
    return tuple(sorted(p.id for p in member.actors if not p.generic))


def _can_be_one(mine: Sequence[Party], theirs: Sequence[Party]) -> bool:
    return any(parties(a, b) >= 0 for a in mine for b in theirs)


def _numbers(count: Count) -> Contradiction | None:
    """Those whose figure allows the best number, and those whose figure excludes it."""
    if count.best is None:
        return None
    allow = [f.report for f in count.figures if _allows(f, count.best)]
    exclude = [f.report for f in count.figures if not _allows(f, count.best)]
    return _made(ContradictionKind.NUMBER, allow, exclude)


def _allows(figure: Figure, number: float) -> bool:
    margin = _ROUNDING * number
    above = figure.minimum is None or figure.minimum <= number + margin
    return above and (figure.maximum is None or number - margin <= figure.maximum)


def _dates(members: Sequence[Facts], origins: Mapping[str, str]) -> Contradiction | None:
    exact = [m for m in members if m.exact]
    if not exact:
        return None
    chosen = _most_given([(m, (str(m.first),)) for m in exact], origins)
    same = [m for m in exact if (str(m.first),) == chosen]
    other = [m for m in exact if (str(m.first),) != chosen]
    return _made(ContradictionKind.DATE, (m.id for m in same), (m.id for m in other))


def _places(members: Sequence[Facts], origins: Mapping[str, str]) -> Contradiction | None:
    placed = [(m, m.place) for m in members if m.place is not None]
    if not placed:
        return None
    chosen = _most_given([(m, (place.id,)) for m, place in placed], origins)
    here = next(place for _, place in placed if place.id == chosen[0])
    same = [m.id for m, place in placed if place.id == here.id]
    other = [m.id for m, place in placed if whereabouts(place, here) is Whereabouts.APART]
    return _made(ContradictionKind.PLACE, same, other)


def _most_given(
    given: Iterable[tuple[Facts, tuple[str, ...]]], origins: Mapping[str, str]
) -> tuple[str, ...]:
    """The value that most origins give; of as many, the first in order."""
    found: dict[tuple[str, ...], set[str]] = {}
    for member, value in given:
        found.setdefault(value, set()).add(origins[member.id])
    return min(found, key=lambda value: (-len(found[value]), value))
