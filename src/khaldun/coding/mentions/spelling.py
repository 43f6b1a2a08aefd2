"""When two names within a document are one: spelling variants, surnames, acronyms."""

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from khaldun.ontology.registry import fold_name

_PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "de", "van", "von", "der", "den", "ben"})
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "des", "et", "la"})
_SKELETON_SIMILARITY = 0.8
_DIGRAPHS = (
    ("kh", "k"),
    ("gh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("sch", "s"),
    ("ch", "s"),
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("g", "k"),
    ("c", "k"),
    ("j", "s"),
    ("z", "s"),
    ("v", "f"),
    ("w", "f"),
)
# "Abu Omar" and "Omar" are two: "the father of" and the name after it are one word.
_KUNYA = re.compile(r"\b(abu|abou|umm|oum)(?: al| el)? (\w+)")
_VOWELS = re.compile(r"[aeiouyh]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """The consonants of a name's word, with those that transliterations mix up made one."""
    folded = fold_name(word)
    for written, sound in _DIGRAPHS:
        folded = folded.replace(written, sound)
    return _DOUBLED.sub(r"\1", folded[:1] + _VOWELS.sub("", folded[1:]))


def same_spelling(first: str, second: str) -> bool:
    """Whether two words are spellings of one name: "Haftar" and "Hifter"."""
    one, other = fold_name(first), fold_name(second)
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or skeleton(one) != skeleton(other):
        return False
    return bool(JaroWinkler.similarity(one, other) >= _SKELETON_SIMILARITY)


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a personal name that tell it apart: no particles, no initials."""
    words = [w for w in _KUNYA.sub(r"\1\2", fold_name(name)).split() if w not in _PARTICLES]
    kept = [w for w in words if len(w) > 1]
    return tuple(kept or words)


def same_person(first: str, second: str) -> bool:
    """Whether two personal names can be one person's: each word of the shorter in the longer.

    Two names of several words must agree in all of the shorter's; one word may be a surname
    or, as in Arabic, Chinese or Burmese reporting, any part of the longer name.
    """
    one, other = sorted((name_words(first), name_words(second)), key=len)
    if not one or not other:
        return False
    return all(any(same_spelling(a, b) for b in other) for a in one)


def abbreviates(short: str, full: str) -> bool:
    """Whether the letters of `short` are found in `full` as an acronym's are.

    After Schwartz and Hearst (2003): read from the right, each letter is found in order,
    and the first stands at the start of a word.
    """
    letters = [c for c in short.lower() if c.isalnum()]
    text = full.lower()
    if not 2 <= len(letters) <= 10 or len(text) <= len(letters) or not short[0].isalnum():
        return False
    position = len(text)
    for number, letter in enumerate(reversed(letters)):
        last = number == len(letters) - 1
        position -= 1
        while position >= 0 and (
            text[position] != letter or (last and position > 0 and text[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return False
    return True


@lru_cache(maxsize=4096)
def initials(name: str) -> frozenset[str]:
    """The acronyms that a name of several words would have, with and without its small words."""
    words = [w for w in re.split(r"[\s\-]+", name) if w and w[0].isalpha()]
    strict = "".join(w[0] for w in words if w.lower() not in _SMALL_WORDS).upper()
    loose = "".join(w[0] for w in words).upper()
    return frozenset(a for a in (strict, loose) if len(a) > 1)
