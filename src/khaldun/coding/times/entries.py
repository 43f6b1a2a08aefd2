"""Texts of several days: posts, logs and diaries whose entries each stand under a date line."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from khaldun.coding.draft import Draft, Entry
from khaldun.coding.syntax import Syntax, Word
from khaldun.coding.times.expression import Expression
from khaldun.record import Publication, PublicationBasis, Span

_LEAST = 2  # date lines that make a text one of entries
_LONGEST = 5  # words that may stand before the date of such a line: who posts, "Day 12"
_SET_APART = "·•|,–—-:(@#/"


def entries_of(syntax: Syntax, expressions: Sequence[Expression]) -> tuple[Entry, ...]:
    """The entries of a text in their order, none where it has fewer than two date lines."""
    found = tuple(_entries(syntax, expressions))
    return found if len(found) >= _LEAST else ()


def seen_from(draft: Draft, word: Word) -> Draft:
    """The draft as the entry of a word was written, on its own day and with its own dates."""
    place = bisect_right(draft.entries, word.index, key=lambda e: e.first)
    if not place:
        return draft
    entry = draft.entries[place - 1]
    return replace(draft, published=entry.published, time_ids=entry.time_ids)


def with_times(entries: Sequence[Entry], ids: dict[int, str]) -> tuple[Entry, ...]:
    """The entries, each with the times that its words belong to."""
    own: list[dict[int, str]] = [{} for _ in entries]
    for index, identifier in ids.items():
        place = bisect_right(entries, index, key=lambda e: e.first)
        if place:
            own[place - 1][index] = identifier
    return tuple(replace(e, time_ids=o) for e, o in zip(entries, own, strict=True))


def _entries(syntax: Syntax, expressions: Sequence[Expression]) -> Iterator[Entry]:
    starts = [w.start for w in syntax.words]
    lines = (e for e in expressions if _is_date_line(syntax.text, e))
    for published in published_on(syntax.text, lines):
        yield Entry(first=bisect_right(starts, _end_of(published)), published=published)


def published_on(text: str, expressions: Iterable[Expression]) -> Iterator[Publication]:
    """The publications of the days that expressions name in full."""
    for expression in expressions:
        day = _day_of(expression)
        if day is not None:
            span = Span.of(text, expression.start, expression.end)
            basis = PublicationBasis.DATELINE
            yield Publication(earliest=day, latest=day, basis=basis, span=span)


def _end_of(published: Publication) -> int:
    return published.span.end if published.span is not None else 0


def _day_of(expression: Expression) -> date | None:
    phrase = expression.phrase
    if phrase.year is None or phrase.month is None or phrase.day is None or phrase.until_day:
        return None
    try:
        return date(phrase.year, phrase.month, phrase.day)
    except ValueError:
        return None


def _is_date_line(text: str, expression: Expression) -> bool:
    """Whether the date closes a line of its own, behind no more than a name set apart."""
    start = text.rfind("\n", 0, expression.start) + 1
    end = text.find("\n", expression.end)
    behind = text[expression.end : end if end >= 0 else len(text)]
    before = text[start : expression.start].rstrip()
    apart = not before or before[-1] in _SET_APART
    return apart and not re.search(r"\w", behind) and len(before.split()) <= _LONGEST
