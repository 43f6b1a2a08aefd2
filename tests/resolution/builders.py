"""Reports, relations and actors of a record, made by hand; all that happens is invented."""

from datetime import date
from typing import TypeVar

from khaldun.record import (
    Actor,
    Attribution,
    Certainty,
    Entity,
    EventType,
    Factuality,
    HolderKind,
    Place,
    Publication,
    PublicationBasis,
    Quantity,
    QuantityRole,
    Relation,
    RelationType,
    Report,
    Span,
    Stated,
    Status,
    TimeBasis,
    When,
)
from khaldun.resolution import Context

Said = TypeVar("Said", Report, Relation)
MAY = {day: date(2019, 5, day) for day in range(1, 32)}


def person(name: str, **fields: object) -> Actor:
    return Actor(**({"id": f"id {name}", "name": name, "person": True} | fields))  # type: ignore[arg-type]


def body(name: str, **fields: object) -> Actor:
    return Actor(**({"id": f"id {name}", "name": name} | fields))  # type: ignore[arg-type]


FRONT = body("Tibesti Liberation Front", id="front", sector="REB", country="TCD")
RIVALS = body("Ennedi Defence Union", id="rivals", sector="REB", country="TCD")
ARMY = body("army of Chad", id="army", sector="MIL", country="TCD")
CHAD = body("Chad", id="Q657", sector="GOV", country="TCD", registry_id="Q657")
GUNMEN = body("gunmen", id="gunmen", sector="UAF")
MEN = body("armed men", id="men", sector="UAF")
PUPILS = body("pupils", id="pupils", sector="CVL")
VILLAGERS = body("villagers", id="villagers", sector="CVL")
ACTORS = (FRONT, RIVALS, ARMY, CHAD, GUNMEN, MEN, PUPILS, VILLAGERS)


def _place(name: str, kind: str, latitude: float, longitude: float) -> Place:
    return Place(
        id=name, name=name, kind=kind, country="TCD", latitude=latitude, longitude=longitude
    )


TOWN = _place("Moundou", "city", 8.57, 16.08)
NEXT_TOWN = _place("Doba", "city", 8.66, 16.85)
REGION = _place("Logone", "region", 8.6, 16.1)
COUNTRY = _place("Chad", "country", 15.0, 19.0)
PLACES = (TOWN, NEXT_TOWN, REGION, COUNTRY)
CONTEXT = Context(
    entities={a.id: Entity(actor=a) for a in ACTORS}, places={p.id: p for p in PLACES}
)


def span(quote: str) -> Span:
    return Span(start=0, end=len(quote), quote=quote)


def on(first: date | None, last: date | None = None, basis: TimeBasis = TimeBasis.STATED) -> When:
    return When(earliest=first, latest=last or first, basis=basis)


def undated(published: date) -> When:
    """What the coder gives to news without a date of its own."""
    return When(earliest=None, latest=published, basis=TimeBasis.PUBLICATION)


def count(low: float | None, high: float | None = None, **fields: object) -> Quantity:
    given = {"role": QuantityRole.CAPTURED, "unit": "pupils", "span": span("some")} | fields
    return Quantity(minimum=low, maximum=low if high is None else high, **given)  # type: ignore[arg-type]


def report(name: str, **fields: object) -> Stated[Report]:
    """A report of its own document and outlet: gunmen abduct pupils in a town on 14 May."""
    published = fields.pop("published", MAY[15])
    given = {
        "type": EventType.ASSAULT,
        "modes": ("abduct",),
        "when": on(MAY[14]),
        "status": Status.HAPPENED,
        "certainty": Certainty(value=Factuality.CERTAIN),
        "trigger": span("abducted"),
        "evidence": span(f"Of {name}."),
        "actors": ("gunmen",),
        "recipients": ("pupils",),
        "place": "Moundou",
    }
    document = str(fields.pop("document", f"doc-{name}"))
    source = str(fields.pop("source", f"outlet of {document}"))
    item = Report(id=name, **(given | fields))  # type: ignore[arg-type]
    return _stated(item, document, source, published)


def relation(name: str, **fields: object) -> Stated[Relation]:
    """A relation of its own document: the army backs the front, as known on 14 May."""
    published = fields.pop("published", MAY[15])
    given = {
        "type": RelationType.BACKS,
        "subject": "army",
        "target": "front",
        "when": on(MAY[14]),
        "certainty": Certainty(value=Factuality.CERTAIN),
        "evidence": span(f"Of {name}."),
    }
    item = Relation(id=name, **(given | fields))  # type: ignore[arg-type]
    return _stated(item, f"doc-{name}", f"outlet of {name}", published)


def said_by(actor: str) -> tuple[Attribution, ...]:
    return (Attribution(holder=actor, kind=HolderKind.NAMED, cue=span("said"), actor=actor),)


def _stated(item: Said, document: str, source: str, published: object) -> Stated[Said]:
    basis = PublicationBasis.GIVEN
    known = None
    if isinstance(published, date):
        known = Publication(earliest=published, latest=published, basis=basis)
    return Stated(version=1, document=document, source=source, published=known, item=item)
