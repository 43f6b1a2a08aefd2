"""An account as plain tables: one flat row a record, names beside ids."""

from collections.abc import Callable, Iterable, Iterator

from khaldun.errors import UsageError
from khaldun.exchange import wording
from khaldun.exchange.account.columns import TABLES, Cell, Row
from khaldun.exchange.account.evidence import evidence_of
from khaldun.exchange.account.index import AccountIndex, count_of
from khaldun.exchange.account.precision import day_precision
from khaldun.exchange.divisions import admin1_of
from khaldun.ontology import plover, quad_of, score_of
from khaldun.record import (
    Account,
    AnyStated,
    Attribution,
    Bound,
    Certainty,
    Edition,
    Entity,
    Event,
    Forecast,
    Place,
    QuantityRole,
    Relation,
    Report,
    Span,
    Stated,
    Tie,
    TimeBasis,
    When,
)


def rows(account: Account, table: str) -> Iterator[Row]:
    """The rows of a table, in the order of the account.

    Raises:
        UsageError: `table` is none of `TABLES`.
    """
    if table not in TABLES:
        raise UsageError(f"there is no table of {table!r}; there are {', '.join(TABLES)}")
    return _ROWS[table](account, AccountIndex(account))


def _events(account: Account, index: AccountIndex) -> Iterator[Row]:
    for event in account.events:
        published = index.published(event)
        yield {
            "event_id": event.id,
            "status": event.status,
            "date_start": event.earliest,
            "date_end": event.latest,
            "date_precision": day_precision(event.earliest, event.latest),
            "first_day": event.first_day,
            "last_day": event.last_day,
            "date_basis": _basis(index.reports_of(event)),
            **_typed(event),
            "quad": quad_of(event.type).number,
            "intensity": score_of(event.type, _known_modes(event)),
            **_parties(event, index),
            **_where(index.place_of(event), event.precision),
            "geonames_id": place.geonames_id if (place := index.place_of(event)) else None,
            **_counts("killed", count_of(event, QuantityRole.KILLED)),
            **_counts("wounded", count_of(event, QuantityRole.WOUNDED)),
            "n_reports": len(event.reports),
            **_sources(event),
            "certainty": event.certainty,
            "report_ids": list(event.reports),
            "ontology": plover().version,
            "first_reported": min((each.earliest for each in published), default=None),
            "url": index.url_of(event),
        }


def _reports(account: Account, index: AccountIndex) -> Iterator[Row]:
    for stated in account.reports:
        report = stated.item
        yield {
            "report_id": stated.id,
            **_stated(stated),
            "status": report.status,
            **_when(report.when),
            **_typed(report),
            **_parties(report, index),
            "instrument": report.instrument,
            **_where(index.places.get(report.place or ""), report.precision),
            "quantities": [wording.count(quantity) for quantity in report.quantities],
            **_claim(report.certainty, report.attribution),
            "trigger": report.trigger.quote,
            **_evidence(report),
            "cameo": report.cameo,
        }


def _ties(account: Account, index: AccountIndex) -> Iterator[Row]:
    for tie in account.ties:
        yield {
            "tie_id": tie.id,
            **_related(tie, index),
            "certainty": tie.certainty,
            **_bound("start", tie.began),
            "attested": tie.attested,
            **_bound("end", tie.ended),
            "n_relations": len(tie.relations),
            **_sources(tie),
            "relation_ids": list(tie.relations),
        }


def _relations(account: Account, index: AccountIndex) -> Iterator[Row]:
    for stated in account.relations:
        relation = stated.item
        yield {
            "relation_id": stated.id,
            **_stated(stated),
            **_related(relation, index),
            **_when(relation.when),
            **_claim(relation.certainty, relation.attribution),
            **_evidence(relation),
        }


def _forecasts(account: Account, index: AccountIndex) -> Iterator[Row]:
    for stated in account.forecasts:
        forecast, probability = stated.item, stated.item.probability
        yield {
            "forecast_id": stated.id,
            **_stated(stated),
            "who": _holders(forecast.attribution),
            "what": forecast.statement.quote,
            "subjects": index.names(forecast.subjects),
            "subject_ids": list(forecast.subjects),
            "event_type": forecast.event_type,
            "horizon_start": forecast.horizon.earliest,
            "horizon_end": forecast.horizon.latest,
            "likelihood_low": probability.low,
            "likelihood_high": probability.high,
            "wording": _quote(probability.cue),
            "condition": _quote(forecast.condition),
            **_evidence(forecast),
        }


def _claims(account: Account, _: AccountIndex) -> Iterator[Row]:
    for stated in account.statements:
        for number, link in enumerate(stated.item.attribution, start=1):
            yield {
                "claim_id": f"{stated.id}/{number}",
                "record_id": stated.id,
                "link": number,
                "speaker": link.holder,
                "speaker_id": link.actor,
                "speaker_kind": link.kind,
                "cue": link.cue.quote,
                "start": link.cue.start,
                "end": link.cue.end,
                "direct_quote": link.direct_quote,
                "document_id": stated.document,
            }


def _actors(account: Account, _: AccountIndex) -> Iterator[Row]:
    return (_actor(entity) for entity in account.entities)


