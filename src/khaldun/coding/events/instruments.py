"""With what it was done: the instrument of an event, and the mode that it brings."""

from collections.abc import Iterator

from khaldun.coding.draft import Predicate, Role
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_ARMED = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.AID, EventType.COERCE})
_WITH = ("with", "using", "by", "via", "from")


def instrument_of(predicate: Predicate, kind: EventType) -> tuple[str | None, str | None]:
    """The instrument's name and the ASSAULT mode that it implies, None where not said."""
    if kind not in _ARMED:
        return None, None
    table: dict[str, dict[str, str]] = load_lexicon("instruments")["instruments"]
    for word in _candidates(predicate, kind):
        entry = table.get(word.lemma)
        if entry is not None:
            mode = entry.get("mode") if kind is EventType.ASSAULT else None
            return entry["name"], mode
    return None, None


def _candidates(predicate: Predicate, kind: EventType) -> Iterator[Word]:
    """What may name it: the doer's weapon, what it was done with, and the noun's modifiers."""
    for word in (*predicate.by_role(Role.SUBJECT), *predicate.by_role(Role.OBLIQUE, *_WITH)):
        yield word
    yield predicate.trigger
    yield from predicate.trigger.children_by("compound", "amod", "nmod")
    for word in predicate.by_role(Role.SUBJECT):
        yield from word.children_by("compound")
    if kind is not EventType.ASSAULT or predicate.trigger.lemma in _SENDS:
        for word in predicate.by_role(Role.OBJECT):
            yield word
            yield from word.conjuncts()
    yield from (w for c in predicate.trigger.children if c.lower == "using" for w in c.children)


_SENDS = frozenset({"fire", "launch", "lob", "use", "hurl", "throw", "plant", "detonate", "drop"})
