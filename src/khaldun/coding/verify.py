"""Verify, always last: what has no exact quote in the text is dropped, and said so."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from khaldun.coding.draft import Draft, Dropped
from khaldun.errors import SpanError
from khaldun.ontology import modes_of
from khaldun.record import Forecast, Relation, Report, Span, spans_of

NAME = "verify.v1"

_Record = TypeVar("_Record", Report, Relation, Forecast)


def run(draft: Draft) -> Draft:
    """Drop the records whose quotes are inexact or whose ids are undefined, with a warning."""
    known = {a.id for a in draft.actors} | {p.id for p in draft.places}
    dropped: list[Dropped] = []
    reports = _verified(draft, map(_in_ontology, draft.reports), known, dropped)
    relations = _verified(draft, draft.relations, known, dropped)
    forecasts = _verified(draft, draft.forecasts, known, dropped)
    warnings = (f"{NAME} dropped a record at {d.span.start}: {d.reason}" for d in dropped)
    return replace(
        draft,
        reports=reports,
        relations=relations,
        forecasts=forecasts,
        dropped=(*draft.dropped, *dropped),
        warnings=(*draft.warnings, *warnings),
    )


def _verified(
    draft: Draft, records: Iterable[_Record], known: set[str], dropped: list[Dropped]
) -> tuple[_Record, ...]:
    kept: list[_Record] = []
    for record in records:
        fault = _fault(draft, record, known)
        if fault is None:
            kept.append(record)
        else:
            dropped.append(Dropped(stage=NAME, span=record.evidence, reason=fault))
    return tuple(kept)


def _fault(draft: Draft, record: Report | Relation | Forecast, known: set[str]) -> str | None:
    """Why a record cannot stand, or None."""
    for span in spans_of(record):
        if not _exact(span, draft.document.text):
            return f"{record.id}: {span.quote!r} is not in the text at {span.start}"
    undefined = [i for i in _ids(record) if i not in known]
    return f"{record.id}: undefined ids {', '.join(undefined)}" if undefined else None


def _exact(span: Span, text: str) -> bool:
    try:
        span.check(text)
    except SpanError:
        return False
    return True


def _ids(record: Report | Relation | Forecast) -> list[str]:
    if isinstance(record, Report):
        places = [record.place] if record.place else []
        return [*record.actors, *record.recipients, *places]
    if isinstance(record, Relation):
        return [record.subject, record.target]
    return list(record.subjects)


def _in_ontology(report: Report) -> Report:
    """The report with only those modes that PLOVER gives its type."""
    allowed = modes_of(report.type)
    modes = tuple(m for m in report.modes if m in allowed)
    return report if modes == report.modes else replace(report, modes=modes)
