"""With what it was done: the instrument of an event, and the mode that it brings."""

from collections.abc import Iterator

from khaldun.coding.draft import Predicate, Role
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_ARMED = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.AID, EventType.COERCE})
_SENDING = frozenset({EventType.MOBILIZE, EventType.AID})
_WITH = ("with", "using", "by", "via", "from")


def instrument_of(predicate: Predicate, kind: EventType) -> tuple[str | None, str | None]:
    """The instrument's name and the ASSAULT mode that it implies, None where not said."""
    if kind not in _ARMED:
        return None, None
    table: dict[str, dict[str, str]] = load_lexicon("instruments")["instruments"]
    for word in _candidates(predicate, kind):
        entry = _entry(word, table)
        if entry is not None:
            mode = entry.get("mode") if kind is EventType.ASSAULT else None
            return entry["name"], mode
    return None, None


def _entry(word: Word, table: dict[str, dict[str, str]]) -> dict[str, str] | None:
    """The entry of a word, first of all with the word before it: "a car bomb"."""
    pairs = (f"{c.lower} {word.lemma}" for c in word.children_by("compound", "amod", "nmod"))
    found = next((table[p] for p in pairs if p in table), None) or table.get(word.lemma)
    return found or table.get(word.lower.removesuffix("s")) or _model(word, table)


def _model(word: Word, table: dict[str, dict[str, str]]) -> dict[str, str] | None:
    """The entry of what a designation names: "MiG-23s"."""
    make, hyphen, number = word.lower.partition("-")
    designations: dict[str, str] = load_lexicon("instruments")["designations"]
    kind = designations.get(make) if hyphen and number[:1].isdigit() else None
    return table.get(kind) if kind is not None else None


def _candidates(predicate: Predicate, kind: EventType) -> Iterator[Word]:
    """What may name it: the doer's weapon, what it was done with, and the noun's modifiers."""
    for word in (*predicate.by_role(Role.SUBJECT), *predicate.by_role(Role.OBLIQUE, *_WITH)):
        yield word
    yield from _used_to(predicate.trigger)
    yield predicate.trigger
    yield from predicate.trigger.children_by("compound", "amod", "nmod")
    for word in predicate.by_role(Role.SUBJECT):
        yield from word.children_by("compound")
        yield from (w for c in word.children_by("prep") if c.lower == "with" for w in c.children)
    if kind in _SENDING or predicate.trigger.lemma in _SENDS:
        for word in predicate.by_role(Role.OBJECT):
            yield word
            yield from word.conjuncts()
    yield from (w for c in predicate.trigger.children if c.lower == "using" for w in c.children)
    if predicate.trigger.lemma in _MEETS:
        yield from (w for w in predicate.by_role(Role.OBJECT) if w.lemma in _LAID)


def _used_to(trigger: Word) -> Iterator[Word]:
    """What is used to do it: "used drones to destroy the camp"."""
    if trigger.dep in ("xcomp", "advcl", "acl") and trigger.head.lemma in ("use", "employ"):
        yield from trigger.head.children_by("dobj", "nsubjpass")


# What is hit by those whom it hurts: "the convoy struck a mine".
_MEETS = frozenset({"hit", "strike", "trigger"})
_LAID = frozenset({"mine", "landmine", "bomb", "ied", "device", "explosive"})
_SENDS = frozenset({"fire", "launch", "lob", "use", "hurl", "throw", "plant", "detonate", "drop"})
