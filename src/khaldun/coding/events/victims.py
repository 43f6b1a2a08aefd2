"""Victims who are named beside the attack: "one of the dead was X", "the wounded included Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft, Event
from khaldun.coding.lexicon.loading import words
from khaldun.coding.syntax import Word
from khaldun.record import EventType

_BACK = 2  # sentences, before or behind
_SUBJECTS = ("nsubj", "nsubjpass")
_PARTS = frozenset({"of", "among"})


def with_named_victims(draft: Draft, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the persons whom other sentences name as victims of the nearest attack."""
    found = list(events)
    persons = {a.id for a in draft.actors if a.person}
    for sentence in draft.syntax.sentences:
        named = [i for w in _named(sentence.root) for i in actors_at(draft, w) if i in persons]
        place = _nearest(found, sentence.root) if named else None
        if place is not None:
            told = found[place]
            added = (i for i in named if i not in told.actors)
            recipients = tuple(dict.fromkeys((*told.recipients, *added)))
            found[place] = replace(told, recipients=recipients)
    return tuple(found)


def _named(root: Word) -> Iterator[Word]:
    """Who stands beside the victims: "among the dead was X", "the dead include X"."""
    subject = root.child(*_SUBJECTS)
    if subject is None or root.child("neg") is not None:
        return
    if root.lemma == "include" and _are_victims(subject):
        yield from root.children_by("dobj")
    elif root.lemma == "be" and _are_victims(subject):
        yield from root.children_by("attr")
    elif root.lemma == "be" and any(_is_among(p) for p in root.children_by("prep")):
        yield subject


def _are_victims(word: Word) -> bool:
    """Whether the phrase tells victims: "the dead", "those killed", "one of the wounded"."""
    if word.lower in words("parties", "victims"):
        return True
    if any(c.lower in words("parties", "victims") for c in word.children_by("acl", "amod")):
        return True
    return any(_is_among(p) for p in word.children_by("prep"))


def _is_among(preposition: Word) -> bool:
    wholes = preposition.children_by("pobj") if preposition.lower in _PARTS else []
    return any(_are_victims(w) for w in wholes)


def _nearest(events: Sequence[Event], root: Word) -> int | None:
    """The attack of the nearest sentence, one before rather than one behind."""
    attacks = [
        (abs(e.trigger.sentence - root.sentence), e.trigger.sentence > root.sentence, n)
        for n, e in enumerate(events)
        if e.type is EventType.ASSAULT and abs(e.trigger.sentence - root.sentence) <= _BACK
    ]
    return min(attacks)[2] if attacks else None
