"""Deeds that are reproached: what is said of them is said to those who did them."""

from collections.abc import Sequence

from khaldun.coding.draft import Draft
from khaldun.coding.events.matching import sense_of
from khaldun.coding.events.phrases import at_place
from khaldun.coding.events.reading import Reading
from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.predicates import predicate_of
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_REPROACHES = frozenset({EventType.ACCUSE, EventType.PROTEST})
_DEEDS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_AIMS = ("object", "against", "over", "at")
_WORDS = frozenset({"accuse", "disapprove"})


def reproached(draft: Draft, reading: Reading) -> list[Word]:
    """The hostile deeds at which a reproach or protest is aimed: "condemned the raid"."""
    return [w for place in _AIMS for w in _deeds(draft, reading, place)]


def doers_of(draft: Draft, deeds: Sequence[Word]) -> list[Word]:
    """Those who did the deeds, never who suffered them: "Israel's attack on the camp"."""
    predicates = [p for deed in deeds if (p := predicate_of(deed)) is not None]
    doers = [w for p in predicates for w in at_place(p, "subject") if _acts(w, draft)]
    return doers or [w for deed in deeds for w in _agents(deed)]


def tells_which(deed: Word) -> bool:
    """Whether its own words say which deed it is: "the bombing of a school", not "the attack"."""
    return any(c.lower == "of" or c.dep in ("compound", "nmod", "amod") for c in deed.children)


def _deeds(draft: Draft, reading: Reading, place: str) -> list[Word]:
    governed = reading.governor is not None and reading.governor.effect not in _WORDS
    if reading.type not in _REPROACHES or governed:
        return []
    own = reading.sense.objects if reading.sense is not None else frozenset()
    named = (w for w in at_place(reading.predicate, place) if w.lemma not in own)
    return [w for w in named if _is_deed(draft, w) or _is_told_with_doer(draft, w)]


def _is_told_with_doer(draft: Draft, noun: Word) -> bool:
    """Whether "by" tells whose act it is: "the dismissal of the judges by the king"."""
    return any(w.index in draft.actor_ids for w in _agents(noun))


def _agents(noun: Word) -> list[Word]:
    by = [p for p in noun.children_by("prep", "agent") if p.lower == "by"]
    return [w for p in by for w in p.children_by("pobj")]


def _is_deed(draft: Draft, noun: Word) -> bool:
    """Whether the noun tells harm in its frame: an "attack", but no "verbal attack"."""
    named = noun.pos == "NOUN" and noun.dep != "oprd"
    predicate = predicate_of(noun) if named else None
    sense = sense_of(draft, predicate) if predicate is not None else None
    return sense is not None and sense.type in _DEEDS


def _acts(word: Word, draft: Draft) -> bool:
    """Whether it may do what it stands before: an "army raid", but not a "mosque raid"."""
    things = words_of("classes", "facility") | words_of("classes", "territory")
    return word.dep == "poss" or (word.lemma not in things and word.index in draft.actor_ids)
