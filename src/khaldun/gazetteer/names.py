"""The key under which a place name is found, however it is spelled."""

import unicodedata
from functools import lru_cache

_REMOVED = str.maketrans(dict.fromkeys("'’‘ʼʻ`´ʿʾ′.\"“”", ""))
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th", "ə": "a"}
)
_ARTICLES = frozenset({"al", "el", "ul"})
# The article takes the sound of these letters: ash-Shaddadi is al-Shaddadi.
_ASSIMILATED = {
    f"{vowel}{letter}": letter
    for vowel in "ae"
    for letter in ("d", "dh", "n", "r", "s", "sh", "t", "th", "z")
}


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """The name in lower case without accents, apostrophes or full stops, hyphens as spaces."""
    plain = name.lower().translate(_REMOVED).translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", plain)
    letters = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join(letters.split())


def without_article(key: str) -> str | None:
    """A folded name without its Arabic article; none if it has no article.

    The article may have taken the sound of the letter after it: "ash shaddadi".
    """
    first, _, rest = key.partition(" ")
    if rest and (first in _ARTICLES or rest.startswith(_ASSIMILATED.get(first, "\0"))):
        return rest
    return None
