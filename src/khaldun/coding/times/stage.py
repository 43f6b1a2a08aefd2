"""The stage: fills in the times of a draft, and its publication where that can be known."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from khaldun.coding.draft import Draft, Entry
from khaldun.coding.interviews import interview_in
from khaldun.coding.lexicon.loading import words
from khaldun.coding.publication import Dated, infer_publication
from khaldun.coding.syntax import Syntax
from khaldun.coding.times import recognition
from khaldun.coding.times.anchor import Direction, Reading
from khaldun.coding.times.dateline import printed_publication
from khaldun.coding.times.edtf import edtf_of
from khaldun.coding.times.entries import entries_of, published_on, with_times
from khaldun.coding.times.expression import Expression, Now
from khaldun.coding.times.narrative import (
    DATING_KINDS,
    present_year,
    resolve_all,
    speaks_of_now,
)
from khaldun.record import Place, Publication, PublicationBasis, Span, Time, Timex, TimexType

# South of this latitude the seasons are those of the southern hemisphere.
_TROPICS = -10.0
_PRESENT = frozenset({"VBZ", "VBP"})
# The share of main verbs in the present from which a text is about its own time.
_OF_NOW = 0.2


def run(draft: Draft) -> Draft:
    """Find the time expressions, date the document if nothing else does, and anchor them."""
    expressions = recognition.in_syntax(draft.syntax)
    text = draft.document.text
    published = draft.published or draft.document.published
    if published is None:
        printed = printed_publication(draft.document, present_year(expressions))
        published = printed or _of_interview(draft.syntax, expressions)
        published = published or _of_today(text, expressions)
        published = published or _inferred(text, expressions)
    entries = entries_of(draft.syntax, expressions)
    readings = [
        reading
        for day, own in _by_day(draft.syntax, entries, expressions, published)
        for reading in resolve_all(own, _now(day, draft.syntax), southern=is_southern(draft.places))
    ]
    times = times_of(text, zip(expressions, readings, strict=True))
    ids = _word_ids(draft.syntax, times)
    entries = with_times(entries, ids)
    return replace(draft, published=published, times=times, time_ids=ids, entries=entries)


def _by_day(
    syntax: Syntax,
    entries: Sequence[Entry],
    expressions: Sequence[Expression],
    published: Publication | None,
) -> Iterator[tuple[Publication | None, list[Expression]]]:
    """The expressions by the entry in which they stand, with the day on which it was written."""
    firsts = [syntax.words[e.first].start for e in entries if e.first < len(syntax.words)]
    days = [published, *(e.published for e in entries)]
    for place, own in groupby(expressions, key=lambda e: bisect_right(firsts, e.start)):
        yield days[place], list(own)


def is_southern(places: Iterable[Place]) -> bool:
    """Whether most of what a text tells of lies where December is summer."""
    known = [(len(p.mentions), p.latitude) for p in places if p.latitude is not None]
    south = sum(count for count, latitude in known if latitude < _TROPICS)
    return 2 * south > sum(count for count, _ in known)


def times_of(text: str, resolved: Iterable[tuple[Expression, Reading | None]]) -> tuple[Time, ...]:
    """The records of what was resolved; what no calendar has ("31 June") is no time."""
    times: list[Time] = []
    for expression, reading in resolved:
        if reading is not None:
            span = Span.of(text, expression.start, expression.end)
            times.append(_time(f"t{len(times) + 1}", span, reading))
    return tuple(times)


def _time(identifier: str, span: Span, reading: Reading) -> Time:
    return Time(
        id=identifier,
        span=span,
        timex=Timex(type=reading.type, value=reading.value, mod=reading.mod),
        edtf=edtf_of(reading),
        earliest=reading.first,
        latest=reading.last,
    )


def _now(published: Publication | None, syntax: Syntax) -> Now | None:
    if published is None:
        return None
    return Now(
        earliest=published.earliest,
        latest=published.latest,
        inferred=published.basis is PublicationBasis.INFERRED,
        spoken_of=_is_of_now(syntax),
    )


def _is_of_now(syntax: Syntax) -> bool:
    """Whether the main verbs of many sentences are in the present: commentary, no tale."""
    roots = [w for s in syntax.sentences for w in s.words if w.is_root]
    verbs = [w for w in roots if w.pos in ("VERB", "AUX")]
    present = [v for v in verbs if any(w.tag in _PRESENT for w in (v, *v.children_by("aux")))]
    return len(present) > _OF_NOW * len(verbs)


def _of_interview(syntax: Syntax, expressions: Sequence[Expression]) -> Publication | None:
    """The day on which an interview says that it was held."""
    interview = interview_in(syntax)
    if interview is None:
        return None
    opening = syntax.words[interview.opening].start
    held = (e for e in expressions if e.start < opening and _is_held(syntax, e))
    return next(published_on(syntax.text, held), None)


def _of_today(text: str, expressions: Sequence[Expression]) -> Publication | None:
    """The day that a text says is its own: "issued today, 11 February 2021"."""
    todays = (e for e in expressions if text[: e.start].rstrip(" ,(").lower().endswith("today"))
    return next(published_on(text, todays), None)


def _is_held(syntax: Syntax, expression: Expression) -> bool:
    """Whether its sentence tells of talking: "She spoke to us on 3 May 2015"."""
    spoken = words("times", "interviewing")
    return any(w.lemma in spoken for w in syntax.sentences[expression.sentence].words)


def _inferred(text: str, expressions: Sequence[Expression]) -> Publication | None:
    """The publication that the expressions that need no now imply."""
    readings = resolve_all(expressions, None)
    dated = [
        Dated(
            first=reading.first,
            span=Span.of(text, expression.start, expression.end),
            yearless=expression.phrase.year is None,
            lasting=expression.leading == "since",
        )
        for expression, reading in zip(expressions, readings, strict=True)
        if reading is not None and reading.first is not None and _dates(expression, reading)
    ]
    return infer_publication(dated, speaks_of_now=any(map(speaks_of_now, expressions)))


def _dates(expression: Expression, reading: Reading) -> bool:
    """Whether it dates something that the text reports as past."""
    return (
        expression.phrase.kind in DATING_KINDS
        and not expression.aside
        and not (expression.leading in ("since", "by") and expression.phrase.year is None)
        and expression.direction is not Direction.FUTURE
        and expression.leading not in ("until", "till")
        and reading.type in (TimexType.DATE, TimexType.TIME)
    )


def _word_ids(syntax: Syntax, times: Sequence[Time]) -> dict[int, str]:
    """The id of the time that each word of an expression belongs to."""
    ids: dict[int, str] = {}
    place = 0
    for word in syntax.words:
        while place < len(times) and times[place].span.end <= word.start:
            place += 1
        if place < len(times) and times[place].span.start < word.end:
            ids[word.index] = times[place].id
    return ids


def read_times(text: str, reference: date | None = None) -> tuple[Time, ...]:
    """The times of a text that was written on `reference`, found without syntax."""
    expressions = recognition.in_text(text)
    now = Now(earliest=reference, latest=reference) if reference else None
    readings = resolve_all(expressions, now)
    return times_of(text, zip(expressions, readings, strict=True))


def normalise_phrase(phrase: str, reference: date | None = None) -> Time | None:
    """The time that a bare phrase names on the day `reference`; None where it names none."""
    times = read_times(phrase, reference)
    return max(times, key=lambda t: t.span.end - t.span.start, default=None)
