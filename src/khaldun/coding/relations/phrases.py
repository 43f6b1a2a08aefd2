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
    is_body,
    is_state,
    means_of,
    pairs,
    suited,
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
            yield from _under_leader(draft, known, word)
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
    targets = ids_at_first(draft, tie.target, places, lambda ids: suited(known, ids, tie))
    if tie.mutual and not targets:
        subjects, targets = subjects[:1], subjects[1:]
    above = _above(noun)
    for subject, target in pairs(subjects, targets):
        yield Found(
            type=tie.type,
            subject=subject,
            target=target,
            trigger=above if above.lemma == "be" else noun,  # what is denied is that it is so
            entry=tie.id,
            means=_means(noun, tie),
        )


def _means(noun: Word, tie: Tie) -> tuple[Means, ...]:
    backs = tie.type is RelationType.BACKS
    return tie.means or (means_of(noun.children_by("amod", "compound")) if backs else ())


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
    done_to = [w for w in above.children_by("dobj") if w.index < noun.index]
    if _first(noun).head.lower == "as" and done_to:
        # "kept the brigade as part of the army"
        return done_to if above.lemma not in words("relations", "serving") else []
    subject = subject_of(above) if above.pos in ("VERB", "AUX") else None
    if subject is not None and subject.lemma in words("relations", "reports"):
        return words_at(subject, "of") or words_at(above, "of")
    return [subject] if subject is not None else []


def _under_leader(draft: Draft, known: Known, name: Word) -> Iterator[Found]:
    """Who acts "under" a person is led by him: "under Hassan Nur, the Tigers built a navy"."""
    preposition = name.head
    if preposition.lower != "under" or preposition.dep != "prep":
        return
    leaders = [i for i in draft.actor_ids.get(name.index, ()) if known[i].person]
    led = [i for i in ids_at(draft, _bearers(name)) if is_body(known[i])] if leaders else []
    for leader, body in pairs(leaders, led):
        yield Found(
            type=RelationType.LEADS,
            subject=leader,
            target=body,
            trigger=name,
            entry="relations.under_leader",
            presupposed=True,
        )


def _of_body(draft: Draft, known: Known, name: Word) -> Iterator[Found]:
    """A person "of" or "from" a body is its member: "Sergeant Idris of the Third Brigade".

    Of a state that is who holds an office in it: "Foreign Minister X of Chad".
    """
    persons = [i for i in draft.actor_ids[name.index] if known[i].person]
    if not persons:
        return
    kind = _by_title(name)
    for preposition in name.children_by("prep"):
        if preposition.lower in _NAMING:
            for body in ids_at(draft, preposition.children_by("pobj")):
                named = preposition.child("pobj")
                bare = known[body].sector is None and (named is None or named.child("det") is None)
                member = kind is None and _has_members(known[body]) and not bare
                held = kind is not None and (is_state(known[body]) or _has_members(known[body]))
                for person in persons if member or held else ():
                    yield Found(
                        type=kind or RelationType.MEMBER_OF,
                        subject=person,
                        target=body,
                        trigger=name,
                        entry="relations.named_with_body",
                        presupposed=True,
                    )


def _by_title(name: Word) -> RelationType | None:
    """What the title before a name makes him of the state behind it; none without a title."""
    before = [c for c in name.children_by("compound", "amod", "nmod") if c.index < name.index]
    titles = [c for c in before if any(t.person for t in ties().nouns.get(c.lemma.lower(), ()))]
    if not titles:
        return None
    within = {w.lower for t in titles for w in (t, *t.children, *before)}
    lesser = bool(within & (words("relations", "lesser") | words("relations", "past")))
    heads = titles[-1].lemma.lower() in words("relations", "heads_of_state")
    ministers = titles[-1].lemma.lower() == "minister" and "prime" not in within
    return RelationType.MEMBER_OF if lesser or ministers or not heads else RelationType.LEADS


def _has_members(actor: Actor) -> bool:
    """Whether who is named with it is its member: a body of a known kind, no people or state."""
    named = actor.sector is None and actor.registry_id is None and actor.name[:1].isupper()
    return not actor.person and (named or actor.sector not in (None, "GOV", "CVL"))
