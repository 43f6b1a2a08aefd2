"""How far two descriptions speak of one actor, with the reason in words."""

from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from khaldun.ontology.registry import fold_name
from khaldun.record import Actor
from khaldun.resolution.names import (
    initials,
    is_acronym,
    is_generic,
    skeleton,
    state_body,
    words_of,
)

_SAME_SPELLING = 84.0  # similarity of two spellings of one name, of 100
_SAME_GIVEN = 60.0  # given names are transliterated and shortened more freely


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """`score` from 0 (says nothing) to 1; below 0 it speaks against."""

    score: float
    reason: str


_NOTHING = Likeness(score=0.0, reason="")
_AGAINST = Likeness(score=-1.0, reason="")


def likeness(one: Actor, other: Actor) -> Likeness:
    """How alike two descriptions are; the order of the two does not matter."""
    if is_generic(one) or is_generic(other):
        return _NOTHING
    if one.registry_id and other.registry_id:
        return _AGAINST  # two entries, or one that a person split
    if one.person != other.person:
        return _NOTHING
    if one.country and other.country and one.country != other.country:
        return _AGAINST if not one.person or not _same_full_name(one, other) else _NOTHING
    return _persons(one, other) if one.person else _bodies(one, other)


def _same_full_name(one: Actor, other: Actor) -> bool:
    return len(words_of(one.name)) > 1 and fold_name(one.name) == fold_name(other.name)


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _persons(one: Actor, other: Actor) -> Likeness:
    mine, theirs = _longest(one), _longest(other)
    if not _same_spelling(mine[-1], theirs[-1]):
        return _AGAINST if len(mine) > 1 and len(theirs) > 1 else _NOTHING
    if len(mine) > 1 and len(theirs) > 1:
        return _given_names(mine, theirs)
    agree = _agreements(one, other)
    if agree and _sectors_fit(one, other):
        return Likeness(score=0.6 + 0.1 * len(agree), reason=f"surname and {' and '.join(agree)}")
    return _NOTHING


def _longest(actor: Actor) -> tuple[str, ...]:
    """The words of the fullest name."""
    return max((words_of(n) for n in _names(actor)), key=lambda words: (len(words), words))


def _given_names(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Likeness:
    if mine == theirs:
        return Likeness(score=0.95, reason="same name")
    given, others = mine[:-1], theirs[:-1]
    initial = len(given[0]) == 1 or len(others[0]) == 1
    fits = given[0][0] == others[0][0] if initial else _same_given(given, others)
    return Likeness(score=0.85, reason="variant of the name") if fits else _AGAINST


def _same_given(given: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one of the given names of each is a spelling of one of the other's."""
    return any(
        skeleton(a) == skeleton(b) or ratio(a, b) >= _SAME_GIVEN + 10 for a in given for b in others
    )


def _same_spelling(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    return shorter >= 4 and skeleton(one) == skeleton(other) and ratio(one, other) >= _SAME_GIVEN


def _agreements(one: Actor, other: Actor) -> list[str]:
    """What two descriptions share beside a surname."""
    found = []
    if one.country and one.country == other.country:
        found.append("country")
    if one.sector and one.sector == other.sector:
        found.append("sector")
    titles = {fold_name(o.title) for o in one.offices}
    if titles & {fold_name(o.title) for o in other.offices}:
        found.append("office")
    return found if found != ["sector"] else []


_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})


def _sectors_fit(one: Actor, other: Actor) -> bool:
    """Whether the sectors can be of one actor: people change posts, so only sides exclude."""
    if one.sector is None or other.sector is None or one.sector == other.sector:
        return True
    return not ({one.sector, other.sector} & _STATE and {one.sector, other.sector} & {"CRM", "CVL"})


def _bodies(one: Actor, other: Actor) -> Likeness:
    mine, theirs = state_body(one), state_body(other)
    if mine is not None and mine == theirs and one.country == other.country:
        return Likeness(score=0.9, reason="the same body of the same state")
    shared = {fold_name(n) for n in _names(one)} & {fold_name(n) for n in _names(other)}
    if fold_name(one.name) == fold_name(other.name):
        return Likeness(score=0.95, reason="same name")
    if any(len(name.split()) > 1 for name in shared):
        return Likeness(score=0.85, reason="a name in common")
    return _spelled_or_shortened(one, other)


def _spelled_or_shortened(one: Actor, other: Actor) -> Likeness:
    for short, full in ((one, other), (other, one)):
        if is_acronym(short.name) and _stands_for(short, full):
            return Likeness(score=0.75, reason="acronym of the name, and country or sector")
    mine, theirs = fold_name(one.name), fold_name(other.name)
    near = ratio(mine, theirs) >= _SAME_SPELLING and _word_by_word(mine, theirs)
    return Likeness(score=0.8, reason="spelling of the name") if near else _NOTHING


def _stands_for(short: Actor, full: Actor) -> bool:
    agree = (short.country and short.country == full.country) or (
        short.sector and short.sector == full.sector
    )
    letters = fold_name(short.name).replace(" ", "")
    given = {fold_name(n).replace(" ", "") for n in full.aliases if is_acronym(n)}
    return bool(agree) and (letters in given or letters == initials(full.name))


def _word_by_word(mine: str, theirs: str) -> bool:
    """Whether each word is a spelling of the other's: "north front" is not "south front"."""
    ours, others = mine.split(), theirs.split()
    return len(ours) == len(others) and all(
        skeleton(a) == skeleton(b) for a, b in zip(ours, others, strict=True)
    )
