"""Reviewed statements as training data: one JSON object a line."""

from collections.abc import Iterator

import msgspec

from khaldun.record import Action, Forecast, Relation, Report, Span

Statement = Report | Relation | Forecast


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Words that carry a field: code point offsets into the text of the line, end-exclusive."""

    start: int
    end: int
    field: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A reviewed statement: its sentence, the words that carry its fields, and its type.

    `label` is None where the reviewers rejected it: the sentence does not say `proposed`.
    """

    id: str
    document: str
    kind: str
    text: str
    label: str | None
    proposed: str
    verdict: str
    by: tuple[str, ...]
    spans: tuple[Words, ...]


def training_line(
    document: str, coded: Statement, reviewed: Statement, *, verdict: Action, by: tuple[str, ...]
) -> bytes:
    """The line of a statement, as coded and as it is after review, without a line feed."""
    evidence = reviewed.evidence
    line = Line(
        id=coded.id,
        document=document,
        kind=type(coded).__name__.lower(),
        text=evidence.quote,
        label=None if verdict is Action.REJECT else _label(reviewed),
        proposed=_label(coded),
        verdict=verdict.value,
        by=by,
        spans=tuple(_within(evidence, _spans(reviewed))),
    )
    return msgspec.json.encode(line)


def _label(item: Statement) -> str:
    return "forecast" if isinstance(item, Forecast) else item.type.value


def _within(evidence: Span, spans: Iterator[tuple[str, Span]]) -> Iterator[Words]:
    for name, span in spans:
        if evidence.covers(span):
            start = span.start - evidence.start
            yield Words(start=start, end=start + len(span.quote), field=name)


def _spans(item: Statement) -> Iterator[tuple[str, Span]]:
    if isinstance(item, Report):
        yield "trigger", item.trigger
        yield from (("quantity", quantity.span) for quantity in item.quantities)
    if isinstance(item, Forecast):
        yield "statement", item.statement
    else:
        yield from (("certainty", cue) for cue in item.certainty.cues)
    yield from (("attribution", link.cue) for link in item.attribution)
