"""Relations that a phrase carries: "at war with X", "in the hands of X", "as part of X"."""

from collections.abc import Iterator
from functools import partial

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.predicates import subject_of
from khaldun.coding.relations.finding import (
    Found,
    Known,
    fitting,
    ids_at,
    ids_at_first,
    means_of,
    pairs,
)
from khaldun.coding.relations.nouns import words_at
from khaldun.coding.syntax import Word
from khaldun.record import Actor, Means, RelationType

_NAMING = frozenset({"of", "from", "with"})


def phrase_relations(draft: Draft, known: Known) -> Iterator[Found]:
    """The relations of a preposition and its noun, and of a person named with a body."""
    for word in draft.syntax.words:
        if _first(word).dep == "pobj":
            for tie in ties().phrases.get(word.lemma, ()):
                if _first(word).head.lower in tie.prepositions and _hangs_on(word, tie):
                    yield from _of_phrase(draft, known, word, tie)
        elif word.pos == "PROPN" and word.index in draft.actor_ids:
            yield from _of_body(draft, known, word)


def _hangs_on(noun: Word, tie: Tie) -> bool:
    """Whether the phrase hangs on a verb that it needs: "came to the aid of"."""
    return not tie.under or _above(noun).lemma in tie.under


def _first(noun: Word) -> Word:
    """The first of what it is coordinated with: "with drones and the backing of Ankara"."""
    while noun.dep == "conj" and noun.head.pos in ("NOUN", "PROPN"):
        noun = noun.head
    return noun


def _above(noun: Word) -> Word:
    """What the phrase hangs on."""
    return _first(noun).head.head


def _of_phrase(draft: Draft, known: Known, noun: Word, tie: Tie) -> Iterator[Found]:
    places = partial(_words_at, noun)
    subjects = ids_at_first(draft, tie.subject, places, lambda ids: fitting(known, ids, tie))
    for subject, target in pairs(subjects, ids_at_first(draft, tie.target, places)):
        yield Found(
            type=tie.type,
            subject=subject,
            target=target,
            trigger=noun,
            entry=tie.id,
            means=_means(noun, tie),
        )


def _means(noun: Word, tie: Tie) -> tuple[Means, ...]:
    backs = tie.type is RelationType.BACKS
    return means_of(noun.children_by("amod", "compound")) if backs else ()


def _words_at(noun: Word, place: str) -> list[Word]:
    if place == "bearer":
        return _bearers(noun)
    return words_at(noun, place) or _behind(noun, place)


def _behind(noun: Word, preposition: str) -> list[Word]:
    """What a preposition beside the phrase names: "on the ground in Mali"."""
    found = _above(noun).children_by("prep")
    beside = (c for c in found if c.lower == preposition and c.index > noun.index)
    return [p for c in beside for p in c.children_by("pobj")]


def _bearers(noun: Word) -> list[Word]:
    """Of whom the phrase is said: the noun that it hangs on, or the subject of the verb."""
    above = _above(noun)
    if above.pos in ("NOUN", "PROPN", "PRON"):
        return [above]
    agent = above.child("agent")
    if agent is not None:
        return agent.children_by("pobj")
    subject = subject_of(above) if above.pos in ("VERB", "AUX") else None
    if subject is not None and subject.lemma in words("relations", "reports"):
        return words_at(subject, "of") or words_at(above, "of")
    return [subject] if subject is not None else []


def _of_body(draft: Draft, known: Known, name: Word) -> Iterator[Found]:
    """A person "of" or "from" a body is its member: "Sergeant Idris of the Third Brigade"."""
    persons = [i for i in draft.actor_ids[name.index] if known[i].person]
    if not persons:
        return
    for preposition in name.children_by("prep"):
        if preposition.lower in _NAMING:
            for body in ids_at(draft, preposition.children_by("pobj")):
                for person in persons if _has_members(known[body]) else ():
                    yield Found(
                        type=RelationType.MEMBER_OF,
                        subject=person,
                        target=body,
                        trigger=name,
                        entry="relations.named_with_body",
                        presupposed=True,
                    )


def _has_members(actor: Actor) -> bool:
    """Whether who is named with it is its member: a body of a known kind, no people or state."""
    return not actor.person and actor.sector not in (None, "GOV", "CVL")
