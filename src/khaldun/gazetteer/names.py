"""The key under which a place name is found, however it is spelled."""

import unicodedata
from functools import lru_cache

_REMOVED = str.maketrans(dict.fromkeys("'’‘ʼʻ`´ʿʾ′.\"“”", ""))
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th", "ə": "a"}
)
_VOWELS = frozenset("aeiouyw ")
_SAME_SOUND = {"q": "k", "c": "k"}
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


def sound_key(key: str) -> str | None:
    """The consonants of a folded name: what its transliterations share.

    Garmsir, Garm Ser and Garmseer have one; none for a name of fewer than three consonants.
    """
    words = (word.rstrip("h") for word in key.split())
    consonants = "".join(_SAME_SOUND.get(c, c) for word in words for c in word if c not in _VOWELS)
    single = "".join(c for i, c in enumerate(consonants) if c != consonants[i - 1 : i])
    return f"~{single}" if len(single) >= 3 else None
