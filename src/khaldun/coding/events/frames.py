"""Where the frame of a reading puts its recipients, and what that says of its sides."""

from collections.abc import Iterator

from khaldun.coding.draft import Role
from khaldun.coding.events.phrases import at_place
from khaldun.coding.events.reading import Reading
from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.predicates.doers import told_elsewhere
from khaldun.record import EventType

Ids = tuple[str, ...]

_CONTENT = ("content.actor", "content.recipient")
_BY_EFFECT = {
    "request": ("object", "indirect", "on", "to", "from", "with", *_CONTENT),
    "accuse": ("object", *_CONTENT),
    "refuse": ("from", "to", "content.recipient", "content.actor", "object", "with"),
    "disapprove": (*_CONTENT, "object", "for", "over"),
    "approve": (*_CONTENT, "object", "for"),
    "discuss": ("with", "content.recipient", "content.actor"),
    "prevent": ("object", *_CONTENT),
}
_DEFAULT = ("object", "indirect", "with", "to", "against", "content.recipient", "content.actor")
_FALLBACK = (
    *("owner", "indirect", "against", "on", "with", "to", "at", "for", "from", "in", "into"),
    *("of", "between", "among", "over", "content.recipient", "content.actor"),
)
# Aid, sanctions and curfews "in" a country are done to it; a treaty signed "in" one is not.
GIVEN_IN = frozenset({EventType.AID, EventType.SANCTION, EventType.COERCE})
HOSTILE = frozenset({EventType.ASSAULT, EventType.THREATEN})
_HOSTILE_FALLBACK = ("owner", "against", "on", "at", "of", "between", "among", "over")
SPOKEN = frozenset(
    {EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN}
)
# What one calls or writes to say: "phoned the emir to thank him".
CONVEYED = SPOKEN | {EventType.AGREE}
CONDITIONAL = frozenset({EventType.REJECT, EventType.THREATEN})
SUFFERED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
YIELDING = frozenset({EventType.CONCEDE, EventType.RETREAT})
NEAR = HOSTILE | {EventType.MOBILIZE, EventType.PROTEST}
JOINT = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.CONCEDE, EventType.SUPPORT}
)


def places_of(reading: Reading) -> Iterator[str]:
    """Where a recipient may stand, in order of preference: by the governor, or by the sense."""
    if reading.governor is not None:
        blamed = any(w.dep == "dobj" and any(told_elsewhere(w)) for w in reading.contents)
        yield from ("content.actor",) if blamed else ()
        yield from _BY_EFFECT.get(reading.governor.effect, _DEFAULT)
    elif reading.sense is not None:
        yield from reading.sense.recipient
        if reading.sense.recipient and reading.type in HOSTILE:
            yield from ("object", *_HOSTILE_FALLBACK) if _is_aimed(reading) else _HOSTILE_FALLBACK
        elif reading.sense.recipient:
            yield from _FALLBACK


def _is_aimed(reading: Reading) -> bool:
    """Whether the object is a place or building, which is somebody's, and no weapon."""
    objects = reading.predicate.by_role(Role.OBJECT)
    aims = words_of("classes", "facility") | words_of("classes", "territory")
    return any(word.lemma in aims for word in objects)


def stated_at(reading: Reading, place: str) -> str | None:
    """The place where a country's name stands for its state; None for what only happens in it."""
    if place != "in" or (reading.sense is not None and "in" in reading.sense.recipient):
        return place
    return place if reading.type in GIVEN_IN and "arrest" not in reading.modes else None


def may_have_recipient(reading: Reading) -> bool:
    """Whether the frame has a recipient; who ends something often does so for another party."""
    return reading.sense is None or bool(reading.sense.recipient) or reading.type in YIELDING


def about_violence(reading: Reading) -> bool:
    """Whether words are about violence somewhere: that of others is not the state's."""
    content = reading.content
    return content is not None and content.type is EventType.ASSAULT and reading.type in SPOKEN


def is_joint(reading: Reading, actors: Ids) -> bool:
    """Whether several did together what parties do with each other: none of them is a third."""
    return len(actors) > 1 and reading.type in JOINT


def is_exchange(reading: Reading) -> bool:
    """Whether parties gave each other what is no party: "X and Y exchanged prisoners"."""
    two_sided = reading.sense is not None and reading.sense.two_sided
    return two_sided and reading.type in YIELDING


def is_between(reading: Reading) -> bool:
    """Whether parties did together what a passive tells: "ties between X and Y were cut"."""
    return reading.type in JOINT and bool(at_place(reading.predicate, "between"))
