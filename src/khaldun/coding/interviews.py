"""Interviews and debates printed in turns: which paragraphs who speaks.

The turns are questions and answers ("Q:", "A:"), or stand behind the speakers' names.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from khaldun.coding.syntax import Sentence, Syntax, Word
from khaldun.record import Span

_LABEL = re.compile(r"(?:Q|A|Question|Answer)\s?[:.]$")
_LEAST = 2  # questions, and answers, that make an interview


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody speaks: its first and last word, and its label.

    `speaker` heads the name that the label gives; of an "A:" it is the one who is asked.
    """

    first: int
    last: int
    label: Span
    speaker: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The answers of an interview, and the index of the first word behind its introduction."""

    opening: int
    answers: tuple[Answer, ...]

    def is_answered_at(self, index: int) -> bool:
        """Whether the word with this index is spoken in an answer."""
        return self.answer_at(index) is not None

    def answer_at(self, index: int) -> Answer | None:
        """The answer in which the word with this index is spoken."""
        place = bisect_right(self.answers, index, key=lambda a: a.first)
        answer = self.answers[place - 1] if place else None
        return answer if answer is not None and index <= answer.last else None


def interview_in(syntax: Syntax) -> Interview | None:
    """The interview that a text is, None where nobody speaks in turn."""
    return _of_questions(syntax) or _of_names(syntax)


def _of_questions(syntax: Syntax) -> Interview | None:
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


def _of_names(syntax: Syntax) -> Interview | None:
    """The turns behind names, each up to the next name."""
    named = list(_named(syntax))
    if not named:
        return None
    ends = [label.words[0].index - 1 for label, _ in named[1:]] + [syntax.words[-1].index]
    return Interview(
        opening=named[0][0].words[0].index,
        answers=tuple(
            Answer(
                first=said.words[0].index,
                last=end,
                label=Span.of(syntax.text, label.start, syntax.text.index(":", label.end) + 1),
                speaker=label.root,
            )
            for (label, said), end in zip(named, ends, strict=True)
        ),
    )


def _named(syntax: Syntax) -> Iterator[tuple[Sentence, Sentence]]:
    """The names that `syntax` parts from what is said behind them, each with its first sentence."""
    for label, said in pairwise(syntax.sentences):
        between = syntax.text[label.end : said.start]
        if label.paragraph != said.paragraph and between.rstrip() == ":" and "\n" not in between:
            yield label, said


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
