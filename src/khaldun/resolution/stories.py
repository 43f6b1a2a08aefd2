"""Stories: whether two texts tell of the same matter, by the names, numbers and long words in both.

The weights of words do not depend on other texts, so that what two texts have in common never
changes when a third one comes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from math import log, sqrt

_WORD = re.compile(r"[^\W_]+")
_NAME, _NUMBER, _LONG, _MIDDLING = 2.0, 1.0, 0.7, 0.4
_LONG_FROM, _MIDDLING_FROM, _SHORT = 7, 5, 3  # letters
_MOSTLY = 0.6  # of its uses with a capital: a name, and not the head of a sentence
_HEADS = 12
_CACHED = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The telling words of a text with their weights, and the length of that vector.

    `heads` are its heaviest words: two texts of one story nearly always share one.
    """

    weights: Mapping[str, float]
    length: float
    heads: tuple[str, ...]


@lru_cache(maxsize=_CACHED)
def outline_of(text: str) -> Outline:
    """The outline of a text; words of three letters and more, weighted by kind and by number."""
    words = _WORD.findall(text)
    folded = [word.casefold() for word in words]
    uses = Counter(folded)
    capitals = Counter([low for low, word in zip(folded, words, strict=True) if word[0].isupper()])
    weights = {
        word: kind * (1 + log(number)) if number > 1 else kind
        for word, number in uses.items()
        if (kind := _kind(word, capitals.get(word, 0) / number))
    }
    heads = nsmallest(_HEADS, [(-weight, word) for word, weight in weights.items()])
    length = sqrt(sum([weight * weight for weight in weights.values()]))
    return Outline(weights, length, tuple(word for _, word in heads))


def _kind(word: str, capital: float) -> float:
    if word.isdigit():
        return _NUMBER if len(word) > 1 else 0.0
    if len(word) < _SHORT:
        return 0.0
    if capital > _MOSTLY:
        return _NAME
    if len(word) >= _LONG_FROM:
        return _LONG
    return _MIDDLING if len(word) >= _MIDDLING_FROM else 0.0


def alikeness(one: Outline, other: Outline) -> float:
    """The cosine of two outlines: 0 where nothing is in common, 1 for the same text."""
    if one is other:
        return 1.0
    small, large = sorted((one.weights, other.weights), key=len)
    shared = sum(weight * large[word] for word, weight in small.items() if word in large)
    return shared / (one.length * other.length) if shared else 0.0


def same_story(outlines: Iterable[Outline], likeness: float = 0.17) -> list[list[int]]:
    """The positions of texts that tell the same story, as groups; the order decides nothing.

    The two groups that are most alike on average are joined until none are as alike as
    `likeness` (average linkage). Takes the square of the number of texts: for hundreds.
    """
    given = list(outlines)
    groups = [[i] for i in range(len(given))]
    ties = {(i, j): alikeness(given[i], given[j]) for j in range(len(given)) for i in range(j)}
    return _linked(groups, ties, likeness)


def _linked(
    groups: list[list[int]], ties: dict[tuple[int, int], float], least: float
) -> list[list[int]]:
    """Average linkage (Lance and Williams 1967); the first of equal pairs is joined first."""
    live = dict(enumerate(groups))
    while ties:
        (one, other), best = max(ties.items(), key=lambda item: (item[1], -item[0][0], -item[0][1]))
        if best < least:
            break
        sizes = len(live[one]), len(live[other])
        live[one] = sorted(live[one] + live.pop(other))
        for third in live:
            mine = ties.pop(_pair(one, third), 0.0)
            theirs = ties.pop(_pair(other, third), 0.0)
            if third != one:
                ties[_pair(one, third)] = (sizes[0] * mine + sizes[1] * theirs) / sum(sizes)
        ties.pop(_pair(one, other), None)
    return sorted(live.values())


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
