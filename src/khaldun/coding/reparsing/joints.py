"""Where a sentence has a second one beside the first: "X fled, and Y, …", "X fled; Y held"."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.reparsing.inserts import RELATIVES, SPOKEN, speaks

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_VERBS = SPOKEN | RELATIVES | {"VB", "VBG", "VBN", "TO"}
_MARKS = (",", ";", ":", "--", "–", "—")
_SUBJECT = 14  # words among which the verb of a clause is looked for
_LEAST = 4  # words of a clause


@dataclass(frozen=True, slots=True)
class Joint:
    """The mark that ends a clause, and where the next one opens, behind its conjunction."""

    mark: int
    opening: int


def joints(words: Sequence["Word"], inside: Set[int]) -> tuple[Joint, ...]:
    """The joints of one sentence; the positions `inside` belong to inserts."""
    found, length, quoted = list[Joint](), 0, False
    finite = listed = False
    if _ends_with_speaker(words):
        return ()
    for position, word in enumerate(words):
        quoted ^= word.text in ('"', "“", "”")
        if position in inside or quoted:
            continue
        opening = _opening(words, position)
        whole = finite and not listed and length >= _LEAST
        if opening is not None and whole and _opens(words, opening, inside):
            found.append(Joint(position, opening))
            length, finite, listed = 0, False, False
        length += 1
        finite |= word.tag in SPOKEN
        # Behind "A, B" what follows "and" may be the last of a list.
        listed = word.text == "," or (listed and word.tag not in SPOKEN)
    return tuple(found)


def _ends_with_speaker(words: Sequence["Word"]) -> bool:
    """Whether all of it is what somebody says: "X fled, and Y held, residents say"."""
    comma = next((n for n in range(len(words) - 1, 0, -1) if words[n].text == ","), 0)
    return bool(comma) and speaks(words[comma + 1 :])


def _opening(words: Sequence["Word"], position: int) -> int | None:
    """Where a clause would open if the word at `position` were a joint."""
    mark, rest = words[position].text, words[position + 1 : position + 3]
    linked = bool(rest) and rest[0].lower in words_of("reparsing", "linking")
    if mark == ";":
        return position + 1 + linked
    return position + 2 if mark == "," and linked else None


def _opens(words: Sequence["Word"], opening: int, inside: Set[int]) -> bool:
    """Whether a noun and then a finite verb follow, without a mark or another clause between."""
    named, seen = False, 0
    for position in range(opening, len(words)):
        word = words[position]
        if position in inside:
            continue
        seen += 1
        if seen > _SUBJECT or word.text in _MARKS or word.tag in RELATIVES:
            return False
        if word.tag in SPOKEN:
            return named
        subordinate = word.tag == "IN" and word.lower in words_of("reparsing", "subordinating")
        if subordinate or (seen == 1 and word.tag in _VERBS):
            return False
        named |= word.pos in _NOMINAL
    return False
