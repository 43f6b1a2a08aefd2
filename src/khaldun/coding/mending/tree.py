"""How a word is hung elsewhere in the tree of its sentence: for those who mend the parse only."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def attach(word: "Word", head: "Word", dep: str) -> None:
    """Hang a word on another; its own words go with it."""
    if not word.is_root:
        word.head.children.remove(word)
    word.head, word.dep = head, dep
    head.children.append(word)
    head.children.sort(key=lambda w: w.index)


def cut_loose(word: "Word") -> None:
    """Make a word a root; what it hung on stays where it is, until it is attached to something."""
    if not word.is_root:
        word.head.children.remove(word)
    word.head, word.dep = word, "ROOT"


def left_edge(word: "Word") -> int:
    """The index of the first word of all that hangs on a word."""
    return word.subtree()[0].index
