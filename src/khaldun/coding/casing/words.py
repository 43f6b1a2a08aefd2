"""Which words are common English, and which unknown ones look like acronyms."""

from collections.abc import Iterator
from functools import cache, lru_cache

from khaldun.coding.lexicon.loading import load_lexicon

CLITICS = frozenset({"s", "t", "d", "m", "re", "ve", "ll"})
_MIN_STEM = 4  # letters after a prefix
_VOWELS = frozenset("aeiouyáéíóúäöü")
_SPOKEN = frozenset({"cvc", "cvv", "vcv", "vvv"})  # shapes that three letters of a name have


def is_acronym(word: str) -> bool:
    """Unknown words that are short or cannot be spoken, where they are not known as names."""
    if word in casing_words("short_names"):
        return False
    shape = "".join("v" if c in _VOWELS else "c" for c in word)
    if len(word) == 3:
        return shape not in _SPOKEN
    return len(word) < 3 or (len(word) <= 6 and "v" not in shape)


@lru_cache(maxsize=65_536)
def is_common(word: str) -> bool:
    """Whether it is a common word of English, or an inflected form of one."""
    if "'" in word or "’" in word:
        stem, _, ending = word.replace("’", "'").rpartition("'")
        negated = ending == "t" and stem.endswith("n") and _is_form(stem[:-1])
        return negated or (ending in CLITICS and is_common(stem))
    if _is_form(word):
        return True
    prefix = next((p for p in sorted(casing_words("prefixes")) if word.startswith(p)), "")
    return len(word) - len(prefix) >= _MIN_STEM and bool(prefix) and _is_form(word[len(prefix) :])


def _is_form(word: str) -> bool:
    known = _common_words()
    return word in known or any(
        stem in known or any(root in known for root in _stems(stem)) for stem in _stems(word)
    )


def _stems(word: str) -> Iterator[str]:
    """What the word may be a form of: the inflections that common_words.yaml leaves out."""
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        yield from (word[:-1], word[:-2] if word.endswith("es") else word[:-1])
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)]
            yield from (base, f"{base}e", base[:-1] if base[-1] == base[-2] else base)
    for ending in ("ly", "ness"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word[: -len(ending)]
    for ending in ("ies", "ied", "ily", "iness"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield f"{word[: -len(ending)]}y"


@cache
def _common_words() -> frozenset[str]:
    return frozenset(load_lexicon("common_words")["words"].split())


@cache
def casing_words(key: str) -> frozenset[str]:
    """The words under `key` of casing.yaml."""
    return frozenset(load_lexicon("casing")[key])
