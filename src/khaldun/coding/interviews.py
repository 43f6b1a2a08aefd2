"""Interviews printed as questions and answers: which paragraphs the one who is asked speaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from khaldun.coding.syntax import Sentence, Syntax
from khaldun.record import Span

_LABEL = re.compile(r"(?:Q|A|Question|Answer)\s?[:.]$")
_LEAST = 2  # questions, and answers, that make an interview


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A paragraph that the one who is asked speaks: its first and last word, and its label."""

    first: int
    last: int
    label: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The answers of an interview, and the index of the first word behind its introduction."""

    opening: int
    answers: tuple[Answer, ...]

    def is_answered_at(self, index: int) -> bool:
        """Whether the word with this index is spoken in an answer."""
        return any(a.first <= index <= a.last for a in self.answers)


def interview_in(syntax: Syntax) -> Interview | None:
    """The interview that a text is, None where it has no questions and answers in turn."""
    labelled = list(_labelled(syntax))
    answers = [(s, label) for s, label in labelled if label.quote.startswith("A")]
    if min(len(answers), len(labelled) - len(answers)) < _LEAST:
        return None
    return Interview(
        opening=labelled[0][0].words[0].index,
        answers=tuple(
            Answer(first=s.words[0].index, last=_end_of_paragraph(syntax, s), label=label)
            for s, label in answers
        ),
    )


def _labelled(syntax: Syntax) -> Iterator[tuple[Sentence, Span]]:
    """The first sentence of each paragraph that opens with a label, with the label."""
    paragraph = -1
    for sentence in syntax.sentences:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        start = max(syntax.text.rfind("\n", 0, sentence.start) + 1, 0)
        label = syntax.text[start : sentence.start].rstrip()
        if _LABEL.match(label):
            yield sentence, Span.of(syntax.text, start, start + len(label))


def _end_of_paragraph(syntax: Syntax, opening: Sentence) -> int:
    last = opening
    for sentence in syntax.sentences[opening.index :]:
        if sentence.paragraph != opening.paragraph:
            break
        last = sentence
    return last.words[-1].index
