"""What stands between two marks and may be taken out, so that a sentence is still one.

"The front, which Chad backs, took Tavo": relative clauses, participles, adjuncts, appositions and
"the army said" between commas, and whatever stands in brackets or between dashes. Words are
looked at as they follow each other; the tree of a long sentence is what is in doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.mending.tree import FINITE

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
SPOKEN = FINITE | {"MD"}
_QUESTIONS = frozenset({"when", "why", "how", "what"})
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_LONGEST, _LONGEST_BARE, _LONGEST_SPEAKER = 22, 15, 7  # words, the first mark among them
_PAIR = 2
_ADVERBS = 4  # between an insert and the verb behind it


class Kind(StrEnum):
    """What an insert is, named by how it hangs on the word before it."""

    RELATIVE = "relcl"
    PARTICIPLE = "acl"
    ADJUNCT = "prep"
    APPOSITION = "appos"
    SPEAKER = "parataxis"
    BRACKET = "dep"


@dataclass(frozen=True, slots=True)
class Insert:
    """A stretch of a sentence: the positions of its two marks, and what stands between them."""

    opening: int
    closing: int
    kind: Kind


def inserts(words: Sequence["Word"]) -> tuple[Insert, ...]:
    """The inserts of one sentence, in text order; none lies in another."""
    found, free = list[Insert](), 1
    marks = [*_bracketed(words), *_between_commas(words)]
    for insert in sorted(marks, key=lambda i: (i.opening, -i.closing)):
        if insert.opening >= free:
            found.append(insert)
            free = insert.closing
    return tuple(found)


def _bracketed(words: Sequence["Word"]) -> Iterator[Insert]:
    opened = None
    for position, word in enumerate(words):
        if word.text == "(":
            opened = position
        elif word.text == ")" and opened is not None:
            yield Insert(opened, position, Kind.BRACKET)
            opened = None
    dashes = [n for n, w in enumerate(words) if w.text in ("–", "—")]
    if len(dashes) == _PAIR:
        yield Insert(dashes[0], dashes[1], Kind.BRACKET)


def _between_commas(words: Sequence["Word"]) -> Iterator[Insert]:
    commas = [n for n, w in enumerate(words) if w.text == ","]
    for number, opening in enumerate(commas):
        kind = _kind(words[opening + 1 : opening + 4]) if opening else None
        closings = commas[number + 1 : number + 3 if kind is Kind.RELATIVE else number + 2]
        for closing in closings:
            if kind is not None and _closes(words, opening, closing, kind):
                inner = words[opening + 1 : closing]
                yield Insert(opening, closing, Kind.SPEAKER if speaks(inner) else kind)
                break


def _kind(following: Sequence["Word"]) -> Kind | None:
    """What the first words behind a comma announce."""
    if not following:
        return None
    first, *rest = following
    if first.tag in RELATIVES:
        return None if first.lower in _QUESTIONS else Kind.RELATIVE
    if rest and rest[0].tag in RELATIVES and first.tag == "IN":
        return Kind.RELATIVE  # "in which"
    if rest[1:] and rest[0].lower == "of" and rest[1].tag in RELATIVES:
        return Kind.RELATIVE  # "many of whom"
    if first.tag in ("VBG", "VBN"):
        return Kind.PARTICIPLE
    if first.pos in ("ADP", "SCONJ"):
        return None if _joins_clauses(first) else Kind.ADJUNCT
    nominal = first.pos in ("DET", "ADJ", "ADV", *_NOMINAL)
    return Kind.APPOSITION if nominal or _says(first) else None


def _closes(words: Sequence["Word"], opening: int, closing: int, kind: Kind) -> bool:
    """Whether what was opened ends at this comma, behind which the clause goes on with its verb."""
    inner = words[opening + 1 : closing]
    longest = _LONGEST if kind is Kind.RELATIVE else _LONGEST_BARE
    if len(inner) >= longest or not inner:
        return False
    finite, verb = any(w.tag in SPOKEN for w in inner), verb_at(words, closing + 1)
    behind = words[opening - 1].pos in _NOMINAL
    if verb is not None and kind is Kind.APPOSITION and speaks(inner):
        return True
    if verb is None or finite != (kind is Kind.RELATIVE):
        return False
    if kind is Kind.RELATIVE:
        last = next((n for n in range(closing - 1, opening, -1) if words[n].text == ","), None)
        listed = last is None or words[last + 1].tag == "CC"
        return behind and listed
    listed = kind is Kind.APPOSITION and any(w.tag == "CC" for w in inner)
    return not listed and (behind or kind is Kind.ADJUNCT)


def verb_at(words: Sequence["Word"], position: int) -> "Word | None":
    """The finite verb, or what may be one, that stands there behind nothing but adverbs."""
    for number in range(position, min(position + _ADVERBS, len(words))):
        word = words[number]
        if word.pos != "ADV":
            by = words[number + 1].lower == "by" if number + 1 < len(words) else True
            return word if word.tag in SPOKEN or (word.tag == "VBN" and not by) else None
    return None


def speaks(inner: Sequence["Word"]) -> bool:
    """Whether the words name no more than who says it: "the army said"."""
    finite = [w for w in inner if w.tag in SPOKEN]
    return len(inner) < _LONGEST_SPEAKER and len(finite) == 1 and _says(finite[0])


def _says(word: "Word") -> bool:
    return word.tag in FINITE and word.lemma in words_of("reparsing", "speaking")


def _joins_clauses(word: "Word") -> bool:
    both = ("conceding", "subordinating")
    return word.pos == "SCONJ" and any(word.lower in words_of("reparsing", name) for name in both)
