"""FactBank values of any word, as numbers from −3 to 3."""

from khaldun.coding.certainty import certainty_of
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.record import Certainty, Factuality

# The scale of Lee et al. 2015 and Stanovsky et al. 2017: certain 3, probable 2, possible 1.
NUMBERS = {
    Factuality.CERTAIN: 3.0,
    Factuality.PROBABLE: 2.0,
    Factuality.POSSIBLE: 1.0,
    Factuality.UNCOMMITTED: 0.0,
    Factuality.POSSIBLY_NOT: -1.0,
    Factuality.PROBABLY_NOT: -2.0,
    Factuality.CERTAINLY_NOT: -3.0,
}


def certainty_at(draft: Draft, word: Word) -> Certainty:
    """What the chain claims of the word, or would claim of it if it were an event."""
    claim = draft.claims.get(word.index)
    return claim.certainty if claim is not None else certainty_of(draft, word)


def is_negative(value: Factuality) -> bool:
    """Whether the value denies."""
    return NUMBERS[value] < 0


def head_of(words: list[Word]) -> Word | None:
    """The word of a stretch that hangs on none of the others."""
    inside = {w.index for w in words}
    return next((w for w in words if w.is_root or w.head.index not in inside), None)
