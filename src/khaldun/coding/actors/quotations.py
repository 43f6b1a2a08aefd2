"""Direct quotes, and who speaks them: "I" and "we" inside are theirs, "he" is somebody else."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from khaldun.coding.mentions.nouns import lexicon
from khaldun.coding.syntax import Syntax, Word

_EITHER = frozenset({'"', "''", "``"})
_OPENING = frozenset({"“", "‘", "«", "„"})
_CLOSING = frozenset({"”", "»"})
_ENDS = frozenset({".", "!", "?", ":", ";"})
_GOES_ON = frozenset({",", "!", "?", "—", "–", "-"})
_SUBJECTS = ("nsubj", "nsubjpass")
_REACH = 20  # words of the clause that names the speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A direct quote: the indices of its marks, and the subject of the verb that reports it.

    `speaker` is None where no verb of saying stands beside it; `before` is the quote before it in
    its paragraph.
    """

    first: int
    last: int
    speaker: Word | None
    before: "Quotation | None" = None


class Quotations:
    """The direct quotes of a document, in text order."""

    def __init__(self, syntax: Syntax) -> None:
        self._found = list(_find(syntax))
        self._firsts = [q.first for q in self._found]
        self._of_speaker = {q.speaker.index: q for q in self._found if q.speaker is not None}

    def at(self, index: int) -> Quotation | None:
        """The quote in which the word with this index stands."""
        position = bisect_right(self._firsts, index) - 1
        found = self._found[position] if position >= 0 else None
        return found if found is not None and index <= found.last else None

    def spoken_by(self, word: Word) -> Quotation | None:
        """The quote of which `word` is the speaker."""
        return self._of_speaker.get(word.index)


def _find(syntax: Syntax) -> Iterator[Quotation]:
    for _, group in groupby(syntax.sentences, key=lambda s: s.paragraph):
        words = [w for sentence in group for w in sentence.words]
        before: Quotation | None = None
        marks = list(_marks(words))
        for number, (first, last) in enumerate(marks):
            end = marks[number + 1][0] if number + 1 < len(marks) else len(words)
            start = marks[number - 1][1] + 1 if number else 0
            speaker = _after(words, first, last, end) or _before(words, start, first)
            before = Quotation(
                first=words[first].index, last=words[last].index, speaker=speaker, before=before
            )
            yield before


def _marks(words: list[Word]) -> Iterator[tuple[int, int]]:
    """The positions of the marks of each quote of a paragraph; one left open runs to its end."""
    opened: int | None = None
    for position, word in enumerate(words):
        if opened is None:
            if word.text in _EITHER or word.text in _OPENING:
                opened = position
        elif word.text in _EITHER or word.text in _CLOSING or _closes(word, words[opened]):
            yield opened, position
            opened = None
    if opened == 0:
        yield opened, len(words) - 1


def _closes(word: Word, opening: Word) -> bool:
    return opening.text == "‘" and word.text == "’" and word.tag != "POS"


def _after(words: list[Word], first: int, last: int, end: int) -> Word | None:
    """The speaker in what follows: '…," X said', '…?" said X'."""
    following = words[last + 1].text if last + 1 < len(words) else ""
    goes_on = words[last - 1].text in _GOES_ON or following in _GOES_ON
    if not goes_on or last - first < 2:
        return None
    for position in range(last + 1, min(last + _REACH, end)):
        if words[position].text in _ENDS:
            return None
        verb = words[position]
        speaker = _speaker(verb, first=words[first].index, last=words[last].index)
        if speaker is not None:
            return speaker
        if position == last + 1 and verb.pos == "VERB":
            return verb.child("dobj")  # '…?" asked X', which the parser takes for an object
    return None


def _before(words: list[Word], start: int, first: int) -> Word | None:
    """The speaker in what stands before: 'X said: "…', 'X said that "…'."""
    for position in range(first - 1, max(start, first - _REACH) - 1, -1):
        if words[position].text in _ENDS and position < first - 1:
            return None
        speaker = _speaker(words[position], first=words[first].index, last=words[first].index)
        if speaker is not None:
            return speaker
    return None


def _speaker(verb: Word, *, first: int, last: int) -> Word | None:
    """The subject of a verb of saying, unless it stands within the quote."""
    if verb.pos != "VERB" or not lexicon().has("speech_verbs", verb.lemma):
        return None
    subject = verb.child(*_SUBJECTS)
    inside = subject is not None and first <= subject.index <= last
    return None if inside else subject
