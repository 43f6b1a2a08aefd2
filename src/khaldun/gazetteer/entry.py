"""What the gazetteer knows of a place."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    CONTINENT = "continent"
    AREA = "area"  # wider than a country or across borders: Sahel, Middle East
    REGION = "region"  # first-order division, historic or de facto region: Darfur, Donbas
    DISTRICT = "district"  # second-order division: county, district, municipality
    CITY = "city"  # any populated place
    QUARTER = "quarter"  # part of a town
    FACILITY = "facility"  # air base, port, camp, oil field, prison, dam
    LANDFORM = "landform"  # mountain, pass, island, desert, peninsula
    WATER = "water"  # sea, strait, river, lake, gulf
    ROUTE = "route"  # road, railway, border crossing, line of contact


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """A place of the gazetteer.

    `country` is ISO 3166-1 alpha-3, none for what crosses borders; `region` the name of its
    first-order division. Latitude and longitude are degrees, WGS 84; `approximate` says that
    they were derived (the mean of the towns of a division) rather than surveyed. `rank` orders
    places of one name before any context is known: a country about 10, a village about 3.
    """

    name: str
    kind: PlaceKind
    country: str | None
    region: str | None
    latitude: float
    longitude: float
    geonames_id: int | None
    population: int
    rank: float
    approximate: bool = False
    capital: bool = False
