"""Restores case.

A parser trained on newspapers takes every capitalised word for a name. Names that the registry
lists are written as it writes them; common words of English are lowered; what is left is taken
for a name, or for an acronym where it is short or cannot be spoken.
"""

from khaldun.coding.casing.guessing import case_of
from khaldun.coding.casing.listed import mark_listed
from khaldun.coding.casing.neighbours import (
    mark_bodies,
    mark_expansions,
    mark_particles,
    mark_titles,
)
from khaldun.coding.casing.tokens import WORD, Case, Token, opens_sentence, tokens_of
from khaldun.coding.casing.writing import written_out

_MAX_LOWER_SHARE = 0.05
_MIN_LETTERS = 8
_LONGEST_TITLE = 250
_SHORT = 3  # letters of words that may be in lower case in a headline of capitals
_MIN_WORDS = 4
_MIN_CAPITAL = 0.9


def restore_case(text: str) -> str:
    """`text` with the case of ordinary prose where it is all in capitals, or all Initial Capitals.

    Other text comes back as it is; the length is the same always.
    """
    if not _is_upper(text):
        return _lower_title(text) if _is_title(text) else text
    return written_out(_marked(text), text)


def _is_upper(text: str) -> bool:
    letters = sum(1 for c in text if c.isupper())
    lower = sum(1 for c in text if c.islower())
    return letters >= _MIN_LETTERS and " " in text.strip() and lower <= _MAX_LOWER_SHARE * letters


def _is_title(text: str) -> bool:
    """Whether it is a headline in which every word of some length has a capital."""
    if len(text) > _LONGEST_TITLE or text.endswith("."):
        return False
    words = [m[0] for m in WORD.finditer(text) if len(m[0]) > _SHORT]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= _MIN_WORDS and capital >= _MIN_CAPITAL * len(words)


def _lower_title(text: str) -> str:
    """A Headline Like This with its common words in lower case; nothing else is touched."""
    pieces = list(text)
    previous: Token | None = None
    for token in _marked(text):
        common = token.case is Case.LOWER and text[token.start + 1 : token.end].islower()
        if common and not opens_sentence(token, previous, text):
            pieces[token.start] = token.word[0]
        previous = token
    return "".join(pieces)


def _marked(text: str) -> list[Token]:
    """The words of `text` with the case that each is to have."""
    tokens = tokens_of(text)
    mark_listed(tokens, text)
    for index, token in enumerate(tokens):
        if token.case is not Case.EXACT:
            token.case = case_of(tokens, index, text)
    mark_titles(tokens, text)
    mark_bodies(tokens, text)
    mark_expansions(tokens, text)
    mark_particles(tokens, text)
    return tokens
