"""Finding the time expressions of a text, parsed or bare."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from khaldun.coding.syntax import Sentence, Syntax, Word
from khaldun.coding.times.anchor import Direction
from khaldun.coding.times.expression import Expression
from khaldun.coding.times.grammar import Match, matches
from khaldun.coding.times.hints import (
    Hints,
    direction_of,
    hints_from,
    is_aside,
    is_behind,
    is_of_saying,
)
from khaldun.coding.times.lookalikes import is_lookalike
from khaldun.coding.times.phrase import phrase_of
from khaldun.coding.times.tokens import Token, is_a, tokenize

# Dates within so many characters of its start set the time of a paragraph: "In early May 2008,".
_OPENING = 25
# A line that is shorter, or ends a sentence, ends a paragraph; others are wrapped.
_SHORT_LINE = 50
# No expression hangs together over more words.
_MOST_STEPS = 12
_ENDS = tuple('.!?:"”’)]')
_BEFORE_CHRIST = re.compile(r"\d\s?(?:BCE?\b|B\.\s?C\.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """A text, where its paragraphs start, and what its syntax hints at.

    With `ancient`, it gives years before Christ: there "in 241" is a year.
    """

    text: str
    starts: tuple[int, ...]
    hints: Hints
    ancient: bool

    @classmethod
    def of(cls, text: str, hints: Hints) -> "_Layout":
        starts, position = [0], 0
        for line in text.splitlines(keepends=True):
            position += len(line)
            if len(line) < _SHORT_LINE or line.rstrip().endswith(_ENDS):
                starts.append(position)
        ancient = _BEFORE_CHRIST.search(text) is not None
        return cls(text=text, starts=tuple(starts), hints=hints, ancient=ancient)


def in_syntax(syntax: Syntax) -> list[Expression]:
    """The expressions of a parsed document, in text order."""
    layout = _Layout.of(syntax.text, hints_from(syntax.words))
    return [
        expression
        for sentences in _paragraphs(syntax)
        for expression in _in_paragraph(layout, sentences)
    ]


def in_text(text: str) -> list[Expression]:
    """The expressions of a text without syntax, as one sentence."""
    layout = _Layout.of(text, Hints())
    tokens = tokenize(text, 0, len(text))
    return [_expression(m, tokens, layout, 0) for m in _times(tokens, layout)]


def _paragraphs(syntax: Syntax) -> Iterator[list[Sentence]]:
    for _, sentences in groupby(syntax.sentences, key=lambda s: s.paragraph):
        yield list(sentences)


def _in_paragraph(layout: _Layout, sentences: Sequence[Sentence]) -> Iterator[Expression]:
    start, end = sentences[0].start, sentences[-1].end
    tokens = tokenize(layout.text, start, end, verbs=layout.hints.verbs)
    place = 0
    for match in _times(tokens, layout):
        while place + 1 < len(sentences) and sentences[place].end <= tokens[match.first].start:
            place += 1
        yield _expression(match, tokens, layout, sentences[place].index)


def _times(tokens: Sequence[Token], layout: _Layout) -> Iterator[Match]:
    for match in matches(tokens):
        known = match.kind != "ancient" or layout.ancient
        if known and not is_lookalike(match, tokens, layout.hints):
            yield match


def _expression(
    match: Match, tokens: Sequence[Token], layout: _Layout, sentence: int
) -> Expression:
    first = match.first + _stray_article(match, tokens)
    start = tokens[first].start
    paragraph = bisect_right(layout.starts, start) - 1
    words = layout.hints.words
    word = next((words[t.start] for t in tokens[first : match.last + 1] if t.start in words), None)
    head = _head(word, tokens[match.last].end) if word is not None else None
    return Expression(
        start=start,
        end=tokens[match.last].end,
        phrase=phrase_of(match),
        paragraph=paragraph,
        sentence=sentence,
        direction=direction_of(word) if word else Direction.NEAREST,
        aside=head is not None and is_aside(head),
        # "By May they had fled" goes on from what was told, "in May they had fled" back.
        behind=head is not None and tokens[first - 1].lower != "by" and is_behind(head),
        saying=head is not None and is_of_saying(head),
        leading=tokens[first - 1].lower if first else "",
        opening=start - layout.starts[paragraph] <= _OPENING,
    )


def _head(word: Word, end: int) -> Word:
    """The head of the expression that begins with `word` and ends at `end`."""
    for above in islice(word.ancestors(), _MOST_STEPS):
        if not word.start <= above.start < end:
            break
        word = above
    return word


def _stray_article(match: Match, tokens: Sequence[Token]) -> int:
    """1 where the article belongs to a later noun: "a years-long war"."""
    number, unit = match.token("N"), match.token("U")
    stray = number is not None and number.lower in ("a", "an") and unit is not None
    return int(stray and tokens[match.first] is number and is_a(unit, "PLURAL"))
