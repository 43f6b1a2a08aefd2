"""The words of a text whose case is to be restored."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from khaldun.coding.casing.words import casing_words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LONGEST_NAME = 8  # words
NEAR = 8  # characters before or after a word that bear on its case
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]{0,3}\s+[\"“‘'(\[]{0,3}$|[,:] [\"“]['‘(\[]?$|\n\n$")


class Case(Enum):
    """How a word is to be written: EXACT as the registry writes it."""

    LOWER = auto()
    NAME = auto()
    UPPER = auto()
    EXACT = auto()


@dataclass(slots=True)
class Token:
    """A word of the text: offsets, lower-case form, and the case that it is to have."""

    start: int
    end: int
    word: str
    case: Case = Case.LOWER
    written: str = ""


def before(text: str, token: Token) -> str:
    """A few characters before the word: never the whole text, for time must stay linear."""
    return text[max(0, token.start - NEAR) : token.start]


def adjacent(tokens: list[Token], index: int, text: str) -> bool:
    """Whether only a space stands between the word and the one before it."""
    return text[tokens[index - 1].end : tokens[index].start] == " "


def tokens_of(text: str) -> list[Token]:
    """The words of `text`, their case still open."""
    return [Token(m.start(), m.end(), lower(m[0])) for m in WORD.finditer(text)]


def lower(text: str) -> str:
    """Lower case letter by letter: a few letters would become two."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def opens_sentence(token: Token, previous: Token | None, text: str) -> bool:
    """Whether a sentence begins here; the full stop of an abbreviation ends none."""
    if previous is None:
        return True
    if not _SENTENCE_END.search(before(text, token)):
        return False
    short = len(previous.word) == 1 or previous.word in casing_words("abbreviated_titles")
    return not (short and text[previous.end : previous.end + 1] == ".")
