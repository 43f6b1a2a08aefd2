"""Events as POLECAT's rows."""

from collections.abc import Iterable

from khaldun.exchange.account.csv import number_text
from khaldun.exchange.account.index import AccountIndex
from khaldun.exchange.divisions import admin1_of
from khaldun.exchange.encoding import utf8
from khaldun.exchange.events import (
    Side,
    coordinates_of,
    outlets_of,
    range_of,
    why_not_fact,
)
from khaldun.exchange.polecat.columns import COLUMNS
from khaldun.exchange.polecat.reading import MISSING
from khaldun.exchange.problems import ExchangeProblem, Written
from khaldun.exchange.rows.building import known_modes
from khaldun.exchange.rows.each import made_of_each
from khaldun.ontology import countries, plover, quad_of, score_of, sectors
from khaldun.record import Account, Event, Place, Precision, Problem

_SEPARATOR = ";"
_PLACE_COLUMNS = {
    Precision.POINT: "City",
    Precision.TOWN: "City",
    Precision.DISTRICT: "District",
    Precision.REGION: "Province",
}
Cells = dict[str, str]


def to_polecat(account: Account) -> Written:
    """The events that POLECAT has a place for, tab-separated; Problems name the others."""
    rows, problems = made_of_each(account, _row)
    cells = ([_cell(row.get(column, "")) for column in COLUMNS] for row in rows)
    lines = ["\t".join(line) for line in (COLUMNS, *cells)]
    return Written(data=utf8("\n".join(lines) + "\n"), problems=problems)


def _cell(text: str) -> str:
    """A cell without what would end it: POLECAT knows no quoting."""
    return " ".join(text.split()) or MISSING


def _row(event: Event, index: AccountIndex) -> Cells | Problem:
    days = range_of(event)
    if why := why_not_fact(event):
        return ExchangeProblem.LEFT_OUT.of(event.id, why)
    if days is None:
        return ExchangeProblem.LEFT_OUT.of(event.id, "it is not dated")
    actors = Side(actors=tuple(index.actors[k] for k in event.actors if k in index.actors))
    others = Side(actors=tuple(index.actors[k] for k in event.recipients if k in index.actors))
    modes = known_modes(event.type, event.modes)
    return {
        "Event ID": event.id,
        "Event Date": days[0].isoformat(),
        "Event Type": event.type,
        "Event Mode": _list(modes),
        "Intensity": number_text(score_of(event.type, modes)),
        "Quad Code": quad_of(event.type).replace("_", " ").upper(),
        "Contexts": _list(event.contexts),
        **_side("Actor", actors),
        **_side("Recipient", others),
        **_where(index.place_of(event), event.precision),
        "Source": _list(outlets_of(event, index)),
        "Publication Date": _published(event, index),
        "Language": _language(event, index),
        "Version": plover().version,
    }


def _list(items: Iterable[str]) -> str:
    return _SEPARATOR.join(item.replace(_SEPARATOR, ",") for item in items)


def _side(role: str, side: Side) -> Cells:
    known = [sectors()[a.sector] for a in side.actors if a.sector and a.sector in sectors()]
    codes = [sector.plover for sector in known]
    places = [countries()[a.country] for a in side.actors if a.country and a.country in countries()]
    numbers = [str(country.cow) for country in places if country.cow]
    titles = [office.title for actor in side.actors for office in actor.offices]
    return {
        f"{role} Name": _list(side.names),
        f"{role} Country": _list(dict.fromkeys(country.iso3 for country in places)),
        f"{role} COW": _list(dict.fromkeys(numbers)),
        f"Primary {role} Sector": codes[0] if codes else "",
        f"{role} Sectors": _list(dict.fromkeys(codes)),
        f"{role} Title": _list(dict.fromkeys(titles)),
        f"{role} Name Raw": _list(side.names),
    }


def _where(place: Place | None, precision: Precision | None) -> Cells:
    if place is None:
        return {}
    latitude, longitude = coordinates_of(place)
    column = _PLACE_COLUMNS.get(precision) if precision else None
    division = admin1_of(place) or "" if column in ("City", "District") else ""
    return {
        "Placename": place.name,
        "Raw Placename": place.name,
        "Province": division,
        **({column: place.name} if column else {}),
        "Country": place.country or "",
        "Latitude": latitude,
        "Longitude": longitude,
        "GeoNames ID": str(place.geonames_id or ""),
        "Feature Type": place.kind or "",
    }


def _published(event: Event, index: AccountIndex) -> str:
    """The first day on which a report was published."""
    days = [publication.earliest for publication in index.published(event)]
    return min(days).isoformat() if days else ""


def _language(event: Event, index: AccountIndex) -> str:
    editions = (index.editions.get(stated.document) for stated in index.reports_of(event))
    return next((edition.document.language for edition in editions if edition), "")
