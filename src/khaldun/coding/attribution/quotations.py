"""Quotations: what stands between quotation marks, across sentences and paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from khaldun.coding.syntax import Syntax, Word

_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_STRAIGHT = frozenset({'"'})
_MARKS = _OPENING | _CLOSING | _STRAIGHT
OPENING = _OPENING | _STRAIGHT
"""The marks that can open a quotation."""
_UTTERANCE = 4
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Index of the opening and of the closing mark (or of the last word where none closes)."""

    first: int
    last: int
    utterance: bool


def quotations(syntax: Syntax) -> tuple[Quotation, ...]:
    """All quotations in text order; marks that pair with nothing are passed over.

    An utterance is long enough to be somebody's sentence and has a verb; the others are
    quoted phrases.
    """
    found: list[Quotation] = []
    opened: Word | None = None
    for mark in (w for w in syntax.words if w.text in _MARKS):
        if opened is not None and _breaks_off(syntax, opened, mark):
            found.extend(_quotation(syntax, opened, syntax.sentences[opened.sentence].words[-1]))
            opened = None
        if opened is None:
            opened = mark if _opens(syntax, mark) else None
        elif mark.text in _OPENING:
            found.extend(_quotation(syntax, opened, syntax.words[mark.index - 1]))
            opened = mark
        else:
            found.extend(_quotation(syntax, opened, mark))
            opened = None
    return tuple(found)


def _breaks_off(syntax: Syntax, opened: Word, mark: Word) -> bool:
    """Whether a mark that should close stands too far off, or in another paragraph."""
    here, there = syntax.sentences[opened.sentence], syntax.sentences[mark.sentence]
    return here.paragraph != there.paragraph or mark.index - opened.index > _LONGEST


def _opens(syntax: Syntax, mark: Word) -> bool:
    if mark.text in _OPENING:
        return True
    if mark.text in _CLOSING and not _spaced(syntax.text, mark):
        return False
    following = syntax.text[mark.end : mark.end + 1]
    return bool(following) and (not following.isspace() or _spaced(syntax.text, mark))


def _spaced(text: str, mark: Word) -> bool:
    """Whether the mark stands free, as in tokenised text, where it may open or close."""
    return mark.start == 0 or text[mark.start - 1].isspace()


def _quotation(syntax: Syntax, opened: Word, closed: Word) -> Iterator[Quotation]:
    inside = syntax.words[opened.index + 1 : closed.index + (closed.text not in _MARKS)]
    if inside:
        yield Quotation(
            first=opened.index,
            last=closed.index,
            utterance=len(inside) >= _UTTERANCE and any(w.pos in ("VERB", "AUX") for w in inside),
        )
