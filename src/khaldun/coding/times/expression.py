"""Time expressions as they are found, and the now from which they are seen."""

from dataclasses import dataclass
from datetime import date

from khaldun.coding.times.anchor import Direction
from khaldun.coding.times.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """An expression found in the text: offsets, what it says, and where it stands.

    `leading` is the word before it, `opening` says that it is among the first words of its
    paragraph, `aside` that it only glances back from what is told, `behind` that it does so
    in a pluperfect or with "since", `saying` that it tells when somebody spoke; `paragraph`
    and `sentence` count from 0.
    """

    start: int
    end: int
    phrase: Phrase
    paragraph: int
    sentence: int
    direction: Direction
    leading: str = ""
    opening: bool = False
    aside: bool = False
    behind: bool = False
    saying: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """The days on which a text may have been published, and whether that was inferred.

    `spoken_of` says that much of the text is in the present tense: it is about now.
    """

    earliest: date
    latest: date
    inferred: bool = False
    spoken_of: bool = False
