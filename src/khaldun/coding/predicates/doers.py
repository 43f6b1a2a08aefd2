"""Who did what a word tells, where other words than its own arguments say so.

"Police blamed the attack on the Front", "the ambush was the work of the Front", "she died at
the hands of soldiers", "the group behind the bombing".
"""

from collections.abc import Iterable, Iterator

from khaldun.coding.lexicon.loading import words
from khaldun.coding.syntax import Word

AT_HANDS = "at hands"
_OF_CRIMES = frozenset({"of", "with", "for", "in", "over"})
_BLAME = {"on": "blamed_on", "upon": "blamed_on", "to": "blamed_to"}


def told_elsewhere(noun: Word) -> Iterator[Word]:
    """The doers of the deed that `noun` tells, as clauses around it name them."""
    yield from at_hands(noun)
    verb = noun.head
    if noun.dep in ("dobj", "nsubjpass"):
        yield from _blamed([verb, noun], verb)
    for clause in noun.children_by("acl", "relcl"):
        yield from _blamed([clause], clause)
    if noun.dep == "nsubj":
        yield from _authors(verb)
    if noun.dep == "pobj":
        yield from _standing_behind(noun.head)
        yield from _accused(noun.head)


def claiming(noun: Word) -> Word | None:
    """The verb of "claimed responsibility for the attack"."""
    held = noun.head.head
    if noun.dep != "pobj" or noun.head.lower != "for" or held.dep != "dobj":
        return None
    claims = held.head.lemma in words("light", "responsibility_verbs")
    return held.head if claims and held.lemma in words("light", "responsibility") else None


def at_hands(word: Word) -> Iterator[Word]:
    """The X of "died at the hands of X"."""
    for preposition in word.children_by("prep"):
        hands = preposition.child("pobj") if preposition.lower == "at" else None
        if hands is not None and hands.lower == "hands":
            yield from _behind([hands], "of")


def _blamed(holders: Iterable[Word], verb: Word) -> Iterator[Word]:
    """On whom the deed is blamed, to whom it is attributed."""
    for preposition, group in _BLAME.items():
        if verb.lemma in words("parties", group):
            yield from _behind(holders, preposition)


def _authors(verb: Word) -> Iterator[Word]:
    """The X of "was the work of X"."""
    works = [w for w in verb.children_by("attr") if w.lemma in words("parties", "works")]
    if verb.lemma == "be" and verb.child("neg") is None:
        yield from _behind(works, "of")


def _standing_behind(preposition: Word) -> Iterator[Word]:
    """The X of "X was behind the attack", "X was responsible for it", "those behind it"."""
    holder = preposition.head
    if preposition.lower == "for" and holder.lemma == "responsible":
        holder = holder if holder.dep == "amod" else holder.head
    elif preposition.lower != "behind" or holder.pos == "VERB":
        return
    if holder.pos in ("NOUN", "PROPN"):
        yield holder
    elif holder.lemma == "be" and not _is_denied(holder):
        yield from holder.children_by("nsubj")


def _accused(preposition: Word) -> Iterator[Word]:
    """Who is accused of it: "charged two officers with the murder"."""
    verb = preposition.head
    accuses = verb.pos == "VERB" and verb.lemma in words("light", "accusing")
    if accuses and preposition.lower in _OF_CRIMES:
        yield from verb.children_by("dobj", "nsubjpass")


def _is_denied(verb: Word) -> bool:
    return any(
        w.child("neg") is not None or w.lemma in words("parties", "denials")
        for w in (verb, *verb.ancestors())
    )


def _behind(holders: Iterable[Word], preposition: str) -> Iterator[Word]:
    for holder in holders:
        for found in holder.children_by("prep"):
            if found.lower == preposition:
                yield from found.children_by("pobj")
