"""Places of the record, and whether two of them can be one place."""

from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from khaldun.gazetteer.names import fold_name
from khaldun.record import Place
from khaldun.resolution.digests import digest

_EARTH = 6371.0  # kilometres
_SAME_SPOT = 2.5  # kilometres: two entries of one place, or two points in it
# How far from its middle a place of a kind reaches, in kilometres: the gazetteer has no outlines.
_EXTENT = {
    "quarter": 6.0, "facility": 6.0, "city": 6.0, "district": 60.0, "landform": 150.0,
    "route": 150.0, "region": 250.0, "water": 400.0,
}  # fmt: skip
_WHOLE = frozenset({"country", "continent", "area"})
_EXACT = ("facility", "quarter", "city")


class Whereabouts(StrEnum):
    """How two places stand to each other."""

    SAME = "same"
    WITHIN = "within"  # one lies in the other
    UNKNOWN = "unknown"  # they may, but nothing says so
    APART = "apart"


def place_id(place: Place) -> str:
    """The id of a place in the record: its GeoNames id, else its folded name and country."""
    if place.geonames_id is not None:
        return f"geo-{place.geonames_id}"
    return f"place-{digest(fold_name(place.name), place.country)}"


def whereabouts(one: Place, other: Place) -> Whereabouts:
    """How two places stand to each other, by country, kind and the distance of their middles."""
    if one.id == other.id:
        return Whereabouts.SAME
    if one.country and other.country and one.country != other.country:
        return Whereabouts.APART
    if one.kind in _WHOLE or other.kind in _WHOLE:
        known = one.country is not None and one.country == other.country
        return Whereabouts.WITHIN if known else Whereabouts.UNKNOWN
    away = distance(one, other)
    if away is None:
        return _by_name(one, other)
    return _by_distance(one, other, away)


def distance(one: Place, other: Place) -> float | None:
    """Kilometres between the middles of two places; None where one has no coordinates."""
    if one.latitude is None or other.latitude is None:
        return None
    if one.longitude is None or other.longitude is None:
        return None
    south, north = radians(one.latitude), radians(other.latitude)
    west, east = radians(one.longitude), radians(other.longitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


def is_exact(place: Place) -> bool:
    """Whether it is a town or something in one."""
    return place.kind in _EXACT


def is_whole(place: Place) -> bool:
    """Whether it is a country or wider."""
    return place.kind in _WHOLE


def coarseness(place: Place) -> float:
    """How wide a place is, in kilometres: the most exact places sort first."""
    return 1000.0 if is_whole(place) else _EXTENT.get(place.kind or "", 6.0)


def _by_name(one: Place, other: Place) -> Whereabouts:
    if fold_name(one.name) == fold_name(other.name):
        return Whereabouts.SAME
    both = is_exact(one) and is_exact(other)
    return Whereabouts.APART if both else Whereabouts.UNKNOWN


def _by_distance(one: Place, other: Place, away: float) -> Whereabouts:
    if away <= _SAME_SPOT:
        return Whereabouts.SAME
    reach = max(coarseness(one), coarseness(other))
    if one.kind == other.kind:
        return Whereabouts.APART
    return Whereabouts.WITHIN if away <= reach else Whereabouts.APART
