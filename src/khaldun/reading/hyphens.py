"""Words broken at the end of a line."""

import re
from functools import cache

from khaldun.reading.resource import words

_BROKEN = re.compile(r"(?<![^\W_])([^\W\d_]{2,})[-\u2010]$")
_CONTINUED = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LONGEST = 60  # a longer word is no word, and is left as it is


class Hyphens:
    """Joins lines; a broken word is made whole as the rest of `text` spells it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: frozenset[str] | None = None

    def join(self, lines: list[str]) -> str:
        """The lines as one, with a space or nothing between each two."""
        joined = [lines[0]]
        for line in lines[1:]:
            before = joined[-1]
            if before[-1] in "-\u2010" and before[-2:-1].strip("- ") and line[0].isalnum():
                joined[-1] = self._whole(before, line)
            else:
                joined.append(" ")
            joined.append(line)
        return "".join(joined)

    def _whole(self, before: str, after: str) -> str:
        """The line before, without its hyphen where that only broke a word."""
        first = _BROKEN.search(before[-_LONGEST:])
        second = _CONTINUED.match(after[:_LONGEST])
        if first is None or second is None:
            return before
        if second[0][0].isupper() and not first[1].isupper():
            return before
        return before[:-1] if self._only_broken(first[1].lower(), second[0].lower()) else before

    def _only_broken(self, first: str, second: str) -> bool:
        if f"{first}-{second}" in self._words():
            return False
        compound = first in _halves("first") or second in _halves("last")
        return first + second in self._words() or not compound

    def _words(self) -> frozenset[str]:
        if self._known is None:
            self._known = frozenset(m[0].lower() for m in _WORD.finditer(self._text))
        return self._known


@cache
def _halves(side: str) -> frozenset[str]:
    return words("hyphens", side)
