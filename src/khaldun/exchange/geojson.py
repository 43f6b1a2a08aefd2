"""Events on a map: GeoJSON after RFC 7946, points where a point is known, null where not."""

from khaldun.exchange.account.columns import Row
from khaldun.exchange.account.index import AccountIndex
from khaldun.exchange.account.tables import rows
from khaldun.exchange.encoding import json_bytes
from khaldun.exchange.problems import Written
from khaldun.record import Account, Place, Precision

# Wider places have a middle, but are no points.
_POINTS = (Precision.POINT, Precision.TOWN)
# A town's coordinates are good to some hundred metres: RFC 7946, section 11.2.
_DIGITS = 6


def to_geojson(account: Account) -> Written:
    """All events as features of one collection; those without a point have null geometry.

    The properties are the columns of the table of events; what is empty is left out.
    """
    index = AccountIndex(account)
    features = [
        {
            "type": "Feature",
            "id": event.id,
            "geometry": _geometry(index.place_of(event), event.precision),
            "properties": _properties(row),
        }
        for event, row in zip(account.events, rows(account, "events"), strict=True)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return Written(data=json_bytes(collection) + b"\n")


def _geometry(place: Place | None, precision: Precision | None) -> dict[str, object] | None:
    if place is None or precision not in _POINTS:
        return None
    if place.latitude is None or place.longitude is None:
        return None
    position = [round(place.longitude, _DIGITS), round(place.latitude, _DIGITS)]
    return {"type": "Point", "coordinates": position}


def _properties(row: Row) -> dict[str, object]:
    return {name: cell for name, cell in row.items() if cell not in (None, [], "")}