def _actor(entity: Entity) -> Row:
    actor = entity.actor
    return {
        "actor_id": actor.id,
        "name": actor.name,
        "sector": actor.sector,
        "country_iso3": actor.country,
        "person": actor.person,
        "registry_id": actor.registry_id,
        "aliases": list(actor.aliases),
        "offices": list(dict.fromkeys(office.title for office in actor.offices)),
        "n_documents": len({joining.document for joining in entity.joinings}),
    }


def _places(account: Account, _: AccountIndex) -> Iterator[Row]:
    for place in account.places:
        yield {
            "place_id": place.id,
            "name": place.name,
            "kind": place.kind,
            "country_iso3": place.country,
            "admin1": admin1_of(place),
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geonames_id": place.geonames_id,
        }


def _editions(account: Account, _: AccountIndex) -> Iterator[Row]:
    return (_edition(edition) for edition in account.editions)


def _edition(edition: Edition) -> Row:
    document, published = edition.document, edition.document.published
    return {
        "document_id": document.id,
        "sha256": document.sha256,
        "edition": edition.number,
        "current": edition.current,
        "copy_of": edition.lineage if edition.lineage != document.id else None,
        "source": edition.source,
        "location": edition.location,
        "title": document.title,
        "byline": document.byline,
        "url": document.url,
        "language": document.language,
        "published_earliest": published.earliest if published else None,
        "published_latest": published.latest if published else None,
        "published_basis": published.basis if published else None,
        "characters": len(document.text),
    }


def _evidences(account: Account, index: AccountIndex) -> Iterator[Row]:
    for item in evidence_of(account, index):
        document, published = item.edition.document, item.edition.document.published
        yield {
            "record_id": item.record,
            "field": item.field,
            "document_id": document.id,
            "document_sha256": document.sha256,
            "edition": item.edition.number,
            "start": item.span.start,
            "end": item.span.end,
            "quote": item.span.quote,
            "prefix": item.prefix,
            "suffix": item.suffix,
            "source": item.edition.source,
            "url": document.url,
            "published": published.earliest if published else None,
        }


def _stated(stated: AnyStated) -> Row:
    return {
        "document_id": stated.document,
        "version": stated.version,
        "source": stated.source,
        "published": stated.published.earliest if stated.published else None,
    }


def _typed(item: Event | Report) -> Row:
    return {
        "event_type": item.type,
        "event_mode": list(item.modes),
        "contexts": list(item.contexts),
    }


def _parties(item: Event | Report, index: AccountIndex) -> Row:
    return {
        "actors": index.names(item.actors),
        "actor_ids": list(item.actors),
        "recipients": index.names(item.recipients),
        "recipient_ids": list(item.recipients),
    }


def _related(item: Tie | Relation, index: AccountIndex) -> Row:
    return {
        "kind": item.type,
        "subject": index.name(item.subject),
        "subject_id": item.subject,
        "object": index.name(item.target),
        "object_id": item.target,
        "means": [str(means) for means in item.means],
    }


def _where(place: Place | None, precision: Cell) -> Row:
    return {
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "country_iso3": place.country if place else None,
        "admin1": admin1_of(place) if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geo_precision": precision,
    }


def _when(when: When) -> Row:
    return {"date_start": when.earliest, "date_end": when.latest, "date_basis": when.basis}


def _basis(reports: Iterable[Stated[Report]]) -> str | None:
    """The firmest basis that any report of an event has for its date."""
    given = {stated.item.when.basis for stated in reports}
    return next((basis for basis in TimeBasis if basis in given), None)


def _bound(name: str, bound: Bound | None) -> Row:
    return {
        f"{name}_earliest": bound.earliest if bound else None,
        f"{name}_latest": bound.latest if bound else None,
    }


def _counts(name: str, figures: tuple[float | None, float | None, float | None]) -> Row:
    ends = ("low", "best", "high")
    return {f"{name}_{end}": figure for end, figure in zip(ends, figures, strict=True)}


def _sources(item: Event | Tie) -> Row:
    return {
        "n_sources": len(item.sources),
        "sources": list(item.sources),
        "contradictions": list(dict.fromkeys(str(each.kind) for each in item.contradictions)),
    }


def _claim(certainty: Certainty, attribution: tuple[Attribution, ...]) -> Row:
    return {"certainty": certainty.value, "according_to": _holders(attribution)}


def _holders(attribution: tuple[Attribution, ...]) -> list[str]:
    return [link.holder for link in attribution]


def _evidence(item: Report | Relation | Forecast) -> Row:
    return {
        "quote": item.evidence.quote,
        "start": item.evidence.start,
        "end": item.evidence.end,
        "confidence": item.confidence,
        "rule": item.rule,
    }


def _quote(span: Span | None) -> str | None:
    return None if span is None else span.quote


def _known_modes(event: Event) -> list[str]:
    """The modes that the type has: an imported event may name another."""
    return [mode for mode in event.modes if mode in plover().types[event.type].modes]


_ROWS: dict[str, Callable[[Account, AccountIndex], Iterator[Row]]] = {
    "events": _events,
    "reports": _reports,
    "ties": _ties,
    "relations": _relations,
    "forecasts": _forecasts,
    "claims": _claims,
    "actors": _actors,
    "places": _places,
    "sources": _editions,
    "evidence": _evidences,
}
