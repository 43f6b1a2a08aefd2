"""Records as plain tables: one flat row a record, names beside ids."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from khaldun.errors import UsageError
from khaldun.exchange import wording
from khaldun.record import (
    Attribution,
    Certainty,
    CodedDocument,
    Forecast,
    Place,
    Relation,
    Report,
    Span,
    When,
)

Cell = str | int | float | bool | list[str] | None
Row = dict[str, Cell]


def rows(documents: Iterable[CodedDocument], kind: str) -> Iterator[Row]:
    """One row a record of this kind, in document and text order.

    Raises:
        UsageError: `kind` is none of `KINDS`.
    """
    if kind not in _ROWS:
        raise UsageError(f"there is no table of {kind!r}; there are {', '.join(KINDS)}")
    return (row for coded in documents for row in _ROWS[kind](coded, _Names(coded)))


def columns(kind: str) -> list[str]:
    """The names of the columns of a table, in order."""
    return _COLUMNS[kind].split()


def to_tables(documents: Iterable[CodedDocument]) -> dict[str, list[Row]]:
    """All tables: a list of rows for each of `KINDS`."""
    kept = list(documents)
    return {kind: list(rows(kept, kind)) for kind in KINDS}


# What the two return has no types here: both packages are optional.
def to_pandas(documents: Iterable[CodedDocument], kind: str = "reports") -> Any:  # noqa: ANN401
    """A pandas DataFrame of one table.

    Raises:
        UsageError: pandas is not installed, or there is no such table.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError(_missing("pandas")) from error
    return pd.DataFrame(list(rows(documents, kind)), columns=columns(kind))


