"""What a verb acts upon, be it a clause, two nouns side by side, or the next verb's object."""

from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.syntax import Word
from khaldun.ontology import Quad, quad_of

_COUNTS = frozenset({"DATE", "TIME", "MONEY", "CARDINAL"})
_LINKS = ("cc", "punct", "advmod")
_PAST = frozenset({"VBD", "VBN"})


def objects_of(verb: Word) -> list[Word]:
    """The objects of a verb, its own or those that a clause behind it tells."""
    own = verb.children_by("dobj", "oprd")
    called = own or [n for c in verb.children_by("ccomp") for n in so_called(c)]
    return called or _raised(verb) or _shared(verb)


def given_to(objects: list[Word]) -> Word | None:
    """The first of two objects side by side, to whom the second goes: "handed the envoy a note".

    Whoever is taken "hostage" is given nothing.
    """
    pair = [w for w in objects if w.dep == "dobj"][:2]
    return pair[0] if len(pair) > 1 and _is_gift(*pair) else None


def _is_gift(receiver: Word, gift: Word) -> bool:
    """Whether the one noun stands right behind the other, and is a thing that one can have."""
    last = receiver.subtree()[-1]
    beside = last.pos != "PUNCT" and last.index + 1 == gift.subtree()[0].index
    bare = not gift.children and gift.tag not in ("NNS", "NNPS")
    counts = receiver.pos not in ("NOUN", "PROPN", "PRON") or receiver.entity in _COUNTS
    return beside and not (bare or counts or gift.entity in _COUNTS)


def so_called(clause: Word) -> list[Word]:
    """Y of "what X calls Y": "what it called an invasion", "what they said were ten spies"."""
    what = clause.child("dobj", "nsubj")
    if what is not None and what.lower == "what" and what.index < clause.index:
        behind = [n for p in clause.children_by("prep") if p.lower == "as" for n in p.children]
        return clause.children_by("oprd", "attr") or behind
    if what is None or clause.pos != "VERB":
        return []
    said = clause.children_by("ccomp")
    return [n for c in said if c.lemma == "be" and c.pos == "AUX" for n in so_called(c)]


def _shared(verb: Word) -> list[Word]:
    """What stands behind a row of verbs that all act upon it: "armed, paid and trained the rebels".

    "Fled and joined the rebels" is no such row: its verbs are of different quad classes.
    """
    following = verb.child("conj")
    if following is None or following.pos != "VERB" or verb.child("auxpass") is not None:
        return []
    if following.tag != verb.tag and not {following.tag, verb.tag} <= _PAST:
        return []
    between = [w for w in verb.children if verb.index < w.index < following.index]
    if any(w.dep not in _LINKS for w in between) or not _quads(verb) & _quads(following):
        return []
    return following.children_by("dobj") or _shared(following)


def _quads(verb: Word) -> set[Quad]:
    return {quad_of(s.type) for s in senses().verbs.get(verb.lemma, ()) if s.type is not None}


def _raised(verb: Word) -> list[Word]:
    """The subject of an infinitive that the verb acts upon: "forced the crew to land"."""
    if verb.lemma in words("light", "no_control"):
        return []
    clauses = [c for c in verb.children_by("ccomp") if c.index > verb.index]
    states = [n for c in clauses for n in _left_so(c)]
    if states:
        return states
    marked = (
        c for c in clauses if c.tag == "VB" and any(a.lower == "to" for a in c.children_by("aux"))
    )
    return [n for c in marked for n in c.children_by("nsubj", "nsubjpass") if n.index > verb.index]


def _left_so(clause: Word) -> list[Word]:
    """Who is said to be so after the act: "freed the nun unharmed"."""
    if clause.pos != "ADJ" or clause.child("mark", "aux", "cop") is not None:
        return []
    return [n for n in clause.children_by("nsubj") if clause.head.index < n.index < clause.index]
