"""Places: where, with coordinates when they are known."""

from dataclasses import dataclass

from khaldun.errors import RecordError
from khaldun.record.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that the document names; coordinates are None where it is not known.

    `kind` is one of the gazetteer's kinds (country, region, city, facility, water …);
    `country` is ISO 3166-1 alpha-3; latitude and longitude are degrees, WGS 84.
    """

    id: str
    name: str
    kind: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    mentions: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise RecordError(f"{self.name} has one coordinate of two")
        if self.latitude is not None and not -90 <= self.latitude <= 90:
            raise RecordError(f"{self.name} lies at latitude {self.latitude}")
        if self.longitude is not None and not -180 <= self.longitude <= 180:
            raise RecordError(f"{self.name} lies at longitude {self.longitude}")
