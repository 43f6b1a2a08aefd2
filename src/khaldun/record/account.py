"""The account: what the statements of many documents come to, with the way back to each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from khaldun.record.actor import Actor
from khaldun.record.document import Document, Publication
from khaldun.record.forecast import Forecast
from khaldun.record.place import Place
from khaldun.record.relation import Relation
from khaldun.record.report import Report
from khaldun.record.vocabulary import (
    EventType,
    Factuality,
    Means,
    Precision,
    QuantityRole,
    RelationType,
    Status,
)

Item = TypeVar("Item", Report, Relation, Forecast)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One reading of a source: the same page read again with another text is a new edition.

    `source` is who published it (publisher, else host of the address, else the file's name);
    `location` the address or path that it was read from; `number` counts from 1; `current`
    is whether no later edition has replaced it. `lineage` is the id of the document whose
    text this one copies, its own id where it copies none.
    """

    document: Document
    source: str
    location: str
    number: int = 1
    current: bool = True
    lineage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Generic[Item]):
    """A report, relation or forecast as one document states it, under its id in the record.

    The `item` is that of the coded document with ids of the record in place of the
    document's own: its id, the actors and the places that it names. Its spans are offsets
    into the text of `document` (a document id).
    """

    version: int
    document: str
    source: str
    published: Publication | None
    item: Item

    @property
    def id(self) -> str:
        """The id in the record, made from the content: the same in every record."""
        return self.item.id


AnyStated = Stated[Report] | Stated[Relation] | Stated[Forecast]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """An actor of one document that is held to be an actor of the record, and why.

    `actor` is the id within `document`; `score` runs from 0 to 1; `reason` says it in words.
    """

    document: str
    actor: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An actor across documents; `actor` has the id of the record and no mentions."""

    actor: Actor
    joinings: tuple[Joining, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count as one report gives it; an end that the text leaves open is None."""

    report: str
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many, over all reports of an event, with who gave which figure.

    `low` and `high` are the smallest and the largest that any report allows; `best` is the
    figure that most independent sources give, the latest of them where they tie.
    """

    role: QuantityRole
    unit: str
    low: float | None
    best: float | None
    high: float | None
    figures: tuple[Figure, ...] = ()


class ContradictionKind(StrEnum):
    """On what the reports of one event disagree."""

    DENIED = "denied"
    PERPETRATOR = "perpetrator"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two sides that cannot both be right, as the ids of their reports or relations."""

    kind: ContradictionKind
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one or more reports are about. Reports keep their differences; this shows them.

    `actors` and `recipients` are entity ids. `earliest` to `latest` is the narrowest range
    of days that the best-dated reports allow, `first_day` to `last_day` the widest that any
    gives. `places` are all that are given, the most exact first. `sources` are the
    independent ones: copies and agency text count once.
    """

    id: str
    type: EventType
    status: Status
    certainty: Factuality
    reports: tuple[str, ...]
    sources: tuple[str, ...]
    earliest: date | None = None
    latest: date | None = None
    first_day: date | None = None
    last_day: date | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    precision: Precision | None = None
    counts: tuple[Count, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One end of an interval: the days in which it lies and the relations that say so."""

    earliest: date | None
    latest: date | None
    relations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What holds between two parties over an interval, from the relations of all documents.

    `subject` and `target` as in `Relation`, with ids of the record. `began` is when it began
    at the latest known, `ended` None while no document tells of an end; `attested` is the
    last day on which a document says that it held.
    """

    id: str
    type: RelationType
    subject: str
    target: str
    certainty: Factuality
    relations: tuple[str, ...]
    sources: tuple[str, ...]
    means: tuple[Means, ...] = ()
    began: Bound | None = None
    attested: date | None = None
    ended: Bound | None = None
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A whole record, or the part of it that a selection leaves, ready to be written out."""

    editions: tuple[Edition, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    reports: tuple[Stated[Report], ...] = ()
    relations: tuple[Stated[Relation], ...] = ()
    forecasts: tuple[Stated[Forecast], ...] = ()
    events: tuple[Event, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def statements(self) -> tuple[AnyStated, ...]:
        """Reports, then relations, then forecasts."""
        return (*self.reports, *self.relations, *self.forecasts)
