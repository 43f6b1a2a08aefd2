"""Near duplicates: which text copies another, by shingles and MinHash (Broder 1997)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

from khaldun.record import Edition

_SHINGLE = 5  # words
_BANDS = 8
_ROWS = 3
_SAME_TEXT = 0.45  # of the smaller text's shingles, in the other
_SHORT_TEXT, _ENOUGH = 0.85, 40  # the same where fewer shingles than these are shared
_CANDIDATES = 40  # earlier texts of a key that a text is compared with
_WORD = re.compile(r"\w+")
_CACHED = 4096
Shingles = frozenset[int]


@lru_cache(maxsize=_CACHED)
def shingles(text: str) -> Shingles:
    """Hashes of all runs of five words, without case or punctuation; of a shorter text, all."""
    words = _WORD.findall(text.casefold())
    runs = (words[i : i + _SHINGLE] for i in range(max(1, len(words) - _SHINGLE + 1)))
    return frozenset(crc32(" ".join(run).encode("utf-8", "surrogatepass")) for run in runs)


def text_keys(text: str) -> tuple[str, ...]:
    """Eight keys of a text; texts of which more than half is the same nearly always share one."""
    lowest = _lowest(shingles(text))
    bands = (lowest[b * _ROWS : (b + 1) * _ROWS] for b in range(_BANDS))
    return tuple(f"{n}:" + ".".join(f"{value:x}" for value in band) for n, band in enumerate(bands))


def _lowest(found: Shingles) -> list[int]:
    """The lowest hash of each bin: one-permutation MinHash (Li, Owen and Zhang 2012).

    An empty bin takes that of the next one that is not empty.
    """
    bins = _BANDS * _ROWS
    lowest: list[int | None] = [None] * bins
    for value in found:
        place, rest = value % bins, value // bins
        before = lowest[place]
        if before is None or rest < before:
            lowest[place] = rest
    filled: list[int] = []
    following = next(value for value in lowest if value is not None)
    for own in reversed(lowest):
        following = following if own is None else own
        filled.append(following)
    return filled[::-1]


def lineages(editions: Iterable[Edition]) -> tuple[tuple[str, str], ...]:
    """For each document the id of the one whose text it copies, its own where it copies none.

    The set must be closed under shared `text_keys`. The earliest published of a set of copies
    is the one that the others copy; the order of the ids decides where dates do not.
    """
    ordered = sorted(editions, key=_earliest_first)
    texts = {e.document.id: e.document.text for e in ordered}
    by_key: dict[str, list[str]] = defaultdict(list)
    source: dict[str, str] = {}
    for name, text in texts.items():
        keys = text_keys(text)
        source[name] = _copied(name, (by_key[key] for key in keys), texts, source)
        for key in keys:
            if len(by_key[key]) < _CANDIDATES:
                by_key[key].append(name)
    return tuple(sorted(source.items()))


def _earliest_first(edition: Edition) -> tuple[bool, str, str]:
    published = edition.document.published
    day = published.earliest.isoformat() if published is not None else ""
    return published is None, day, edition.document.id


def _copied(
    name: str, blocks: Iterable[Sequence[str]], texts: dict[str, str], source: dict[str, str]
) -> str:
    seen: set[str] = set()
    for block in blocks:
        for other in block:
            if other not in seen and alike(texts[name], texts[other]):
                return source[other]
            seen.add(other)
    return name


def alike(one: str, other: str) -> bool:
    """Whether one text holds about half of the other: a copy, or the same agency text.

    Two sentences in common do not make a copy of a text of three: a short text must hold nearly
    all of the other.
    """
    mine, theirs = shingles(one), shingles(other)
    shared = len(mine & theirs)
    share = _SAME_TEXT if shared >= _ENOUGH else _SHORT_TEXT
    return shared >= share * min(len(mine), len(theirs))
