"""Second subjects that the parser gives a verb, and lists that it ties to one, put right.

In "the truce between the rebels and Chad held" only the truce held, and in "Chad's ally Niger
agreed" one party did.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.mending.tree import SUBJECTS, attach, left_edge

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

_WHEN = frozenset({"after", "before", "until", "since"})


def mend_subjects(words: Sequence["Word"]) -> None:
    """Mend the doubled subjects of one sentence in place."""
    for word in words:
        if word.dep == "nsubj" and not word.is_root:
            first = word.head.child("nsubj", "nsubjpass")
            if first is not None and first is not word and first.index < word.index:
                if _are_parted(words, first, word):
                    attach(first, word.head, "dep")
                else:
                    _join(words, first, word)
        if word.dep == "appos":
            _join_list(words, word)
        if word.dep == "agent":
            _find_doer(word)
        if word.dep == "prep" and word.lower in _WHEN:
            _give_subject(words, word)


def _give_subject(words: Sequence["Word"], mark: "Word") -> None:
    """The noun behind "after" does what the verb says: "after rebels took a jet, he spoke"."""
    subject, verb = mark.child("pobj"), mark.head
    if subject is None or verb.tag != "VBD" or verb.dep not in ("ccomp", "advcl"):
        return
    behind = subject.subtree()[-1].index + 1
    if mark.index < subject.index and behind == verb.index and verb.child(*SUBJECTS) is None:
        attach(subject, verb, "nsubj")
        mark.dep, mark.pos, verb.dep = "mark", "SCONJ", "advcl"


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


def _are_parted(words: Sequence["Word"], first: "Word", second: "Word") -> bool:
    """Whether a colon or semicolon stands between: "not the army, though it won: Chad agreed"."""
    start = words[0].index
    return any(w.text in ":;" for w in words[first.index - start : second.index - start])


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
