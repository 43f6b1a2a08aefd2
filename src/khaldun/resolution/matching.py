"""How far two reports can be, and are, of one event: weights in the open, one for each ground.

Below `TOGETHER` nothing is joined. `NEVER` is what two reports get that cannot be of one event.
"""

from collections.abc import Sequence
from itertools import product

from khaldun.resolution.facts import Amount, Facts, Party
from khaldun.resolution.places import Whereabouts, is_exact, is_whole, whereabouts
from khaldun.resolution.stories import alikeness

TOGETHER = 3.0
NEVER = -100.0

_SAME_PLACE = {True: 2.0, False: 1.0}  # a town or a spot; a region
_WITHIN = {True: 0.5, False: 1.0}  # in the same country; in the same region
_SAME_DAY, _SAME_DAYS = 1.0, 0.5
_SAME_PARTY, _SAME_PERSON, _RELATED, _SAME_KIND = 1.75, 2.25, 1.0, 0.5
_OTHER_PARTY = -2.5
_SAME_NUMBER, _NEAR_NUMBER, _OTHER_NUMBER = 1.0, 0.5, -1.5
_SAME_MODE, _OTHER_MODE = 0.5, -2.5
_SAME_TRIGGER, _SAME_DOCUMENT, _SAME_SENTENCE = 0.5, 0.5, 3.0
TWICE = 2  # counts that must agree for two days to be one
_STORY, _ONE_STORY = 2.0, 0.25  # what a story in common adds, and from which likeness in full
_SMALL = 5.0  # numbers that differ by so little are near, whatever their ratio
_NEAR_RATIO, _WILD_RATIO = 2.0, 3.0
# Ways of violence that reports of one event mix up, and those that they tell apart.
_MIXED = frozenset(
    {"destroy", "explosives", "heavy-weapons", "aerial", "drone", "suicide-attack", "firearms",
     "targeted", "primitive"}
)  # fmt: skip
_ARMED_STATE = frozenset({"MIL", "COP", "SPY", "GOV"})
_ARMED_FOES = frozenset({"REB", "CRM"})
# Of "gunmen" it is seldom known whose they are: what is armed and not the state's is one kind.
_ARMED = frozenset({"REB", "CRM", "UAF", "PRM"})


def match(one: Facts, other: Facts) -> float:
    """How much speaks for one event; symmetric. `NEVER` where they exclude each other."""
    if one.family != other.family:
        return NEVER
    when, where = _when(one, other), _where(one, other)
    if when == NEVER or where == NEVER:
        return NEVER
    numbers = _numbers(one.amounts, other.amounts)
    who = _who(one, other)
    how = _how(one, other)
    story = _story(one, other)
    if _exclude(one, other, who, max(where, story), numbers):
        return NEVER
    grounded = where > 0 or max(who) >= _RELATED or numbers == _SAME_NUMBER or story > 0
    if not grounded and how < _SAME_DOCUMENT:
        return 0.0
    return when + where + numbers + sum(who) + how + story


def _exclude(
    one: Facts, other: Facts, who: tuple[float, float], where: float, numbers: float
) -> bool:
    """Whether the disagreements are more than reports of one event have.

    Another perpetrator needs the same victims and the same spot or story, wildly other numbers
    these or a party in common.
    """
    actors, recipients = who
    if actors == _OTHER_PARTY and recipients == _OTHER_PARTY:
        return True
    elsewhere = where < _SAME_PLACE[True]
    if _OTHER_PARTY in who and (elsewhere or _tells_two(one, other, recipients)):
        return True
    return numbers == _OTHER_NUMBER and max(who) <= _SAME_KIND and elsewhere


def _tells_two(one: Facts, other: Facts, recipients: float) -> bool:
    """Whether a document that names two parties in one role tells of two events.

    It does for two victims; for two perpetrators unless it gives them as claims.
    """
    if one.document != other.document:
        return False
    return recipients == _OTHER_PARTY or not (one.claimed or other.claimed)


def _when(one: Facts, other: Facts) -> float:
    if one.first == other.first and one.last == other.last:
        return _SAME_DAY if one.exact else _SAME_DAYS
    if None in (one.first, one.last, other.first, other.last):
        return NEVER
    if one.first > other.last or other.first > one.last:  # type: ignore[operator]
        return NEVER
    return _SAME_DAYS


def _where(one: Facts, other: Facts) -> float:
    if one.place is None or other.place is None:
        return 0.0
    found = whereabouts(one.place, other.place)
    if found is Whereabouts.APART:
        return NEVER
    if found is Whereabouts.SAME:
        return _WITHIN[True] if is_whole(one.place) else _SAME_PLACE[is_exact(one.place)]
    if found is Whereabouts.WITHIN:
        return _WITHIN[is_whole(one.place) or is_whole(other.place)]
    return 0.0


