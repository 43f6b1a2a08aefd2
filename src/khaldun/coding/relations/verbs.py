"""Relations that a verb states: "Iran arms the Houthis", "rebels hold the town"."""

from collections.abc import Iterator
from functools import partial

from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.relations.finding import Found, Known, fitting, ids_at_first, means_of, pairs
from khaldun.coding.syntax import Word
from khaldun.record import RelationType

_THINGS = ("vehicle", "weapon", "facility", "territory")


def verb_relations(draft: Draft, known: Known) -> Iterator[Found]:
    """The relations of all verbal predicates."""
    for predicate in draft.predicates:
        if predicate.trigger.pos not in ("VERB", "AUX"):
            continue
        for tie in ties().verbs.get(predicate.trigger.lemma, ()):
            if _fits(predicate, tie):
                yield from _of_tie(draft, known, predicate, tie)


def _fits(predicate: Predicate, tie: Tie) -> bool:
    objects = predicate.by_role(Role.OBJECT)
    if tie.objects and not any(w.lemma in tie.objects for w in objects):
        return False
    if tie.modifiers and not any(c.lower in tie.modifiers for w in objects for c in w.children):
        return False
    if tie.subjects and not any(
        w.lemma.lower() in tie.subjects for w in _words(predicate, "subject")
    ):
        return False
    obliques = [*objects, *predicate.by_role(Role.OBLIQUE)]
    return not tie.prepositional or any(w.lemma in tie.prepositional for w in obliques)


def _of_tie(draft: Draft, known: Known, predicate: Predicate, tie: Tie) -> Iterator[Found]:
    places = partial(_words, predicate)
    subjects = fitting(known, ids_at_first(draft, tie.subject, places), tie)
    means = tie.means
    if tie.type is RelationType.BACKS and not means:
        means = means_of(_given(predicate))
    if tie.gives and not means:
        return
    trigger = predicate.trigger
    if tie.aim:
        places = partial(_foes_at, predicate)
    for subject, target in pairs(subjects, ids_at_first(draft, tie.target, places)):
        yield Found(
            type=tie.type,
            subject=subject,
            target=target,
            trigger=trigger,
            entry=tie.id,
            means=means,
            ended=tie.ended,
            begins=tie.begins,
            presupposed=tie.aim and trigger.child("neg") is None,
        )


def _foes_at(predicate: Predicate, place: str) -> list[Word]:
    """Those acted upon themselves: whose tank is destroyed need not be the foe."""
    trigger = predicate.trigger
    if predicate.construction == "passive" and trigger.child("nsubjpass") is None:
        return []  # a subject lent by another verb is too weak a ground
    return [w for w in _words(predicate, place) if not _is_thing(w)]


def _is_thing(word: Word) -> bool:
    return any(word.lemma in words("classes", name) for name in _THINGS)


def _words(predicate: Predicate, place: str) -> list[Word]:
    if place == "owner":
        return [o for w in predicate.by_role(Role.SUBJECT) for o in w.children_by("poss")]
    if place in ("subject", "object", "indirect"):
        return predicate.by_role(Role(place))
    return predicate.by_role(Role.OBLIQUE, place)


def _given(predicate: Predicate) -> list[Word]:
    """The words that may name the means: what is given, and with what."""
    heads = [*predicate.by_role(Role.OBJECT), *predicate.by_role(Role.OBLIQUE, "with")]
    return [w for head in heads for h in (head, *head.conjuncts()) for w in (h, *h.children)]
