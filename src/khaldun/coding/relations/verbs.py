"""Relations that a verb states: "Iran arms the Houthis", "rebels hold the town"."""

from collections.abc import Iterator

from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.relations.finding import Found, ids_at, means_of
from khaldun.coding.syntax import Word
from khaldun.record import RelationType

_ARMED = frozenset({"MIL", "REB", "UAF", "PAR", "SPY", "COP"})


def verb_relations(draft: Draft) -> Iterator[Found]:
    """The relations of all verbal predicates."""
    for predicate in draft.predicates:
        if predicate.trigger.pos not in ("VERB", "AUX"):
            continue
        for tie in ties().verbs.get(predicate.trigger.lemma, ()):
            if _fits(predicate, tie):
                yield from _of_tie(draft, predicate, tie)


def _fits(predicate: Predicate, tie: Tie) -> bool:
    objects = predicate.by_role(Role.OBJECT)
    if tie.objects and not any(w.lemma in tie.objects for w in objects):
        return False
    if tie.modifiers and not any(c.lower in tie.modifiers for w in objects for c in w.children):
        return False
    if tie.subjects and not any(w.lemma in tie.subjects for w in predicate.by_role(Role.SUBJECT)):
        return False
    obliques = [*objects, *predicate.by_role(Role.OBLIQUE)]
    return not tie.prepositional or any(w.lemma in tie.prepositional for w in obliques)


def _of_tie(draft: Draft, predicate: Predicate, tie: Tie) -> Iterator[Found]:
    subjects = ids_at(draft, _words(predicate, tie.subject))
    if tie.military:
        subjects = tuple(s for s in subjects if _sector(draft, s) in _ARMED)
    if tie.person:
        subjects = tuple(s for s in subjects if _person(draft, s))
    means = tie.means
    if tie.type is RelationType.BACKS and not means:
        means = means_of(_given(predicate))
    if tie.gives and not means:
        return
    for target in _targets(draft, predicate, tie):
        for subject in subjects:
            if subject != target:
                yield Found(
                    type=tie.type,
                    subject=subject,
                    target=target,
                    trigger=predicate.trigger,
                    entry=tie.id,
                    means=means,
                    ended=tie.ended,
                    begins=tie.begins,
                )


def _targets(draft: Draft, predicate: Predicate, tie: Tie) -> tuple[str, ...]:
    for place in tie.target:
        if place.startswith("place:"):
            found = _places(draft, _words(predicate, place.removeprefix("place:")))
        elif place == "owner":
            found = ids_at(draft, _owners(predicate))
        else:
            found = ids_at(draft, _words(predicate, place))
        if found:
            return found
    return ()


def _words(predicate: Predicate, place: str) -> list[Word]:
    if place in ("subject", "object", "indirect"):
        return predicate.by_role(Role(place))
    return predicate.by_role(Role.OBLIQUE, place)


def _owners(predicate: Predicate) -> list[Word]:
    return [o for w in predicate.by_role(Role.SUBJECT) for o in w.children_by("poss")]


def _places(draft: Draft, words: list[Word]) -> tuple[str, ...]:
    chosen = [c for w in words for c in (w, *w.conjuncts(), *w.children_by("appos"), *_within(w))]
    found = (draft.place_ids.get(w.index) for w in chosen)
    return tuple(dict.fromkeys(p for p in found if p is not None))


def _within(word: Word) -> list[Word]:
    """What a part is part of: "14 of Rakhine's townships", "the outskirts of Goma"."""
    inner = [p for c in word.children if c.lower == "of" for p in c.children_by("pobj")]
    return [n for w in inner for n in (w, *w.children_by("poss", "compound"))]


def _given(predicate: Predicate) -> list[Word]:
    """The words that may name the means: what is given, and with what."""
    heads = [*predicate.by_role(Role.OBJECT), *predicate.by_role(Role.OBLIQUE, "with")]
    return [w for head in heads for h in (head, *head.conjuncts()) for w in (h, *h.children)]


def _sector(draft: Draft, actor_id: str) -> str | None:
    return next((a.sector for a in draft.actors if a.id == actor_id), None)


def _person(draft: Draft, actor_id: str) -> bool:
    return any(a.person for a in draft.actors if a.id == actor_id)
