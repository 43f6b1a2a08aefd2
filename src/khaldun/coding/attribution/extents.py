"""How far the words under a word reach, for all words in one pass."""

from collections.abc import Iterable
from dataclasses import dataclass

from khaldun.coding.syntax import Syntax, Word

Range = tuple[int, int]
"""First and last word index, both included."""

_EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "―", "--", "and", "but", "or", "(", ")", "…"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Extents:
    """For each word, by index, the first and the last word of its subtree."""

    words: tuple[Word, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    @classmethod
    def of(cls, syntax: Syntax) -> "Extents":
        """The extents of all words, in time linear in their number."""
        left = list(range(len(syntax.words)))
        right = list(left)
        for word in reversed(_top_down(syntax)):
            own, above = word.index, word.head.index
            if left[own] < left[above]:
                left[above] = left[own]
            if right[own] > right[above]:
                right[above] = right[own]
        return cls(words=syntax.words, left=tuple(left), right=tuple(right))

    def reach(self, word: Word) -> Range:
        """First and last word of what hangs on `word`."""
        return self.left[word.index], self.right[word.index]

    def without(self, whole: Range, holes: Iterable[Range]) -> list[Range]:
        """What is left of `whole` when the `holes` are cut out, edges trimmed of punctuation."""
        pieces = [whole]
        for hole in holes:
            pieces = [p for piece in pieces for p in _cut(piece, hole)]
        return [t for t in map(self.trim, pieces) if t is not None]

    def trim(self, piece: Range) -> Range | None:
        """`piece` without punctuation and conjunctions at its edges, None if nothing is left."""
        first, last = piece
        while first <= last and self.words[first].lower in _EDGE:
            first += 1
        while last >= first and self.words[last].lower in _EDGE:
            last -= 1
        return (first, last) if first <= last else None


def _top_down(syntax: Syntax) -> list[Word]:
    order = [w for w in syntax.words if w.is_root]
    for word in order:
        order.extend(word.children)
    return order


def _cut(piece: Range, hole: Range) -> list[Range]:
    if hole[1] < piece[0] or piece[1] < hole[0]:
        return [piece]
    before, after = (piece[0], hole[0] - 1), (hole[1] + 1, piece[1])
    return [p for p in (before, after) if p[0] <= p[1]]
