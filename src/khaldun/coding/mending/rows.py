"""Verbs in a row of which the parser takes one for a part of a noun, or hangs it too high.

"They took Tavo, seized weapons and fled": no weapons are told of that had been seized before. "The
spy said that agents had smuggled parts, recruited drivers and built drones": the agents did.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.mending.tree import FINITE, SUBJECTS, attach, left_edge

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

_MODIFIERS = ("amod", "compound", "nmod")
_PAST = frozenset({"VBN", "VBD"})
_PRESENT = frozenset({"VB", "VBP"})
_LISTED = ("conj", "appos", "dobj", "dep", "npadvmod")


def mend_row(words: Sequence["Word"], position: int) -> None:
    """Mend what stands behind the comma at this position of a sentence, in place."""
    following = words[position + 1 : position + 2]
    for word in following:
        if word.dep in _MODIFIERS and left_edge(word) == word.index:
            _wake(word)
        elif word.dep == "conj" and word.tag in FINITE:
            _lower(word)


def _wake(word: "Word") -> None:
    """Between two verbs of a row a modifier that opens its noun phrase is a verb too."""
    noun = next((a for a in word.ancestors() if a.dep not in _MODIFIERS), word)
    above = next((a for a in noun.ancestors() if a.pos == "VERB"), None)
    listed = noun.dep in _LISTED and noun.head.index < word.index < noun.index
    if above is None or not listed or left_edge(noun) != word.index:
        return
    if above.index > word.index or not _fits(word, above):
        return
    last = _goes_on(above, noun)
    if last is None or any(above.index < c.index < word.index for c in above.children_by("cc")):
        return
    word.pos, word.tag = "VERB", above.tag
    word.lemma = word.lower if above.tag in _PRESENT else word.lemma
    attach(word, above, "conj")
    if noun.child("conj") in (None, last):
        for part in noun.children_by("cc", "conj"):
            attach(part, word, part.dep)
    attach(noun, word, "dobj")


def _fits(word: "Word", above: "Word") -> bool:
    """Whether the word may be a verb in the same form as the one above it."""
    if above.tag in _PAST:
        return word.tag in _PAST
    if above.tag == "VBZ":
        return word.tag == "NNS" and word.lemma in senses().verbs
    return above.tag in _PRESENT and word.tag in ("NN", *_PRESENT) and word.lower in senses().verbs


def _goes_on(above: "Word", noun: "Word") -> "Word | None":
    """The verb behind "and" that ends the row, on the first verb or on the noun phrase."""
    ends = [*above.children_by("conj"), *noun.children_by("conj")]
    past = above.tag in _PAST
    return next(
        (
            w
            for w in ends
            if w.index > noun.index
            and w.child(*SUBJECTS) is None
            and (w.tag in _PAST if past else w.tag in (above.tag, *_PRESENT))
            and any(
                noun.index < c.index < w.index for h in (above, noun) for c in h.children_by("cc")
            )
        ),
        None,
    )


def _lower(verb: "Word") -> None:
    """What nobody says or answers goes on with what is reported."""
    above = verb.head
    clause = above.child("ccomp")
    if above.lemma not in words_of("mending", "speaking") or clause is None:
        return
    says = any(verb.lemma in words_of("mending", name) for name in ("speaking", "answers"))
    subject = clause.child(*SUBJECTS)
    if says or subject is None or not above.index < subject.index < clause.index < verb.index:
        return
    if verb.child(*SUBJECTS, "aux") is None and clause.child("mark") is not None:
        attach(verb, clause, "conj")
