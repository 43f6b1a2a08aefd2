"""An account as FollowTheMoney entities, a JSON object a line, for Aleph and its kin."""

from collections.abc import Iterable, Iterator
from datetime import date

from khaldun.exchange import wording
from khaldun.exchange.account.index import AccountIndex
from khaldun.exchange.encoding import json_lines
from khaldun.exchange.events import headline, outlets_of, words_of
from khaldun.exchange.problems import Written
from khaldun.ontology import countries, ucdp
from khaldun.record import Account, Actor, Edition, Event, Place, RelationType, Tie

Properties = dict[str, list[str]]
Entity = dict[str, object]
# FollowTheMoney writes languages in ISO 639-3.
_LANGUAGES = {"en": "eng", "ar": "ara", "fr": "fra", "es": "spa", "ru": "rus", "uk": "ukr"}


def to_ftm(account: Account) -> Written:
    """Actors, places, documents, events and ties as entities that refer to each other by id."""
    index = AccountIndex(account)
    return Written(data=json_lines(_entities(account, index)))


def _entities(account: Account, index: AccountIndex) -> Iterator[Entity]:
    yield from (_document(edition) for edition in account.editions)
    yield from (_actor(entity.actor) for entity in account.entities)
    yield from (_place(place) for place in account.places)
    yield from (_event(event, index) for event in account.events)
    for tie in account.ties:
        if _is_known(tie.subject, index) and _is_known(tie.target, index):
            yield _tie(tie, index)


def _is_known(key: str, index: AccountIndex) -> bool:
    return key in index.actors or key in index.places


def _entity(key: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """An entity; values are distinct texts, and properties without any are left out."""
    kept: Properties = {}
    for name, values in properties.items():
        present = list(dict.fromkeys(str(value) for value in values if value))
        if present:
            kept[name] = present
    return {"id": key, "schema": schema, "properties": kept}


def _document(edition: Edition) -> Entity:
    document = edition.document
    published = document.published
    return _entity(
        document.id,
        "PlainText",
        fileName=[edition.location or document.id],
        title=[wording.title(document)],
        author=[document.byline],
        publisher=[edition.source],
        sourceUrl=[_web(document.url)],
        language=[_LANGUAGES.get(document.language)],
        bodyText=[document.text],
        publishedAt=[_day(published.earliest) if published else None],
    )


def _actor(actor: Actor) -> Entity:
    state = ucdp().classes.get(actor.sector or "") == "state" and actor.sector != "IGO"
    schema = "Person" if actor.person else "PublicBody" if state else "Organization"
    wikidata = actor.registry_id if (actor.registry_id or "")[1:].isdecimal() else None
    titles = [office.title for office in actor.offices]
    return _entity(
        actor.id,
        schema,
        name=[actor.name or actor.id],
        alias=[alias for alias in actor.aliases if alias != actor.name],
        country=[_country(actor.country)],
        sector=[actor.sector],
        wikidataId=[wikidata],
        **({"position": titles} if actor.person else {}),
    )


def _place(place: Place) -> Entity:
    return _entity(
        place.id,
        "Address",
        full=[place.name],
        name=[place.name or place.id],
        country=[_country(place.country)],
        latitude=[None if place.latitude is None else repr(place.latitude)],
        longitude=[None if place.longitude is None else repr(place.longitude)],
    )


def _event(event: Event, index: AccountIndex) -> Entity:
    place = index.place_of(event)
    return _entity(
        event.id,
        "Event",
        name=[headline(event, index)],
        startDate=[_day(event.earliest)],
        endDate=[_day(event.latest)],
        location=[place.name if place else None],
        addressEntity=[place.id if place else None],
        country=[_country(place.country) if place else None],
        organizer=[key for key in event.actors if key in index.actors],
        involved=[key for key in event.recipients if key in index.actors],
        summary=[words_of(event, index)],
        description=[f"{event.status}, {wording.certainty(event.certainty)}"],
        keywords=[event.type, *event.modes, *event.contexts],
        proof=[s.document for s in index.reports_of(event) if s.document in index.editions],
        publisher=outlets_of(event, index),
        sourceUrl=[_web(index.url_of(event))],
    )


def _tie(tie: Tie, index: AccountIndex) -> Entity:
    schema, subject, target = _schema(tie, index)
    proofs = (index.relations[key].document for key in tie.relations if key in index.relations)
    return _entity(
        tie.id,
        schema,
        **{subject: [tie.subject], target: [tie.target]},
        role=[" ".join((tie.type.replace("_", " "), *tie.means))],
        status=[wording.certainty(tie.certainty)],
        startDate=[_day(tie.began.latest or tie.began.earliest) if tie.began else None],
        endDate=[_day(tie.ended.latest or tie.ended.earliest) if tie.ended else None],
        date=[_day(tie.attested)],
        proof=[key for key in proofs if key in index.editions],
        publisher=tie.sources,
    )


def _schema(tie: Tie, index: AccountIndex) -> tuple[str, str, str]:
    """The schema of a tie with the names of its ends; the narrower ones want a body as target."""
    target = index.actors.get(tie.target)
    of_body = tie.subject in index.actors and target is not None and not target.person
    if of_body and tie.type is RelationType.LEADS:
        return "Directorship", "director", "organization"
    if of_body and tie.type in (RelationType.MEMBER_OF, RelationType.PART_OF):
        return "Membership", "member", "organization"
    return "UnknownLink", "subject", "object"


def _web(url: str | None) -> str | None:
    """The address where it is one of the web: others are no value of the type url."""
    return url if url and url.startswith(("http://", "https://")) else None


def _country(iso3: str | None) -> str | None:
    found = countries().get(iso3 or "")
    return found.iso2.lower() if found else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