def to_arrow(documents: Iterable[CodedDocument], kind: str = "reports") -> Any:  # noqa: ANN401
    """A pyarrow Table of one table.

    Raises:
        UsageError: pyarrow is not installed, or there is no such table.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise UsageError(_missing("pyarrow")) from error
    kept = list(rows(documents, kind))
    return pa.table({name: [row[name] for row in kept] for name in columns(kind)})


def _missing(package: str) -> str:
    return f"{package} is not installed: pip install 'khaldun[tables]'"


class _Names:
    """What the ids of one coded document stand for."""

    def __init__(self, coded: CodedDocument) -> None:
        self.places = {place.id: place for place in coded.places}
        self._names = {actor.id: actor.name for actor in coded.actors}
        self._names |= {place.id: place.name for place in coded.places}

    def __call__(self, ids: Iterable[str]) -> list[str]:
        return [self._names[i] for i in ids]


def _report_row(coded: CodedDocument, report: Report, names: _Names) -> Row:
    place = names.places.get(report.place or "")
    return {
        "document": coded.document.id,
        "id": report.id,
        "type": report.type,
        "modes": list(report.modes),
        "contexts": list(report.contexts),
        "actors": names(report.actors),
        "actor_ids": list(report.actors),
        "recipients": names(report.recipients),
        "recipient_ids": list(report.recipients),
        "instrument": report.instrument,
        **_when(report.when),
        **_where(place),
        "precision": report.precision,
        "status": report.status,
        **_claim(report.certainty, report.attribution),
        "quantities": [wording.count(quantity) for quantity in report.quantities],
        "confidence": report.confidence,
        "trigger": report.trigger.quote,
        **_evidence(report.evidence),
        "cameo": report.cameo,
        "rule": report.rule,
    }


def _relation_row(coded: CodedDocument, relation: Relation, names: _Names) -> Row:
    return {
        "document": coded.document.id,
        "id": relation.id,
        "type": relation.type,
        "from": names([relation.subject])[0],
        "from_id": relation.subject,
        "to": names([relation.target])[0],
        "to_id": relation.target,
        "means": [str(means) for means in relation.means],
        **_when(relation.when),
        **_claim(relation.certainty, relation.attribution),
        "confidence": relation.confidence,
        **_evidence(relation.evidence),
        "rule": relation.rule,
    }


def _forecast_row(coded: CodedDocument, forecast: Forecast, names: _Names) -> Row:
    probability = forecast.probability
    return {
        "document": coded.document.id,
        "id": forecast.id,
        "statement": forecast.statement.quote,
        "subjects": names(forecast.subjects),
        "subject_ids": list(forecast.subjects),
        "event_type": forecast.event_type,
        "probability_low": probability.low,
        "probability_high": probability.high,
        "probability_cue": _quote(probability.cue),
        "condition": _quote(forecast.condition),
        **_when(forecast.horizon),
        **_sources(forecast.attribution),
        "confidence": forecast.confidence,
        **_evidence(forecast.evidence),
        "rule": forecast.rule,
    }


def _actor_rows(coded: CodedDocument, names: _Names) -> Iterator[Row]:
    for actor in coded.actors:
        yield {
            "document": coded.document.id,
            "id": actor.id,
            "name": actor.name,
            "sector": actor.sector,
            "country": actor.country,
            "person": actor.person,
            "registry_id": actor.registry_id,
            "aliases": list(actor.aliases),
            "offices": [office.title for office in actor.offices],
            "office_of": names(office.of for office in actor.offices if office.of),
            "mentions": len(actor.mentions),
            "inferred_mentions": sum(mention.inferred for mention in actor.mentions),
        }


def _place_rows(coded: CodedDocument, _: _Names) -> Iterator[Row]:
    for place in coded.places:
        yield {
            "document": coded.document.id,
            "id": place.id,
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geonames_id": place.geonames_id,
            "mentions": len(place.mentions),
        }


def _time_rows(coded: CodedDocument, _: _Names) -> Iterator[Row]:
    for time in coded.times:
        yield {
            "document": coded.document.id,
            "id": time.id,
            "expression": time.span.quote,
            "start": time.span.start,
            "end": time.span.end,
            "timex_type": time.timex.type,
            "timex_value": time.timex.value,
            "timex_mod": time.timex.mod,
            "edtf": time.edtf,
            "earliest": time.earliest.isoformat() if time.earliest else None,
            "latest": time.latest.isoformat() if time.latest else None,
        }


def _document_rows(coded: CodedDocument, _: _Names) -> Iterator[Row]:
    document, published = coded.document, coded.document.published
    yield {
        "id": document.id,
        "title": document.title,
        "opening": wording.opening(document),
        "byline": document.byline,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "published_earliest": published.earliest.isoformat() if published else None,
        "published_latest": published.latest.isoformat() if published else None,
        "published_basis": published.basis if published else None,
        "characters": len(document.text),
        "sha256": document.sha256,
        "reports": len(coded.reports),
        "relations": len(coded.relations),
        "forecasts": len(coded.forecasts),
        "actors": len(coded.actors),
        "warnings": list(coded.warnings),
    }


def _report_rows(coded: CodedDocument, names: _Names) -> Iterator[Row]:
    return (_report_row(coded, report, names) for report in coded.reports)


def _relation_rows(coded: CodedDocument, names: _Names) -> Iterator[Row]:
    return (_relation_row(coded, relation, names) for relation in coded.relations)


def _forecast_rows(coded: CodedDocument, names: _Names) -> Iterator[Row]:
    return (_forecast_row(coded, forecast, names) for forecast in coded.forecasts)


def _when(when: When) -> Row:
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "time_basis": when.basis,
    }


def _where(place: Place | None) -> Row:
    return {
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def _claim(certainty: Certainty, attribution: tuple[Attribution, ...]) -> Row:
    return {
        "certainty": certainty.value,
        "certainty_cues": [cue.quote for cue in certainty.cues],
        **_sources(attribution),
    }


def _sources(attribution: tuple[Attribution, ...]) -> Row:
    return {
        "according_to": [link.holder for link in attribution],
        "attribution_cues": [link.cue.quote for link in attribution],
    }


def _evidence(evidence: Span) -> Row:
    return {"evidence": evidence.quote, "start": evidence.start, "end": evidence.end}


def _quote(span: Span | None) -> str | None:
    return None if span is None else span.quote


_WHEN = "earliest latest time_basis"
_SOURCES = "according_to attribution_cues"
_CLAIM = f"certainty certainty_cues {_SOURCES}"
_EVIDENCE = "evidence start end"
_COLUMNS = {
    "documents": "id title opening byline publisher url language published_earliest "
    "published_latest published_basis characters sha256 reports relations forecasts actors "
    "warnings",
    "reports": "document id type modes contexts actors actor_ids recipients recipient_ids "
    f"instrument {_WHEN} place place_id country latitude longitude precision status {_CLAIM} "
    f"quantities confidence trigger {_EVIDENCE} cameo rule",
    "relations": f"document id type from from_id to to_id means {_WHEN} {_CLAIM} confidence "
    f"{_EVIDENCE} rule",
    "forecasts": "document id statement subjects subject_ids event_type probability_low "
    f"probability_high probability_cue condition {_WHEN} {_SOURCES} confidence {_EVIDENCE} rule",
    "actors": "document id name sector country person registry_id aliases offices office_of "
    "mentions inferred_mentions",
    "places": "document id name kind country latitude longitude geonames_id mentions",
    "times": "document id expression start end timex_type timex_value timex_mod edtf earliest "
    "latest",
}
_ROWS: dict[str, Callable[[CodedDocument, _Names], Iterator[Row]]] = {
    "reports": _report_rows,
    "relations": _relation_rows,
    "forecasts": _forecast_rows,
    "actors": _actor_rows,
    "places": _place_rows,
    "times": _time_rows,
    "documents": _document_rows,
}
KINDS = tuple(_ROWS)