def _who(one: Facts, other: Facts) -> tuple[float, float]:
    straight = (_sides(one.actors, other.actors), _sides(one.recipients, other.recipients))
    if not (one.mutual and other.mutual):
        return straight
    crossed = (_sides(one.actors, other.recipients), _sides(one.recipients, other.actors))
    mine, theirs = (*one.actors, *one.recipients), (*other.actors, *other.recipients)
    loose = (_sides(mine, theirs), 0.0)
    return max(straight, crossed, loose, key=sum)


def _sides(mine: Sequence[Party], theirs: Sequence[Party]) -> float:
    """The best that two sets of parties have in common; 0 where one names nobody."""
    if not mine or not theirs:
        return 0.0
    return max(parties(a, b) for a, b in product(mine, theirs))


def parties(one: Party, other: Party) -> float:
    """Whether two parties can be one: the same, one part of the other, of one kind, another."""
    if one.id == other.id:
        if one.generic:
            return _RELATED
        return _SAME_PERSON if one.person else _SAME_PARTY
    if one.country and other.country and one.country != other.country:
        return _OTHER_PARTY
    if one.id in other.above or other.id in one.above:
        return _RELATED
    if one.generic or other.generic:
        return _kinds(one, other)
    both_of_state = {one.sector, other.sector} <= _ARMED_STATE and one.country is not None
    return _RELATED if both_of_state and one.country == other.country else _OTHER_PARTY


def _kinds(one: Party, other: Party) -> float:
    """Two parties of which one is only described."""
    foes = _ARMED_STATE & {one.sector, other.sector} and _ARMED_FOES & {one.sector, other.sector}
    if foes and "GOV" not in {one.sector, other.sector}:
        return _OTHER_PARTY
    alike = one.noun == other.noun or (one.sector is not None and one.sector == other.sector)
    return _SAME_KIND if alike or {one.sector, other.sector} <= _ARMED else 0.0


def _numbers(mine: Sequence[Amount], theirs: Sequence[Amount]) -> float:
    """The best agreement of two counts of the same thing; the worst where none agrees."""
    found = [_number(a, b) for a, b in product(mine, theirs) if a.role == b.role]
    if not found:
        return 0.0
    return max(found)


def _number(one: Amount, other: Amount) -> float:
    ends = [e for e in (one.low, one.high, other.low, other.high) if e is not None]
    if one.low == other.low and one.high == other.high:
        return _SAME_NUMBER if max(ends, default=0.0) > 1 else 0.0
    mine, theirs = _middle(one), _middle(other)
    if mine is None or theirs is None or abs(mine - theirs) <= _SMALL:
        return 0.0
    ratio = max(mine, theirs) / max(1.0, min(mine, theirs))
    if ratio <= _NEAR_RATIO:
        return _NEAR_NUMBER
    return _OTHER_NUMBER if ratio > _WILD_RATIO and not _overlap(one, other) else 0.0


def _overlap(one: Amount, other: Amount) -> bool:
    """Whether a number fits both; an open end fits anything."""
    above = one.low is None or other.high is None or one.low <= other.high
    return above and (other.low is None or one.high is None or other.low <= one.high)


def _middle(amount: Amount) -> float | None:
    ends = [end for end in (amount.low, amount.high) if end is not None]
    return sum(ends) / len(ends) if ends else None


def _how(one: Facts, other: Facts) -> float:
    """Ways, words and texts in common."""
    score = _modes(one.modes, other.modes)
    if one.trigger == other.trigger:
        score += _SAME_TRIGGER
        score += _SAME_SENTENCE if one.evidence == other.evidence else 0.0
    return score + (_SAME_DOCUMENT if one.document == other.document else 0.0)


def _story(one: Facts, other: Facts) -> float:
    """Whether the two texts tell of the same matter, where their outlines are known."""
    if one.outline is None or other.outline is None:
        return 0.0
    return _STORY * min(1.0, alikeness(one.outline, other.outline) / _ONE_STORY)


def _modes(mine: frozenset[str], theirs: frozenset[str]) -> float:
    if not mine or not theirs:
        return 0.0
    if mine & theirs:
        return _SAME_MODE
    return 0.0 if mine <= _MIXED and theirs <= _MIXED else _OTHER_MODE


def repeats(one: Facts, other: Facts) -> float:
    """How much speaks for one event reported again later, also under another day.

    Two exact days that differ are one event only where town and counts are the same and
    nothing else speaks against it: one of the documents errs.
    """
    if not (one.exact and other.exact) or one.first == other.first:
        return match(one, other)
    if one.first is None or other.first is None or abs((one.first - other.first).days) > 1:
        return NEVER
    where, who = _where(one, other), _who(one, other)
    same = sum(_number(a, b) == _SAME_NUMBER for a, b in product(one.amounts, other.amounts))
    fits = where == _SAME_PLACE[True] and same >= TWICE and min(who) >= 0
    return TOGETHER if fits and one.family == other.family and max(who) > 0 else NEVER
