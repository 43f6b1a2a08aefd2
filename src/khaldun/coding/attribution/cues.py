"""A reporting word as it is found, before its contents are completed."""

from dataclasses import dataclass

from khaldun.coding.attribution.extents import Extents, Range
from khaldun.coding.attribution.rules import AttributionRules
from khaldun.coding.syntax import Word
from khaldun.record import Span

_BREAKS = frozenset({";", ":"})


@dataclass(slots=True, kw_only=True)
class Cue:
    """A reporting word with its source; `contents` are ranges of word indices.

    `last` is the last word of the cue phrase; `claims` says whether the holder vouches for
    the content; `direct` whether it is quoted, `explains` whether what follows spells it out.
    `label` is what stands for the cue where no word does: the "A:" of an interview.
    """

    word: Word
    last: Word
    source: Word | None
    contents: list[Range]
    claims: bool
    direct: bool = False
    explains: bool = False
    label: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The tables that every finder needs."""

    extents: Extents
    rules: AttributionRules

    def around(self, clause: Word, inner: Word) -> list[Range]:
        """What `clause` spans, without what hangs on `inner`, which stands within it.

        Nor is a clause with a subject of its own that goes on behind it: "A fell, according to
        X, and B held".
        """
        others = [
            c
            for c in clause.children_by("conj")
            if clause.index < inner.index < c.index and c.child("nsubj", "nsubjpass") is not None
        ]
        apart = [self.extents.reach(w) for w in (inner, *others)]
        return self.extents.without(self._beside(self.extents.reach(clause), inner), apart)

    def _beside(self, reach: Range, inner: Word) -> Range:
        """The part of a range round `inner` that nothing parts from it: "A, and, says X, B"."""
        words = self.extents.words
        breaks = [i for i in range(reach[0], reach[1] + 1) if words[i].text in _BREAKS]
        edge = self.extents.left[inner.index] - 1
        edge -= edge > reach[0] and words[edge].text == ","
        if edge > reach[0] and words[edge].pos == "CCONJ":
            breaks.append(edge)
        before = [i + 1 for i in breaks if i < inner.index]
        behind = [i - 1 for i in breaks if i > inner.index]
        return max(before, default=reach[0]), min(behind, default=reach[1])

    def whole(self, *heads: Word) -> list[Range]:
        """What these words span, each with what hangs on it."""
        reaches = (self.extents.trim(self.extents.reach(h)) for h in heads)
        return [r for r in reaches if r is not None]
