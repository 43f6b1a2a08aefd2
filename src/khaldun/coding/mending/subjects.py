"""Second subjects that the parser gives a verb, and lists that it ties to one, put right.

In "the truce between the rebels and Chad held" only the truce held, and in "Chad's ally Niger
agreed" one party did.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.mending.tree import attach, left_edge

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word


def mend_subjects(words: Sequence["Word"]) -> None:
    """Mend the doubled subjects of one sentence in place."""
    for word in words:
        if word.dep == "nsubj" and not word.is_root:
            first = word.head.child("nsubj", "nsubjpass")
            if first is not None and first is not word and first.index < word.index:
                _join(words, first, word)
        if word.dep == "appos":
            _join_list(words, word)
        if word.dep == "agent":
            _find_doer(word)


def _find_doer(by: "Word") -> None:
    """Whoever is on the move does it: "emptied by retreating soldiers" tells no retreat of theirs.

    Only verbs without an object, so that "by selling oil" stays a deed.
    """
    moving = by.child("pcomp")
    doer = moving.child("dobj") if moving is not None and moving.tag == "VBG" else None
    if moving is None or doer is None or moving.lemma not in words_of("mending", "roaming"):
        return
    if doer.tag in ("NNS", "NNPS") and doer.child("det", "poss") is None:
        attach(doer, by, "pobj")
        attach(moving, doer, "amod")


def _join_list(words: Sequence["Word"], word: "Word") -> None:
    """Hang what goes on a list behind the verb there, and not on the subject before it.

    "The front is made up of the Lions, the Tigers and others": the front is no Tigers.
    """
    subject = word.head
    start = left_edge(word) - words[0].index
    listed = subject.dep in ("nsubj", "nsubjpass") and subject.head.index < word.index
    if not listed or start < 2 or words[start - 1].text != "," or word.child("conj") is None:
        return
    last = words[start - 2]
    if last.dep in ("pobj", "dobj") and last.index > subject.head.index:
        attach(word, last, "conj")


def _join(words: Sequence["Word"], first: "Word", second: "Word") -> None:
    """Hang the second subject on what it is coordinated with, or stands in apposition to."""
    start = left_edge(second) - words[0].index
    before = words[start - 1]
    pair = before.head if before.dep == "cc" else None
    if pair is not None and pair.dep == "pobj" and pair.head.lower == "between":
        if pair.child("conj") is None:
            attach(second, pair, "conj")
    elif before is first and first.child("poss") is not None and second.pos == "PROPN":
        attach(second, first, "appos")
