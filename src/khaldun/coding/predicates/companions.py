"""Who does or undergoes a thing together with another: "X, along with Y, urged"."""

from collections.abc import Iterator

from khaldun.coding.syntax import Word

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_MARKS = frozenset({"along", "together", "jointly"})


def companions(word: Word) -> Iterator[Word]:
    """Whom "along with" or "together with" adds to `word`, a verb's subject or object or not."""
    yield from added_on(word)
    if word.dep in _ARGUMENTS:
        before = word.dep != "dobj"
        yield from (w for w in added_on(word.head) if (w.index < word.head.index) is before)


def added_on(word: Word) -> Iterator[Word]:
    """Whom such a phrase that hangs on `word` adds."""
    for preposition in word.children_by("prep", "advmod"):
        inner = preposition.child("prep")
        if preposition.lower in _MARKS and inner is not None and inner.lower == "with":
            yield from inner.children_by("pobj")
        elif preposition.lower == "with" and any(c.lower in _MARKS for c in preposition.children):
            yield from preposition.children_by("pobj")
