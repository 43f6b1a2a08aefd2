"""What is marked in the text, and where the text must be cut to mark it.

Marks overlap and nest as they like, so the text is cut wherever one starts or ends, and
every stretch between two cuts says which marks it lies in. Evidence is laid out first, as
blocks that hold stretches, because a block is what a record links to.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from khaldun.record import Attribution, Certainty, CodedDocument, Span

KINDS = (
    ("event", "events"),
    ("forecast", "forecasts"),
    ("certainty", "certainty"),
    ("who", "who says it"),
    ("time", "times"),
    ("place", "places"),
    ("count", "counts"),
    ("actor", "actors"),
)
"""The kinds of marks, with what a legend calls them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span with what it shows: event, forecast, who, certainty, time, place or actor.

    `link` is the key of the record that it leads to.
    """

    start: int
    end: int
    kind: str
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text without a cut inside, and the marks that cover all of it, outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text that is evidence for `keys`, kinds of record first, or for nothing."""

    start: int
    end: int
    keys: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


def marks_of(coded: CodedDocument) -> list[Mark]:
    """All marks of a coded document, in no particular order."""
    return [*_from_reports(coded), *_from_relations(coded), *_from_forecasts(coded), *_named(coded)]


def blocks_of(coded: CodedDocument) -> list[Block]:
    """The whole text as blocks: evidence that overlaps is one block, the rest is between."""
    blocks: list[Block] = []
    position = 0
    for start, end, group in _merged(_evidence(coded)):
        if position < start:
            blocks.append(Block(start=position, end=start))
        keys, kinds = (tuple(dict.fromkeys(values)) for values in zip(*group, strict=True))
        blocks.append(Block(start=start, end=end, keys=keys, kinds=kinds))
        position = end
    if position < len(coded.document.text):
        blocks.append(Block(start=position, end=len(coded.document.text)))
    return blocks


def stretches(marks: Iterable[Mark], cuts: Iterable[int]) -> list[Stretch]:
    """The text from the first to the last of `cuts`, cut there and at the ends of all marks."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.link or ""))
    outer = sorted(set(cuts))
    edges = {edge for mark in ordered for edge in (mark.start, mark.end)}
    made: list[Stretch] = []
    open_marks: list[Mark] = []
    pending = iter(ordered)
    upcoming = next(pending, None)
    for start, end in pairwise(sorted(edges | set(outer))):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while upcoming is not None and upcoming.start <= start:
            open_marks.append(upcoming)
            upcoming = next(pending, None)
        made.append(Stretch(start=start, end=end, marks=tuple(open_marks)))
    return made


def _merged(
    evidence: Iterable[tuple[Span, str, str]],
) -> Iterator[tuple[int, int, list[tuple[str, str]]]]:
    """Evidence in text order, joined where it overlaps, with the key and kind of each."""
    start = end = -1
    group: list[tuple[str, str]] = []
    for span, key, kind in sorted(evidence, key=lambda item: (item[0].start, item[0].end)):
        if group and span.start >= end:
            yield start, end, group
            group = []
        if not group:
            start, end = span.start, span.end
        end = max(end, span.end)
        group.append((key, kind))
    if group:
        yield start, end, group


def _evidence(coded: CodedDocument) -> Iterator[tuple[Span, str, str]]:
    for index, report in enumerate(coded.reports):
        yield report.evidence, f"r{index}", "event"
    for index, relation in enumerate(coded.relations):
        yield relation.evidence, f"l{index}", "relation"
    for index, forecast in enumerate(coded.forecasts):
        yield forecast.evidence, f"f{index}", "forecast"


def _from_reports(coded: CodedDocument) -> Iterator[Mark]:
    for index, report in enumerate(coded.reports):
        key = f"r{index}"
        yield _mark(report.trigger, "event", key)
        yield from _claimed(report.certainty, report.attribution)
        yield from (_mark(quantity.span, "count") for quantity in report.quantities)


def _from_relations(coded: CodedDocument) -> Iterator[Mark]:
    for relation in coded.relations:
        yield from _claimed(relation.certainty, relation.attribution)


def _from_forecasts(coded: CodedDocument) -> Iterator[Mark]:
    for index, forecast in enumerate(coded.forecasts):
        yield _mark(forecast.statement, "forecast", f"f{index}")
        if forecast.probability.cue:
            yield _mark(forecast.probability.cue, "certainty")
        yield from (_mark(link.cue, "who") for link in forecast.attribution)


def _claimed(certainty: Certainty, attribution: tuple[Attribution, ...]) -> Iterator[Mark]:
    yield from (_mark(cue, "certainty") for cue in certainty.cues)
    yield from (_mark(link.cue, "who") for link in attribution)


def _named(coded: CodedDocument) -> Iterator[Mark]:
    for index, actor in enumerate(coded.actors):
        yield from (_mark(mention.span, "actor", f"a{index}") for mention in actor.mentions)
    for place in coded.places:
        yield from (_mark(span, "place") for span in place.mentions)
    yield from (_mark(time.span, "time") for time in coded.times)


def _mark(span: Span, kind: str, link: str | None = None) -> Mark:
    return Mark(start=span.start, end=span.end, kind=kind, link=link)
