"""Which language a text is in, as far as it must be known: English, or another one.

Scripts tell most languages; the share of function words tells those in Latin script (Grefenstette
1995, "Comparing two language identification schemes"). Nothing is learned, nothing is random.
"""

import re
from collections import Counter
from functools import cache

from khaldun.reading.resource import load_resource, words

UNKNOWN = "und"
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters from each of three places
_FEW = 12  # words: fewer than this decide nothing by themselves
_MIN_ENGLISH = 0.06
_ADVANTAGE = 1.3


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language, "und" where none is recognised.

    A text too short to tell, in Latin script, counts as English.
    """
    sample = _sample(text)
    script = _by_script(sample)
    if script is not None:
        return script
    return _by_words([m[0].lower() for m in _WORD.finditer(sample)])


def language_name(code: str) -> str:
    """The English name of the language, with its code."""
    name = load_resource("language")["names"].get(code)
    return f"{name} ({code})" if name else "a language that is not recognised"


def _sample(text: str) -> str:
    """The beginning, the middle and the end: a long text may open in another language."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]} {text[-_SAMPLE:]}"


def _by_script(sample: str) -> str | None:
    """The language of the script that most letters are in; None for Latin."""
    letters = Counter(c for c in sample if c.isalpha())
    foreign: Counter[str] = Counter()
    for letter, count in letters.items():
        foreign[_script_language(ord(letter))] += count
    latin = foreign.pop("", 0)
    if not foreign or sum(foreign.values()) <= latin:
        return None
    # Kana settles what Chinese characters leave open.
    best = "ja" if foreign["ja"] else max(sorted(foreign), key=lambda code: foreign[code])
    return _by_letters(best, letters)


def _by_letters(language: str, letters: Counter[str]) -> str:
    """Languages that share a script, told apart by letters of their own."""
    total = sum(letters.values())
    for code, own in load_resource("language")["letters"].items():
        same_script = _script_language(ord(own[0])) == language
        if same_script and sum(letters[c] for c in own) > 0.01 * total:
            return str(code)
    return language


@cache
def _script_language(code_point: int) -> str:
    """The language that the block of a letter stands for, "" for Latin."""
    if code_point < 0x370:
        return ""
    for block in load_resource("language")["scripts"]:
        if block["first"] <= code_point <= block["last"]:
            return str(block["language"])
    return "" if 0x1E00 <= code_point <= 0x1EFF or code_point >= 0xFF00 else UNKNOWN


def _by_words(found: list[str]) -> str:
    if not found:
        return "en"
    counts = Counter(found)
    english = sum(counts[w] for w in words("language", "english"))
    shares = {code: sum(counts[w] for w in own) for code, own in _latin()}
    best = max(sorted(shares), key=lambda code: shares[code])
    if shares[best] > _ADVANTAGE * english and shares[best] >= 0.2 * len(found) and len(found) >= 5:
        return best
    if len(found) < _FEW or english >= _MIN_ENGLISH * len(found):
        return "en"
    return UNKNOWN


@cache
def _latin() -> tuple[tuple[str, tuple[str, ...]], ...]:
    languages = load_resource("language")["latin"]
    return tuple((code, tuple(own)) for code, own in sorted(languages.items()))
