"""What a record holds, and by what it can be asked for."""

from enum import StrEnum


class Kind(StrEnum):
    """What a record of the store is, spelled as the change log spells it."""

    DOCUMENT = "document"
    REPORT = "report"
    RELATION = "relation"
    FORECAST = "forecast"
    PLACE = "place"
    ENTITY = "actor"
    EVENT = "event"
    TIE = "tie"
    PROBLEM = "problem"


STATEMENTS = (Kind.REPORT, Kind.RELATION, Kind.FORECAST)


class Facet(StrEnum):
    """A property of which a record can have several, by which it is found."""

    ACTOR = "actor"
    PLACE = "place"
    COUNTRY = "country"
    HOLDER = "holder"
    SOURCE = "source"
    CONTRADICTION = "contradiction"
