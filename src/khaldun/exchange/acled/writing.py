"""Events as ACLED's rows."""

from collections.abc import Iterator
from datetime import timedelta

from khaldun.exchange.account.index import AccountIndex, count_of
from khaldun.exchange.account.precision import DayPrecision, day_precision
from khaldun.exchange.acled.columns import COLUMNS
from khaldun.exchange.divisions import admin1_of
from khaldun.exchange.events import (
    Side,
    coordinates_of,
    outlets_of,
    range_of,
    sides_of,
    why_not_fact,
    words_of,
)
from khaldun.exchange.problems import ExchangeProblem, Written
from khaldun.exchange.rows.each import csv_of_each
from khaldun.ontology import Inter, SubEvent, acled, acled_of, countries
from khaldun.ontology.acled import EXTERNAL, PROTESTERS, RIOTERS, STATE_FORCES
from khaldun.record import Account, Event, Place, Precision, Problem, QuantityRole

_TIME_PRECISION = {DayPrecision.DAY: "1", DayPrecision.WEEK: "2", DayPrecision.MONTH: "3"}
_GEO_PRECISION = {
    Precision.POINT: "1",
    Precision.TOWN: "1",
    Precision.DISTRICT: "2",
    Precision.REGION: "3",
}
_DEMONSTRATORS = {"Protests": PROTESTERS, "Riots": RIOTERS}
_VIOLENT = ("Political violence", "Demonstrations")
Cells = dict[str, str]


def to_acled(account: Account) -> Written:
    """The events that ACLED has a place for, as CSV; Problems name the others and say why."""
    return csv_of_each(account, COLUMNS, _row)


def _row(event: Event, index: AccountIndex) -> Cells | Problem:
    sides = sides_of(event, index)
    kind = _kind(event, sides)
    days = range_of(event)
    precision = _TIME_PRECISION.get(day_precision(event.earliest, event.latest))
    if why := why_not_fact(event):
        return ExchangeProblem.LEFT_OUT.of(event.id, why)
    if kind is None:
        why = f"{' '.join((event.type, *event.modes))} of these actors is no sub-event of ACLED"
        return ExchangeProblem.LEFT_OUT.of(event.id, why)
    if days is None or precision is None:
        return ExchangeProblem.LEFT_OUT.of(event.id, "its date is not known to the month")
    middle = days[0] + timedelta(days=(days[1] - days[0]).days // 2)
    place = index.place_of(event)
    return {
        "event_id_cnty": event.id,
        "event_date": middle.isoformat(),
        "year": str(middle.year),
        "time_precision": precision,
        "disorder_type": kind.disorder,
        "event_type": kind.event_type,
        "sub_event_type": kind.name,
        **_actors(kind, sides, place.country if place else None),
        **_where(place, event.precision),
        "source": "; ".join(outlets_of(event, index)),
        "notes": words_of(event, index),
        "fatalities": _fatalities(event),
    }


def _kind(event: Event, sides: tuple[Side, Side]) -> SubEvent | None:
    return acled_of(
        event.type,
        event.modes,
        event.contexts,
        by=_kinds(sides[0]),
        against=_kinds(sides[1]),
    )


def _kinds(side: Side) -> list[str]:
    found = (acled().inter_of(actor.sector) for actor in side.actors)
    return [inter.kind for inter in found if inter]


def _actors(kind: SubEvent, sides: tuple[Side, Side], country: str | None) -> Cells:
    """Names and kinds of both sides; in demonstrations the crowd is actor1."""
    first, second = _inter(sides[0], country), _inter(sides[1], country)
    if kind.event_type in _DEMONSTRATORS:
        first = acled().inters[_DEMONSTRATORS[kind.event_type]]
    codes = sorted(str(inter.code) for inter in (first, second) if inter)
    violence = kind.disorder in _VIOLENT and kind.name not in ("Peaceful protest",)
    civilians = violence and second is not None and second.kind == "civilian"
    return {
        **_side("1", _names(sides[0], first, country), first),
        **_side("2", _names(sides[1], second, country), second),
        "interaction": "".join(codes).ljust(2, "0") if codes else "",
        "civilian_targeting": "Civilian targeting" if civilians else "",
    }


def _names(side: Side, inter: Inter | None, country: str | None) -> list[str]:
    """The names of a side; crowds have the name of their kind and country first."""
    names = side.names
    crowd = inter.label if inter and inter.label in acled().crowds else None
    if crowd is None or (names and names[0].startswith(crowd)):
        return names
    land = countries().get(country or "")
    return [f"{crowd} ({land.name})" if land else crowd, *names]


def _inter(side: Side, country: str | None) -> Inter | None:
    """The kind of a side; forces of another state are external to the country of the event."""
    found = acled().inter_of(side.sector)
    abroad = country is not None and side.country not in (None, country)
    foreign = found is not None and found.code == STATE_FORCES and abroad
    return acled().inters[EXTERNAL] if foreign else found


def _side(number: str, names: list[str], inter: Inter | None) -> Cells:
    return {
        f"actor{number}": names[0] if names else "",
        f"assoc_actor_{number}": "; ".join(names[1:]),
        f"inter{number}": str(inter.code) if inter else "",
    }


def _where(place: Place | None, precision: Precision | None) -> Cells:
    if place is None:
        return {}
    latitude, longitude = coordinates_of(place)
    return {
        **dict(_country(place.country)),
        "admin1": admin1_of(place) or "",
        "location": place.name,
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": _GEO_PRECISION.get(precision, "") if precision else "",
    }


def _country(iso3: str | None) -> Iterator[tuple[str, str]]:
    found = countries().get(iso3 or "")
    if found is not None:
        yield "iso", "" if found.numeric is None else str(found.numeric)
        yield "region", found.region
        yield "country", found.name


def _fatalities(event: Event) -> str:
    """The best figure, else the lowest; ACLED writes 0 where none are reported."""
    low, best, _ = count_of(event, QuantityRole.KILLED)
    figure = best if best is not None else low
    return str(round(figure)) if figure is not None else "0"
