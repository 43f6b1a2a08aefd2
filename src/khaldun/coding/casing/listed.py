"""Names that the actor registry lists are written as it writes them."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from khaldun.coding.casing.tokens import LONGEST_NAME, WORD, Case, Token, lower
from khaldun.coding.casing.words import casing_words, is_common
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.ontology.registry import registry

_Names = dict[str, dict[tuple[str, ...], tuple[str, ...]]]


def mark_listed(tokens: list[Token], text: str) -> None:
    """Gives names of the registry the case they have there, the longest first."""
    names, index = _listed_names(), 0
    while index < len(tokens):
        length = next(
            (n for n in _lengths(tokens, index, names) if _mark_name(tokens, index, n, text)), 1
        )
        index += length


def _lengths(tokens: list[Token], index: int, names: _Names) -> Iterator[int]:
    """How many words from here on are a listed name, longest first."""
    listed = names.get(tokens[index].word)
    if listed is None:
        return
    words = tuple(t.word for t in tokens[index : index + LONGEST_NAME])
    for length in range(len(words), 0, -1):
        if words[:length] in listed:
            yield length


def _mark_name(tokens: list[Token], index: int, length: int, text: str) -> bool:
    chosen = tokens[index : index + length]
    gaps = (text[a.end : b.start] for a, b in pairwise(chosen))
    if any(gap not in (" ", "-") for gap in gaps):
        return False
    words = tuple(t.word for t in chosen)
    for token, written in zip(chosen, _listed_names()[words[0]][words], strict=True):
        token.case, token.written = Case.EXACT, written
    return True


@cache
def _listed_names() -> _Names:
    """Names by their first word: their words in lower case, and as they are written.

    A single word that is common English as well is no evidence of a name.
    """
    names: _Names = {}
    always = casing_words("always_names")
    for listing in registry().listings:
        for label in (*listing.names, *listing.demonyms, *listing.seats):
            written = tuple(m[0] for m in WORD.finditer(label.text.removeprefix("The ")))
            words = tuple(lower(w) for w in written)
            alone = len(words) == 1
            if not words or (alone and words[0] not in always and _is_ordinary(words[0])):
                continue
            if len(words) <= LONGEST_NAME and not (alone and len(words[0]) < 2):
                names.setdefault(words[0], {}).setdefault(words, written)
    for phrase in load_lexicon("casing")["phrases"]:
        written = tuple(phrase.split())
        words = tuple(lower(w) for w in written)
        names.setdefault(words[0], {}).setdefault(words, written)
    return names


def _is_ordinary(word: str) -> bool:
    return (
        is_common(word) or word in casing_words("particles") or word in casing_words("short_names")
    )
