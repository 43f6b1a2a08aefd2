"""The first-order division that a place lies in, as the gazetteer has it."""

from functools import lru_cache

from khaldun.gazetteer import GazetteerEntry, gazetteer
from khaldun.record import Place

_CACHED = 50_000


@lru_cache(maxsize=_CACHED)
def admin1_of(place: Place) -> str | None:
    """Its name; None for a country and for what the gazetteer does not know for sure.

    A place is known by its GeoNames id, or by its name where its coordinates are the same.
    """
    entries = gazetteer().find(place.name)
    return next((entry.region for entry in entries if _is_same(entry, place)), None)


def _is_same(entry: GazetteerEntry, place: Place) -> bool:
    if entry.geonames_id is not None and place.geonames_id is not None:
        return entry.geonames_id == place.geonames_id
    if place.latitude is None or entry.country != place.country:
        return False
    return (entry.latitude, entry.longitude) == (place.latitude, place.longitude)
