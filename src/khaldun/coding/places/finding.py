"""Which words of a document name a place.

A name is the longest run of words that the gazetteer knows, unless what stands around it makes
it part of another name ("Lincoln Police", "George Washington"). A name that the gazetteer does
not know is one where a kind word or a preposition says so ("the village of Tell Zaqa").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.syntax import Sentence, Syntax, Word
from khaldun.gazetteer import Match, PlaceKind, gazetteer

LONGEST_NAME = 6
# About thirty thousand people: smaller places need a sign that they are one.
WELL_KNOWN = 4.5
FAMOUS = 6.0
_CLOSED_CLASS = frozenset({"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PUNCT", "PART", "INTJ"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A place name in the text: its words, the name to look up, and the kind it is said to be."""

    words: tuple[Word, ...]
    name: str
    kind: PlaceKind | None
    matches: tuple[Match, ...]

    @property
    def head(self) -> Word:
        """The word of the name that hangs on a word outside it; its last one in doubt."""
        inside = set(map(id, self.words))
        for word in reversed(self.words):
            if id(word.head) not in inside or word.is_root:
                return word
        return self.words[-1]


def find_names(syntax: Syntax) -> list[FoundName]:
    """The place names of a document in text order, none overlapping another."""
    return [name for sentence in syntax.sentences for name in _Finder(syntax, sentence).names()]


