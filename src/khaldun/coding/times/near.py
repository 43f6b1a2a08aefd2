"""Children of a word that stand near it.

A sentence of thousands of words is no sentence, but it must not cost the square of its length:
nothing here looks at more than a window of it.
"""

from bisect import bisect_left, bisect_right

from khaldun.coding.syntax import Word

_WINDOW = 120


def near_children(word: Word, *deps: str) -> list[Word]:
    """The children within 120 words, in text order; with one of `deps` where any are given."""
    children = word.children
    if len(children) > _WINDOW:
        first = bisect_left(children, word.index - _WINDOW, key=_place)
        last = bisect_right(children, word.index + _WINDOW, key=_place)
        children = children[first:last]
    return [c for c in children if c.dep in deps] if deps else list(children)


def near_conjuncts(word: Word, most: int) -> list[Word]:
    """The first words coordinated after this one, `most` at the most."""
    found = near_children(word, "conj")
    for conjunct in found:
        if len(found) >= most:
            break
        found.extend(near_children(conjunct, "conj"))
    return found[:most]


def _place(word: Word) -> int:
    return word.index
