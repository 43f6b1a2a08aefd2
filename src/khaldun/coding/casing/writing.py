"""Words written out in the case that they were found to have."""

from khaldun.coding.casing.tokens import Case, Token, opens_sentence
from khaldun.coding.casing.words import CLITICS


def written_out(tokens: list[Token], text: str) -> str:
    """`text` with its words in their case, a capital at the beginning of each sentence."""
    pieces: list[str] = []
    previous: Token | None = None
    position, bracket = 0, False
    for token in tokens:
        gap = text[position : token.start]
        opens = opens_sentence(token, previous, text) or (bracket and "]" in gap)
        # An insertion such as "[Reporter]" does not use up the beginning of the sentence.
        bracket = (opens and gap.endswith("[")) or (bracket and "]" not in gap)
        pieces += (gap, _one(token, text, opens=opens))
        previous = token
        position = token.end
    return "".join((*pieces, text[position:]))


def _one(token: Token, text: str, *, opens: bool) -> str:
    """The word as it is to stand, opened by a capital where a sentence begins."""
    original = text[token.start : token.end]
    match token.case:
        case Case.EXACT if len(token.written) == len(original):
            return token.written
        case Case.UPPER:
            return _capitals(original, token.word)
        case Case.NAME:
            return _name(original, token.word)
        case _:
            return original[0] + token.word[1:] if opens else token.word


def _capitals(original: str, word: str) -> str:
    """An acronym; what follows its apostrophe is lowered."""
    cut = next((i for i, c in enumerate(word) if c in "'’"), len(word))
    return original[:cut] + word[cut:]


def _name(original: str, word: str) -> str:
    """A name: a capital first, and after the apostrophe of "O'Brien" but not of "Haftar's"."""
    cut = next((i for i, c in enumerate(word) if c in "'’"), 0)
    if cut and word[cut + 1 :] not in CLITICS and cut <= 2:
        rest = original[cut + 1] + word[cut + 2 :]
        return original[0] + word[1 : cut + 1] + rest
    if word.startswith("mc") and len(word) > 4:
        return f"{original[0]}c{original[2]}{word[3:]}"
    return original[0] + word[1:]
