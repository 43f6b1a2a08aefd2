"""Reports: events as one document states them."""

from dataclasses import dataclass

from khaldun.record.claim import Attribution, Certainty
from khaldun.record.quantity import Quantity
from khaldun.record.span import Span
from khaldun.record.time import When
from khaldun.record.vocabulary import EventType, Precision, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An event as this document reports it: who did what to whom, when, where.

    `actors` and `recipients` are actor ids, `place` a place id. `trigger` is the word that
    makes it an event, `evidence` the sentence a reader needs to check it. `rule` names the
    stage version and lexicon entry that made it.
    """

    id: str
    type: EventType
    when: When
    status: Status
    certainty: Certainty
    trigger: Span
    evidence: Span
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    instrument: str | None = None
    place: str | None = None
    precision: Precision | None = None
    attribution: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    confidence: float | None = None
    rule: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclassified:
    """What looks like an event between actors but has no type in the lexicon."""

    trigger: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
