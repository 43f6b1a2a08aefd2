"""Events as records of PLOVER's JSON (PLOVER manual, chapter on the data format)."""

from collections.abc import Iterable, Sequence
from datetime import date

from khaldun.exchange.account.index import AccountIndex, count_of
from khaldun.exchange.encoding import json_lines
from khaldun.exchange.events import outlets_of, titles_of, why_not_fact
from khaldun.exchange.problems import ExchangeProblem, Written
from khaldun.exchange.rows.building import known_modes
from khaldun.ontology import quad_of, score_of, sectors
from khaldun.record import Account, Actor, Event, Place, Problem, QuantityRole

_SIZES = (
    ("dead", QuantityRole.KILLED),
    ("injured", QuantityRole.WOUNDED),
    ("arrested", QuantityRole.DETAINED),
)
Json = dict[str, object]


def to_plover(account: Account) -> Written:
    """The dated events that happened, a JSON object a line; Problems name the others."""
    index = AccountIndex(account)
    records: list[Json] = []
    problems: list[Problem] = []
    for event in account.events:
        why = why_not_fact(event)
        if why is None and event.earliest is None:
            why = "its first day is not known, and a record needs a date"
        if why:
            problems.append(ExchangeProblem.LEFT_OUT.of(event.id, why))
        else:
            records.append(_present(_record(event, index)))
    return Written(data=json_lines(records), problems=tuple(problems))


def _present(values: Json) -> Json:
    return {name: value for name, value in values.items() if value not in (None, [], "", {})}


def _record(event: Event, index: AccountIndex) -> Json:
    modes = known_modes(event.type, event.modes)
    return {
        "id": event.id,
        "has_event": True,
        "date": _day(event.earliest),
        "enddate": _day(event.latest) if event.latest != event.earliest else None,
        "actor": [_party(actor) for actor in _actors(event.actors, index)],
        "recipient": [_party(actor) for actor in _actors(event.recipients, index)],
        "event": [event.type],
        "quad_code": quad_of(event.type).number,
        "event_scale": score_of(event.type, modes),
        "mode": list(modes),
        "context": list(event.contexts),
        "size": _size(event),
        "event_loc": _where(index.place_of(event)),
        **_words(event, index),
        "link": index.url_of(event),
        "cite_info": "; ".join(outlets_of(event, index)),
        "comment": event.certainty,
    }


def _actors(keys: Iterable[str], index: AccountIndex) -> list[Actor]:
    return [index.actors[key] for key in keys if key in index.actors]


def _party(actor: Actor) -> Json:
    sector = sectors().get(actor.sector or "")
    return _present(
        {
            "code": actor.country,
            "sector": sector.plover if sector else None,
            "entity_text": actor.name,
            "identifier_id": actor.registry_id,
            "office": "; ".join(dict.fromkeys(office.title for office in actor.offices)),
        }
    )


def _size(event: Event) -> Json:
    """The best figure of each role, else the lowest."""
    sizes: Json = {}
    for name, role in _SIZES:
        low, best, _ = count_of(event, role)
        figure = best if best is not None else low
        sizes[name] = _whole(figure)
    return _present(sizes)


def _whole(figure: float | None) -> float | None:
    """The figure without a point where it needs none."""
    return int(figure) if figure is not None and float(figure).is_integer() else figure


def _where(place: Place | None) -> Json:
    if place is None:
        return {}
    return _present(
        {
            "name": place.name,
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geonames_id": place.geonames_id,
        }
    )


def _words(event: Event, index: AccountIndex) -> Json:
    """The first report: its sentence, its trigger, and where these stand in its document."""
    found = next(iter(index.reports_of(event)), None)
    if found is None:
        return {}
    evidence = found.item.evidence
    titles: Sequence[str] = titles_of(event, index)
    edition = index.editions.get(found.document)
    return {
        "event_text": found.item.trigger.quote,
        "text": evidence.quote,
        "text_info": {"doc_id": found.document, "start": evidence.start, "end": evidence.end},
        "title": titles[0] if titles else None,
        "language": edition.document.language if edition else None,
        "coder": found.item.rule,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
