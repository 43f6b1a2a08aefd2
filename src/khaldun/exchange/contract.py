"""The contract as types: one struct an object of coded-document.schema.json.

Attributes carry the names of the record types; where the JSON says it otherwise ("from",
"min") the struct renames. Fields without a default are those that the schema requires.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from khaldun.record import (
    EventType,
    Factuality,
    HolderKind,
    Means,
    Precision,
    PublicationBasis,
    QuantityRole,
    RelationType,
    SegmentKind,
    Status,
    TimeBasis,
    TimexType,
)

SCHEMA = "khaldun/coded-document/1"

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Share = Annotated[float, Meta(ge=0, le=1)]
Start = Annotated[int, Meta(ge=0)]
End = Annotated[int, Meta(ge=1)]


class Span(Struct, frozen=True, forbid_unknown_fields=True):
    """An exact quote with its offsets."""

    start: Start
    end: End
    quote: str


class Mention(Struct, frozen=True, forbid_unknown_fields=True):
    """A span that speaks of an actor; the record keeps the span apart."""

    start: Start
    end: End
    quote: str
    inferred: bool = False


class Publication(Struct, frozen=True, omit_defaults=True):
    """When the document was published."""

    earliest: date
    latest: date
    basis: PublicationBasis
    span: Span | None = None


class Segment(Struct, frozen=True):
    """A stretch of one kind: an addition of ours, which the schema allows."""

    start: Start
    end: End
    kind: SegmentKind


class Document(Struct, frozen=True):
    """The text and what is known of it; `sha256` follows from the text."""

    id: str
    text: str
    sha256: Sha256
    language: str
    published: Publication | None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    segments: tuple[Segment, ...] = ()


class Office(Struct, frozen=True, omit_defaults=True):
    """A title or office."""

    title: str
    of: str | None = None
    span: Span | None = None


class Actor(Struct, frozen=True):
    """A state, body, group or person."""

    id: str
    name: str
    sector: str | None
    country: str | None
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    person: bool = False
    registry_id: str | None = None
    offices: tuple[Office, ...] = ()


class Place(Struct, frozen=True):
    """A named place."""

    id: str
    name: str
    country: str | None
    mentions: tuple[Span, ...]
    kind: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


class Timex(Struct, frozen=True):
    """A TIMEX3 value."""

    type: TimexType
    value: str
    mod: str | None = None


class Time(Struct, frozen=True):
    """A time expression."""

    id: str
    span: Span
    timex: Timex
    earliest: date | None
    latest: date | None
    edtf: str | None = None


class When(Struct, frozen=True):
    """When something happened or held."""

    earliest: date | None
    latest: date | None
    basis: TimeBasis
    time: str | None = None


class Certainty(Struct, frozen=True):
    """A FactBank value with its cues."""

    value: Factuality
    cues: tuple[Span, ...]


class Attribution(Struct, frozen=True):
    """One link of the chain of who says it."""

    holder: str
    kind: HolderKind
    cue: Span
    actor: str | None = None
    direct_quote: bool = False


class Quantity(Struct, frozen=True, rename={"minimum": "min", "maximum": "max"}):
    """How many of what."""

    role: QuantityRole
    unit: str
    minimum: float | None
    maximum: float | None
    span: Span
    of: str | None = None


class Report(Struct, frozen=True):
    """An event as the document reports it."""

    id: str
    type: EventType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: When
    place: str | None
    status: Status
    certainty: Certainty
    attribution: tuple[Attribution, ...]
    quantities: tuple[Quantity, ...]
    trigger: Span
    evidence: Span
    instrument: str | None = None
    precision: Precision | None = None
    confidence: Share | None = None
    rule: str | None = None
    cameo: str | None = None


class Relation(Struct, frozen=True, rename={"subject": "from", "target": "to"}):
    """What holds between two parties."""

    id: str
    type: RelationType
    subject: str
    target: str
    means: tuple[Means, ...]
    when: When
    certainty: Certainty
    attribution: tuple[Attribution, ...]
    evidence: Span
    confidence: Share | None = None
    rule: str | None = None


class Probability(Struct, frozen=True):
    """A probability word and its range."""

    low: float | None
    high: float | None
    cue: Span | None


class Forecast(Struct, frozen=True):
    """What the text says will come."""

    id: str
    statement: Span
    subjects: tuple[str, ...]
    probability: Probability
    horizon: When
    attribution: tuple[Attribution, ...]
    evidence: Span
    event_type: EventType | None = None
    condition: Span | None = None
    confidence: Share | None = None
    rule: str | None = None


class Unclassified(Struct, frozen=True):
    """An event without a type."""

    trigger: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class CoderIdentity(Struct, frozen=True):
    """Which coder made the records."""

    name: str
    version: str
    ontology: str
    resources: dict[str, str]


class CodedDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole object."""

    schema: Literal["khaldun/coded-document/1"]
    coder: CoderIdentity
    document: Document
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    reports: tuple[Report, ...]
    relations: tuple[Relation, ...]
    forecasts: tuple[Forecast, ...]
    warnings: tuple[str, ...] = ()
    unclassified: tuple[Unclassified, ...] = ()
