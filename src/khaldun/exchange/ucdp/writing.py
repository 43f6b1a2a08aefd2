"""Events as UCDP GED's rows."""

import math

from khaldun.exchange.account.csv import number_text
from khaldun.exchange.account.index import AccountIndex, count_of
from khaldun.exchange.divisions import admin1_of
from khaldun.exchange.events import (
    Side,
    coordinates_of,
    outlets_of,
    range_of,
    sides_of,
    speakers_of,
    titles_of,
    why_not_fact,
)
from khaldun.exchange.problems import ExchangeProblem, Written
from khaldun.exchange.rows.each import csv_of_each
from khaldun.exchange.ucdp.columns import COLUMNS
from khaldun.ontology import TypeOfViolence, countries, ucdp
from khaldun.record import Account, Event, EventType, Place, Precision, Problem, QuantityRole

CIVILIANS = "Civilians"
Cells = dict[str, str]
Figures = tuple[float, float, float]


def to_ucdp(account: Account) -> Written:
    """The events that GED has a place for, as CSV; Problems name the others and say why."""
    return csv_of_each(account, COLUMNS, _row)


def _row(event: Event, index: AccountIndex) -> Cells | Problem:
    one, other = sides_of(event, index)
    found = ucdp().type_between(one.sector, other.sector)
    days = range_of(event)
    deaths = _deaths(event)
    date_prec = ucdp().date_precision((days[1] - days[0]).days + 1) if days else None
    if why := why_not_fact(event) or _why_not(event, found, deaths):
        return ExchangeProblem.LEFT_OUT.of(event.id, why)
    if days is None or date_prec is None or found is None or deaths is None:
        return ExchangeProblem.LEFT_OUT.of(event.id, "its date is not known to the year")
    kind, swapped = found
    return {
        "id": event.id,
        "relid": event.id,
        "year": str(days[0].year),
        "type_of_violence": str(kind.number),
        **_sides(kind, *((other, one) if swapped else (one, other))),
        **_sources(event, index),
        **_where(index.place_of(event), event.precision),
        "event_clarity": "1" if date_prec == 1 else "2",
        "date_prec": str(date_prec),
        "date_start": days[0].isoformat(),
        "date_end": days[1].isoformat(),
        **_tolls(kind, deaths),
    }


def _why_not(
    event: Event, found: tuple[TypeOfViolence, bool] | None, deaths: Figures | None
) -> str | None:
    if event.type is not EventType.ASSAULT:
        return f"{event.type} is no violence"
    if deaths is None:
        return "nobody is reported killed"
    if found is None:
        return "its sides are no two that GED sets against each other"
    return None


def _deaths(event: Event) -> Figures | None:
    """Low, best and high, in order; None where nobody is said to have died."""
    low, best, high = count_of(event, QuantityRole.KILLED)
    given = [figure for figure in (best, low, high) if figure is not None]
    if not given or max(given) < 1:
        return None
    middle = given[0]
    return min(middle, *given), middle, max(middle, *given)


def _tolls(kind: TypeOfViolence, deaths: Figures) -> Cells:
    """All deaths of one-sided violence are of civilians; else whose they are is not known."""
    low, best, high = map(number_text, deaths)
    civilians = not kind.mutual
    return {
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": best if civilians else "0",
        "deaths_unknown": "0" if civilians else best,
        "best": best,
        "high": high,
        "low": low,
    }


def _sides(kind: TypeOfViolence, one: Side, other: Side) -> Cells:
    """Names of the sides; the victims of one-sided violence are "Civilians", whoever they are."""
    victims = " and ".join(other.names) if kind.mutual else CIVILIANS
    names = [" and ".join(one.names), victims]
    return {
        "side_a": names[0],
        "side_b": names[1],
        "dyad_name": " - ".join(names),
        "gwnoa": _number(one),
        "gwnob": _number(other),
    }


def _number(side: Side) -> str:
    """The Gleditsch-Ward number of a state; other parties have none."""
    country = countries().get(side.country or "")
    state = ucdp().classes.get(side.sector or "") == "state"
    return str(country.gw) if country and country.gw and state else ""


def _sources(event: Event, index: AccountIndex) -> Cells:
    reports = index.reports_of(event)
    days = [s.published.earliest.isoformat() for s in reports if s.published]
    outlets = outlets_of(event, index)
    return {
        "number_of_sources": str(len(outlets)),
        "source_office": ";".join(outlets),
        "source_date": ";".join(dict.fromkeys(days)),
        "source_headline": ";".join(titles_of(event, index)),
        "source_original": ";".join(speakers_of(event, index)),
    }


def _where(place: Place | None, precision: Precision | None) -> Cells:
    if place is None:
        return {}
    latitude, longitude = coordinates_of(place)
    country = countries().get(place.country or "")
    return {
        "where_prec": str(ucdp().place_precision(precision)) if precision else "",
        "where_coordinates": place.name,
        "adm_1": admin1_of(place) or "",
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if latitude else "",
        "priogrid_gid": _grid_cell(place),
        "country": country.name if country else "",
        "country_id": str(country.gw) if country and country.gw else "",
        "region": (country.ucdp_region or "") if country else "",
    }


def _grid_cell(place: Place) -> str:
    """The PRIO-GRID cell: half degrees, counted eastwards then northwards from the south-west."""
    if place.latitude is None or place.longitude is None:
        return ""
    row = min(math.floor((place.latitude + 90) * 2), 359)
    column = min(math.floor((place.longitude + 180) * 2), 719)
    return str(row * 720 + column + 1)
