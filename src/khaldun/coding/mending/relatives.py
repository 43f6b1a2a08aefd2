"""Relative clauses and clefts that the parser takes for something else, put right.

"The front, which Chad backs, …" with a verb taken for a plural, and "It is Chad that backs the
front", where the clause is about the one named and not about what "is".
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.mending.tree import attach

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word


_RELATIVES = frozenset({"WDT", "WP"})
_ANTECEDENT = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj")


def mend_relatives(words: Sequence["Word"]) -> None:
    """Mend the relative clauses and clefts of one sentence in place."""
    for position, word in enumerate(words):
        if word.tag in _RELATIVES and 0 < position < len(words) - 2:
            _take_for_clause(words, position)
        if word.tag == "WP$" and word.head.dep == "appos":
            _free_whose(word.head)
        if word.dep == "acl" and word.tag == "VBN":
            _join_deeds(word)
        if _looks_plural(word) and word.child("nsubj") and word.child("dobj"):
            word.pos, word.tag = "VERB", "VBZ"
        if word.lower == "it" and word.dep in ("nsubj", "expl") and word.head.lemma == "be":
            _join_cleft(word.head)


def _take_for_clause(words: Sequence["Word"], position: int) -> None:
    """A "plural" behind a relative pronoun and a name is the verb of the clause."""
    pronoun, last = words[position], position + 1
    while last < len(words) - 1 and words[last].pos == "PROPN":
        last += 1
    verb, name = words[last], words[last - 1]
    antecedent = _antecedent_of(words, position)
    if not _looks_plural(verb) or name is pronoun or antecedent is None:
        return
    other = verb.child("dobj") not in (None, pronoun)
    if other or any(above is verb for above in antecedent.ancestors()):
        return
    verb.pos, verb.tag = "VERB", "VBZ"
    attach(verb, antecedent, "relcl")
    attach(pronoun, verb, "dobj")
    attach(name, verb, "nsubj")


def _free_whose(thing: "Word") -> None:
    """The noun behind "whose X" does something to it: "Uribe, whose father the front killed"."""
    doer = thing.child("appos")
    verb = doer.child("acl") if doer is not None else None
    if doer is None or verb is None or verb.tag not in ("VBN", "VBD") or verb.child("agent"):
        return
    if verb.index != doer.index + 1:
        return
    verb.tag = "VBD"
    attach(verb, thing.head, "relcl")
    attach(doer, verb, "nsubj")
    attach(thing, verb, "dobj")


def _join_deeds(verb: "Word") -> None:
    """A relative clause may be a list: "whom the front taxed, drafted and shot"."""
    clause = next((c for c in verb.head.children_by("relcl") if c.index < verb.index), None)
    listed = verb.child("conj") is not None and verb.child("agent", "prep") is None
    object_of = clause.child("dobj") if clause is not None else None
    if clause is None or not listed or object_of is None or object_of.tag not in _RELATIVES:
        return
    if clause.tag in ("VBD", "VBN") and clause.child("nsubj") is not None:
        verb.tag = "VBD"
        attach(verb, clause, "conj")


def _looks_plural(word: "Word") -> bool:
    """Whether it may be a verb in the present that was taken for a plural: "arms"."""
    return word.tag == "NNS" and word.lower in words_of("mending", "present_verbs")


def _antecedent_of(words: Sequence["Word"], position: int) -> "Word | None":
    """The noun that ends before the pronoun, or before the comma in front of it."""
    end = position - 2 if words[position - 1].text == "," and position > 1 else position - 1
    noun = words[end]
    nominal = noun.pos in ("NOUN", "PROPN") and noun.dep in _ANTECEDENT
    return noun if nominal else None


def _join_cleft(copula: "Word") -> None:
    """In "it is Chad that backs the front" the clause says something of Chad."""
    named = copula.child("attr")
    clause = copula.child("ccomp", "advcl")
    if named is None or clause is None or clause.index < named.index:
        return
    pronoun = clause.child("nsubj", "nsubjpass")
    if pronoun is not None and pronoun.tag in _RELATIVES:
        attach(clause, named, "relcl")
