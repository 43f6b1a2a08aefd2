"""Speakers' names before what they say in a printed interview or debate."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from khaldun.record import Segment

_LEAST = 3  # turns that make an interview or a debate
_MOST = 60
# "Mr. Adan Farah (Beledweyne):", "The Secretary of State for Defence:", "THE PRESIDENT:".
_NAME = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?:,? +(?:[A-Z][\w.'’-]*|of|the|for|and|de|del|bin|ibn|van)){0,8})"
    r"(?: +\([^()\n]{2,40}\))?(?P<colon>:)\s+(?=\S)"
)


def parted(text: str, pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces, with the speaker's name of each turn as a piece of its own.

    It takes three turns, and somebody who speaks more than once.
    """
    names = [_NAME.match(text, p.start, min(p.end, p.start + _MOST + 1)) for p in pieces]
    last = Counter(n["name"].rsplit(None, 1)[-1] for n in names if n is not None)
    if last.total() < _LEAST or max(last.values()) < 2 or len(last) < 2:
        return list(pieces)
    return [part for p, n in zip(pieces, names, strict=True) for part in _parts(p, n)]


def _parts(piece: Segment, name: re.Match[str] | None) -> Iterator[Segment]:
    if name is None:
        yield piece
        return
    yield replace(piece, end=name.start("colon"))
    yield replace(piece, start=name.end())
