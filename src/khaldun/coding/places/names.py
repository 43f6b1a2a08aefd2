"""A place name in the text, and how surely it is one."""

from dataclasses import dataclass
from enum import IntEnum

from khaldun.coding.syntax import Word
from khaldun.gazetteer import Match, PlaceKind


class Sign(IntEnum):
    """How the words around a name speak for a place."""

    PART = 0  # part of another name: a place only if it is one elsewhere in the document
    POSSIBLE = 1  # some place bears the name: one only if it lies where the document is about
    KNOWN = 2  # a well-known place bears the name, or the parser takes it for a place
    LOCATED = 3  # a preposition, a kind word or a containing place says so


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A place name: its words, the name to look up, and the kind it is said to be of."""

    words: tuple[Word, ...]
    name: str
    kind: PlaceKind | None
    matches: tuple[Match, ...]
    sign: Sign

    @property
    def head(self) -> Word:
        """The word of the name that hangs on a word outside it; its last one in doubt."""
        inside = set(map(id, self.words))
        for word in reversed(self.words):
            if id(word.head) not in inside or word.is_root:
                return word
        return self.words[-1]
