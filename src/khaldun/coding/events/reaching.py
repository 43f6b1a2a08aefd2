"""How far below a predicate a party may stand when no place of its frame names one."""

from collections.abc import Iterator

from khaldun.coding.syntax import Word

# What these lead to is a time, a comparison or a source, or stands beside the act.
_BESIDE = frozenset(
    {
        *("after", "amid", "amidst", "because", "before", "besides", "by", "despite", "during"),
        *("except", "following", "like", "since", "than", "through", "till", "until", "unlike"),
        *("via", "while", "without", "within", "according", "due", "under", "per", "including"),
    }
)
_AREAS = frozenset({"of", "in", "on", "at", "to", "for", "near", "along", "across", "around"})
_OBJECTS = ("dobj", "dative", "oprd", "attr", "nsubjpass")
_NAMES = ("poss", "amod", "compound", "nmod")
_CLAUSES = ("xcomp", "acl", "relcl", "advcl", "pcomp")
_DAYS = ("DATE", "TIME")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
_DEPTH = 7


def reachable(trigger: Word) -> Iterator[Word]:
    """Nouns in the phrases below `trigger`, the nearest first, those of one depth in text order.

    "Ended its efforts to mediate between the two clans", "paid damages in aid for survivors":
    objects, prepositions, infinitives and participles are gone through, finite clauses beside
    the act and whoever does it are not.
    """
    level = [trigger]
    for _ in range(_DEPTH):
        level = [below for word in level for below in _below(word)]
        yield from (w for w in level if w.pos in _NOUNS and w.entity not in _DAYS)
        if not level:
            return


def in_area(word: Word) -> Iterator[Word]:
    """The places in the phrase of a place: "the gates of Goma", "a state of siege in Goma"."""
    for preposition in word.children_by("prep"):
        if preposition.lower in _AREAS:
            for place in preposition.children_by("pobj"):
                yield place
                yield from in_area(place)


def _below(word: Word) -> Iterator[Word]:
    for child in word.children:
        if child.dep == "prep" and child.lower not in _BESIDE:
            yield from _of_preposition(child)
        elif child.dep in _CLAUSES:
            if _is_part(child):
                yield child
        elif word.pos in ("VERB", "AUX"):
            if child.dep in _OBJECTS and child.index > word.index:
                yield child
        elif child.dep in _NAMES or child.dep in ("appos", "conj"):
            yield child


def _of_preposition(preposition: Word) -> Iterator[Word]:
    """The objects of a preposition, also of "as part of" and "out of"."""
    for child in preposition.children:
        if child.lemma == "side" and preposition.lower == "on":
            return  # of those beside whom it is done: "fought on the side of the army"
        if child.dep in ("pobj", "pcomp"):
            yield child
        elif child.dep == "prep" and child.lower not in _BESIDE:
            yield from _of_preposition(child)


def _is_part(clause: Word) -> bool:
    """Whether a clause is part of the phrase, or tells what for: it is not finite, or relative."""
    if clause.dep != "advcl":
        return True
    return clause.tag == "VB" and any(a.lower == "to" for a in clause.children_by("aux"))
