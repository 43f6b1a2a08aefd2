"""When two spellings are one name."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "e"}
)
_IGNORED = "'’‘`´ʼʻʿʾ.′"
_SPACING = "-‐‑‒–—_/,"
_PUNCTUATION = str.maketrans(dict.fromkeys(_IGNORED, "") | dict.fromkeys(_SPACING, " "))


# The same few names are looked up again and again: some megabytes at most.
@lru_cache(maxsize=1 << 14)
def fold_name(name: str) -> str:
    """The form under which a name is looked up.

    Lower case, without diacritics, apostrophes, full stops and a leading "the"; hyphens and
    dashes are spaces: "al-Ḥūthī", "Al Huthi" and "the al-Huthi" are one.
    """
    folded = name.casefold().translate(_PUNCTUATION).replace("&", " and ")
    if not folded.isascii():
        folded = _without_marks(folded)
    words = folded.split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def as_written(name: str) -> str:
    """The name with its capitals, but without full stops and a leading "the"."""
    bare = " ".join(name.replace(".", "").split())
    return bare[4:] if bare[:4].casefold() == "the " else bare


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
