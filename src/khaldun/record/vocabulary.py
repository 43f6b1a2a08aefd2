"""Closed vocabularies of the record, spelled as the contract spells them."""

from enum import StrEnum


class EventType(StrEnum):
    """PLOVER event types (Open Event Data Alliance, PLOVER manual)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """How far an event had come when it was reported."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    ATTEMPTED = "attempted"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


class Factuality(StrEnum):
    """FactBank values (Saurí and Pustejovsky 2009): certainty with polarity."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    UNCOMMITTED = "UU"


class RelationType(StrEnum):
    """What can hold between two parties, or a party and a place, over a time."""

    BACKS = "backs"
    OPPOSES = "opposes"
    ALLIED_WITH = "allied_with"
    LEADS = "leads"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    PRESENT_IN = "present_in"
    CONTROLS = "controls"
    LIAISES_WITH = "liaises_with"
    MEDIATES = "mediates"


class Means(StrEnum):
    """With what one party backs another."""

    MILITARY = "military"
    MERCENARIES = "mercenaries"
    WEAPONS = "weapons"
    AIR_SUPPORT = "air_support"
    FINANCIAL = "financial"
    DIPLOMATIC = "diplomatic"
    TRAINING = "training"
    INTELLIGENCE = "intelligence"
    HUMANITARIAN = "humanitarian"


class QuantityRole(StrEnum):
    """What happened to what is counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    DEPLOYED = "deployed"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    SUPPLIED = "supplied"
    OTHER = "other"


class TimeBasis(StrEnum):
    """Where the time of a record comes from."""

    STATED = "stated"
    CARRIED = "carried"
    PUBLICATION = "publication"


class PublicationBasis(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"
    DATELINE = "dateline"
    INFERRED = "inferred"


class HolderKind(StrEnum):
    """What kind of source holds a claim."""

    NAMED = "named"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    MEDIA = "media"


class TimexType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Precision(StrEnum):
    """How exact the place of a report is."""

    POINT = "point"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"


class SegmentKind(StrEnum):
    """What a stretch of a document is; only headlines and body text are coded."""

    BODY = "body"
    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    COPYRIGHT = "copyright"
    BIOGRAPHY = "biography"
    PROMOTION = "promotion"

    @property
    def coded(self) -> bool:
        """Whether events are looked for in it."""
        return self in (SegmentKind.BODY, SegmentKind.HEADLINE)
