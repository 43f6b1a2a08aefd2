"""Finding the time expressions of a text, parsed or bare."""

from collections.abc import Iterator, Sequence

from khaldun.coding.syntax import Sentence, Syntax
from khaldun.coding.times.anchor import Direction
from khaldun.coding.times.grammar import Match, matches
from khaldun.coding.times.hints import Hints, direction_of, hints_from
from khaldun.coding.times.lookalikes import is_lookalike
from khaldun.coding.times.narrative import Expression
from khaldun.coding.times.phrase import phrase_of
from khaldun.coding.times.tokens import Token, is_a, tokenize


def in_syntax(syntax: Syntax) -> list[Expression]:
    """The expressions of a parsed document, in text order."""
    hints = hints_from(syntax.words)
    return [
        expression
        for sentences in _paragraphs(syntax)
        for expression in _in_paragraph(syntax.text, sentences, hints)
    ]


def in_text(text: str) -> list[Expression]:
    """The expressions of a text without syntax, as one paragraph."""
    hints = Hints()
    tokens = tokenize(text, 0, len(text))
    return [_expression(m, tokens, hints, (0, 0)) for m in _times(tokens, hints)]


def _paragraphs(syntax: Syntax) -> Iterator[list[Sentence]]:
    paragraph: list[Sentence] = []
    for sentence in syntax.sentences:
        if paragraph and sentence.paragraph != paragraph[0].paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _in_paragraph(text: str, sentences: Sequence[Sentence], hints: Hints) -> Iterator[Expression]:
    start, end = sentences[0].start, sentences[-1].end
    tokens = tokenize(text, start, end, verbs=hints.verbs)
    place = 0
    for match in _times(tokens, hints):
        while place + 1 < len(sentences) and sentences[place].end <= tokens[match.first].start:
            place += 1
        at = (sentences[place].paragraph, sentences[place].index)
        yield _expression(match, tokens, hints, at)


def _times(tokens: Sequence[Token], hints: Hints) -> Iterator[Match]:
    for match in matches(tokens):
        if not is_lookalike(match, tokens, hints):
            yield match


def _expression(
    match: Match, tokens: Sequence[Token], hints: Hints, at: tuple[int, int]
) -> Expression:
    first = match.first + _stray_article(match, tokens)
    start, end = tokens[first].start, tokens[match.last].end
    word = next(
        (hints.words[t.start] for t in tokens[first : match.last + 1] if t.start in hints.words),
        None,
    )
    leading = tokens[first - 1].lower if first else ""
    return Expression(
        start=start,
        end=end,
        phrase=phrase_of(match),
        paragraph=at[0],
        sentence=at[1],
        direction=direction_of(word) if word else Direction.NEAREST,
        leading=leading,
    )


def _stray_article(match: Match, tokens: Sequence[Token]) -> int:
    """1 where the article belongs to a later noun: "a years-long war"."""
    number, unit = match.token("N"), match.token("U")
    stray = number is not None and number.lower in ("a", "an") and unit is not None
    return int(stray and tokens[match.first] is number and is_a(unit, "PLURAL"))