class _Finder:
    """Goes through one sentence."""

    def __init__(self, syntax: Syntax, sentence: Sentence) -> None:
        self.syntax = syntax
        self.words = sentence.words
        self.lexicon = place_lexicon()
        self.shouted = _is_title_case(sentence.words)

    def names(self) -> Iterator[FoundName]:
        position = 0
        while position < len(self.words):
            found = self._name_at(position) if self._may_start(position) else None
            if found is None:
                position += 1
                continue
            end, name = found
            if name is not None:
                yield name
            position = end

    def _may_start(self, position: int) -> bool:
        word = self.words[position]
        if word.text[:1].isupper():
            return word.pos not in _CLOSED_CLASS or word.text in ("Al", "El")
        follows = self.words[position + 1 : position + 3]
        return (
            word.lower in ("al", "el", "as", "ash", "ar", "at", "an", "ad", "az")
            and len(follows) == 2
            and follows[0].text == "-"
            and follows[1].text[:1].isupper()
        )

    def _name_at(self, start: int) -> tuple[int, FoundName | None] | None:
        """The name that starts here and where it ends; None for it if it is another's name."""
        longest = min(start + LONGEST_NAME, len(self.words))
        for end in range(longest, start, -1):
            if not self._may_be_name(start, end):
                continue
            matches = gazetteer().matches(self._text(start, end))
            if matches:
                return self._judge(start, end, matches)
        return self._unknown(start)

    def _may_be_name(self, start: int, end: int) -> bool:
        last = self.words[end - 1]
        if not (last.text[:1].isupper() or last.text[:1] in "'’‘ʻ" or last.lower == "city"):
            return False
        return all(self._joins(word) for word in self.words[start + 1 : end - 1])

    def _joins(self, word: Word) -> bool:
        """Whether a word can stand inside a name."""
        first = word.text[:1]
        return first.isupper() or first in "-'’‘.–&" or word.lower in self.lexicon.inner

    def _text(self, start: int, end: int) -> str:
        first, last = self.words[start], self.words[end - 1]
        return self.syntax.text[first.start : last.end]

    def _judge(
        self, start: int, end: int, matches: tuple[Match, ...]
    ) -> tuple[int, FoundName | None]:
        words = self.words[start:end]
        kind, stop = self._kind_around(start, end)
        if self._is_place(start, end, matches, kind):
            name = self._text(start, end)
            longer = gazetteer().matches(self._text(start, stop)) if stop > end else ()
            return stop, FoundName(
                words=tuple(self.words[start:stop]), name=name, kind=kind, matches=longer or matches
            )
        return max(end, start + len(words)), None

    def _kind_around(self, start: int, end: int) -> tuple[PlaceKind | None, int]:
        """The kind that the words around a name say, and where the name ends with them.

        A capitalised kind word is part of the name, one in lower case is not.
        """
        kinds = self.lexicon.kind_words
        if end < len(self.words):
            after = self.words[end]
            kind = kinds.get(after.lower)
            if kind is not None and after.pos in ("NOUN", "PROPN"):
                capital = after.text[0].isupper() and not self.shouted
                return kind, end + 1 if capital else end
        before = self.words[max(0, start - 2) : start]
        if len(before) == 2 and before[1].lower == "of" and before[0].lower in kinds:
            return kinds[before[0].lower], end
        if before and before[-1].lower in kinds and before[-1].text.islower():
            return kinds[before[-1].lower], end
        return None, end

    def _is_place(
        self, start: int, end: int, matches: Sequence[Match], kind: PlaceKind | None
    ) -> bool:
        words = self.words[start:end]
        best = max(m.entry.rank + m.usual - 1 for m in matches)
        if kind is None and self._is_part_of_other(start, end):
            return False
        if len(words) == 1 and self._is_ordinary(words[0], kind):
            return False
        labels = {w.entity for w in words}
        located = kind is not None or self._is_located(start, end)
        if located or labels & _PLACE_LABELS:
            return located or best >= 2 or "PERSON" not in labels
        if labels & {"PERSON", "NORP", "ORG"}:
            return best >= FAMOUS + 2 * ("PERSON" in labels)
        return best >= WELL_KNOWN and any(w.pos == "PROPN" for w in words)

    def _is_ordinary(self, word: Word, kind: PlaceKind | None) -> bool:
        if word.lower in self.lexicon.common_words and word.text not in ("US", "UK"):
            return True
        if word.pos in ("PROPN", "X") or word.entity in _PLACE_LABELS:
            return False
        return kind is None and not self.shouted

    def _is_part_of_other(self, start: int, end: int) -> bool:
        """Whether the capitalised words beside a name make it part of a longer, other name."""
        if self.shouted:
            return False
        after = self.words[end] if end < len(self.words) else None
        if after is not None and self._continues(after):
            return True
        if start == 0:
            return False
        before = self.words[start - 1]
        if before.lower in self.lexicon.titles and before.text[0].isupper():
            return True
        return self._belongs_before(start)

    def _continues(self, after: Word) -> bool:
        if not after.text[:1].isupper() or after.pos not in ("PROPN", "NOUN"):
            return False
        if after.lower in self.lexicon.others:
            return True
        if after.entity in _PLACE_LABELS or after.entity in ("DATE", "TIME", "NORP"):
            return False
        return after.lower not in self.lexicon.titles

    def _belongs_before(self, start: int) -> bool:
        before = self.words[start - 1]
        if not before.text[:1].isupper() or before.pos != "PROPN":
            return before.text in ("&",)
        if before.lower in self.lexicon.directions or before.entity in _PLACE_LABELS:
            return False
        return before.entity not in ("DATE", "TIME", "NORP") or before.entity == "PERSON"

    def _is_located(self, start: int, end: int) -> bool:
        """Whether a preposition or another place says that this is a place."""
        head = self.words[end - 1]
        if start and self.words[start - 1].lower in self.lexicon.unknown_after:
            return True
        if head.dep == "pobj" and head.head.lower in self.lexicon.unknown_after:
            return True
        follows = self.words[end : end + 2]
        if len(follows) == 2 and follows[0].text == "," and follows[1].text[:1].isupper():
            return (
                any(m.entry.rank >= FAMOUS for m in gazetteer().matches(self._text_after(end + 1)))
                or follows[1].lower.replace(".", "") in self.lexicon.abbreviations
            )
        return False

    def _text_after(self, start: int) -> str:
        end = start
        while end < len(self.words) and self.words[end].text[:1].isupper() and end < start + 3:
            end += 1
        return self._text(start, end)

    def _unknown(self, start: int) -> tuple[int, FoundName | None] | None:
        """A name that only the words around it show to be a place's."""
        end = self._run_end(start)
        words = self.words[start:end]
        if not words or len(words) > LONGEST_NAME:
            return None
        kind, stop = self._kind_around(start, end)
        if kind is None and words[-1].lower in self.lexicon.kind_words and len(words) > 1:
            kind = self.lexicon.kind_words[words[-1].lower]
            if words[-1].lower in self.lexicon.others:
                return None
        if kind is None and not self._is_unknown_place(start, words):
            return None
        if len(words) == 1 and self._is_ordinary(words[0], kind):
            return None
        return stop, FoundName(
            words=tuple(self.words[start:stop]), name=self._text(start, end), kind=kind, matches=()
        )

    def _run_end(self, start: int) -> int:
        end = start
        while end < len(self.words):
            word = self.words[end]
            if not (word.text[:1].isupper() and word.pos not in _CLOSED_CLASS) and not (
                word.text == "-" or word.lower in ("al", "el")
            ):
                break
            end += 1
        while end > start and not self.words[end - 1].text[:1].isupper():
            end -= 1
        return end

    def _is_unknown_place(self, start: int, words: Sequence[Word]) -> bool:
        before = self.words[start - 1] if start else None
        if before is None or before.lower not in self.lexicon.unknown_after:
            return False
        return all(w.entity in _PLACE_LABELS for w in words)


def _is_title_case(words: Sequence[Word]) -> bool:
    """Whether a sentence is a headline in which most words are capitalised."""
    longer = [w for w in words if len(w.text) > 3 and w.text.isalpha()]
    capital = sum(w.text[0].isupper() for w in longer)
    return len(longer) >= 4 and capital >= 0.8 * len(longer)
