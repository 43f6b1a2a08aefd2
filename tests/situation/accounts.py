"""Builders of small accounts, for tests of the situation."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from khaldun.record import (
    Actor,
    Attribution,
    Bound,
    Certainty,
    Entity,
    Event,
    EventType,
    Factuality,
    Forecast,
    HolderKind,
    Means,
    Place,
    Probability,
    Publication,
    PublicationBasis,
    Relation,
    RelationType,
    Report,
    Span,
    Stated,
    Status,
    Tie,
    TimeBasis,
    When,
)

WORDS = Span(start=0, end=4, quote="said")
Item = TypeVar("Item", Report, Relation, Forecast)
_REAL = Certainty(value=Factuality.CERTAIN)


def day(month: int, number: int, year: int = 2019) -> date:
    return date(year, month, number)


def when(earliest: date | None, latest: date | None) -> When:
    return When(earliest=earliest, latest=latest, basis=TimeBasis.STATED)


def event(
    name: str, kind: EventType, actors: tuple[str, ...], on: date | None, **more: object
) -> Event:
    fields = {"status": Status.HAPPENED, "certainty": Factuality.CERTAIN, "reports": (f"r-{name}",)}
    dated = {"earliest": on, "latest": on, "actors": actors, "sources": ("Agency",)}
    return Event(id=name, type=kind, **{**fields, **dated, **more})


def tie(kind: RelationType, subject: str, target: str, began: date | None, **more: object) -> Tie:
    bound = None if began is None else Bound(earliest=began, latest=began)
    fields = {
        "id": f"{subject}-{kind}-{target}",
        "certainty": Factuality.CERTAIN,
        "relations": (f"l-{subject}-{target}",),
        "sources": ("Agency",),
        "began": bound,
    }
    return Tie(type=kind, subject=subject, target=target, **{**fields, **more})


def control(
    name: str,
    holder: str,
    place: str,
    first: date | None,
    last: date | None,
    value: Factuality = Factuality.CERTAIN,
    document: str = "",
) -> Stated[Relation]:
    relation = Relation(
        id=name,
        type=RelationType.CONTROLS,
        subject=holder,
        target=place,
        when=when(first, last),
        certainty=Certainty(value=value),
        evidence=WORDS,
    )
    return replace(stated(relation, last or first), document=document or f"doc-{name}")


def forecast(
    name: str, subjects: tuple[str, ...], made: date | None, due: date | None, **more: object
) -> Stated[Forecast]:
    fields: dict[str, object] = {
        "statement": WORDS,
        "evidence": WORDS,
        "probability": Probability(low=0.8, high=0.95),
        "event_type": EventType.ASSAULT,
        "horizon": when(None, due),
    }
    return stated(Forecast(id=name, subjects=subjects, **{**fields, **more}), made)


def report(
    name: str, kind: EventType, actor: str, recipient: str, on: date | None
) -> Stated[Report]:
    item = Report(
        id=name,
        type=kind,
        actors=(actor,),
        recipients=(recipient,),
        when=when(on, on),
        status=Status.HAPPENED,
        certainty=_REAL,
        trigger=WORDS,
        evidence=WORDS,
    )
    return stated(item, on)


def stated(item: Item, published: date | None) -> Stated[Item]:
    day_of = None
    if published is not None:
        day_of = Publication(earliest=published, latest=published, basis=PublicationBasis.GIVEN)
    return Stated(version=1, document="d1", source="Agency", published=day_of, item=item)


def says(holder: str, actor: str | None = None) -> Attribution:
    return Attribution(holder=holder, kind=HolderKind.NAMED, cue=WORDS, actor=actor)


def entity(name: str, country: str | None = None) -> Entity:
    return Entity(actor=Actor(id=name, name=name, country=country))


def place(name: str, country: str | None = None) -> Place:
    return Place(id=name, name=name, country=country)


ARMS = (Means.WEAPONS,)
