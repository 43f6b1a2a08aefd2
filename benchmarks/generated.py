"""Coded documents that are made, not read: as many as wanted, each the same at every call.

They are there to fill records; the language in them is of no interest.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from khaldun.record import (
    Actor,
    Attribution,
    Certainty,
    CodedDocument,
    CoderIdentity,
    Document,
    EventType,
    Factuality,
    Forecast,
    HolderKind,
    Mention,
    Place,
    Precision,
    Probability,
    Publication,
    PublicationBasis,
    Quantity,
    QuantityRole,
    Relation,
    RelationType,
    Report,
    Span,
    Status,
    TimeBasis,
    When,
    document_id,
)

CODER = CoderIdentity(name="generated", version="1", ontology="plover")
FIRST_DAY = date(2021, 1, 1)
DAYS = 1_000
_SYLLABLES = ("ba", "dor", "ka", "len", "mi", "nor", "ra", "sul", "ta", "ver", "yo", "zin")
_KINDS = ("Front", "Movement", "Brigade", "Army", "Council", "Union")
_OUTLETS = tuple(f"Outlet {number}" for number in range(40))
_ACTORS = 300
_PLACES = 200
_FILLING = 90  # words of no meaning in each document
_DEEDS = (
    ("attacked", EventType.ASSAULT),
    ("met", EventType.CONSULT),
    ("accused", EventType.ACCUSE),
    ("sanctioned", EventType.SANCTION),
    ("aided", EventType.AID),
)


@dataclass(frozen=True, slots=True)
class _Deed:
    """One sentence of a document and what it says."""

    actor: int
    recipient: int
    place: int
    day: date
    killed: int
    verb: str
    type: EventType

    @property
    def sentence(self) -> str:
        """The sentence."""
        who, whom, where = _group(self.actor), _group(self.recipient), _town(self.place)
        return f"{who} {self.verb} {whom} near {where} on {self.day}, and {self.killed} died."


def documents(number: int, first: int = 0) -> Iterator[CodedDocument]:
    """The documents from number `first` on."""
    return (document(each) for each in range(first, first + number))


def document(number: int) -> CodedDocument:
    """Document `number`: two reports, often a relation, at times a forecast; forty outlets."""
    chance = random.Random(number)  # noqa: S311 - not for secrets
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    deeds = tuple(_deed(chance, day) for _ in range(2))
    filling = " ".join(_word(chance.randrange(1_728)) for _ in range(_FILLING))
    backing = f"{_group(deeds[0].actor)} backs {_group(deeds[1].actor)} with weapons."
    likely = f"Analysts said that {_group(deeds[1].recipient)} will probably strike again."
    text = " ".join(
        [*(deed.sentence for deed in deeds), backing, likely, f"Item {number}: {filling}."]
    )
    source = Document(
        id=document_id(text),
        text=text,
        language="en",
        publisher=chance.choice(_OUTLETS),
        published=Publication(earliest=day, latest=day, basis=PublicationBasis.GIVEN),
    )
    return _coded(source, deeds, backing, likely)


def _coded(source: Document, deeds: tuple[_Deed, ...], backing: str, likely: str) -> CodedDocument:
    text = source.text
    groups = sorted({group for deed in deeds for group in (deed.actor, deed.recipient)})
    when = When(earliest=deeds[0].day, latest=None, basis=TimeBasis.PUBLICATION)
    relation = Relation(
        id="r1",
        type=RelationType.BACKS,
        subject=f"a{deeds[0].actor}",
        target=f"a{deeds[1].actor}",
        when=When(earliest=None, latest=deeds[0].day, basis=TimeBasis.PUBLICATION),
        certainty=Certainty(value=Factuality.CERTAIN),
        evidence=_span(text, backing),
    )
    forecast = Forecast(
        id="f1",
        statement=_span(text, likely),
        probability=Probability(low=0.55, high=0.8),
        horizon=when,
        evidence=_span(text, likely),
        subjects=(f"a{deeds[1].recipient}",),
        event_type=EventType.ASSAULT,
        attribution=(
            Attribution(holder="analysts", kind=HolderKind.UNNAMED, cue=_span(text, "Analysts")),
        ),
    )
    return CodedDocument(
        coder=CODER,
        document=source,
        actors=tuple(_actor(text, group) for group in groups),
        places=tuple(_place(text, place) for place in sorted({deed.place for deed in deeds})),
        reports=tuple(_report(text, n, deed) for n, deed in enumerate(deeds)),
        relations=(relation,)
        if relation.subject != relation.target and deeds[0].killed % 2
        else (),
        forecasts=(forecast,) if deeds[1].killed % 5 == 0 else (),
    )


def _deed(chance: random.Random, day: date) -> _Deed:
    verb, type_ = chance.choice(_DEEDS)
    actor, recipient = chance.sample(range(_ACTORS), 2)
    return _Deed(
        actor=actor,
        recipient=recipient,
        place=chance.randrange(_PLACES),
        day=day - timedelta(days=chance.randrange(5)),
        killed=chance.randrange(1, 40),
        verb=verb,
        type=type_,
    )


def _report(text: str, number: int, deed: _Deed) -> Report:
    evidence = _span(text, deed.sentence)
    start = evidence.start + len(_group(deed.actor)) + 1
    killed = evidence.end - len(f"{deed.killed} died.")
    quantity = Quantity(
        role=QuantityRole.KILLED,
        unit="person",
        minimum=deed.killed,
        maximum=deed.killed,
        span=Span.of(text, killed, killed + len(str(deed.killed))),
    )
    return Report(
        id=f"e{number}",
        type=deed.type,
        when=When(earliest=deed.day, latest=deed.day, basis=TimeBasis.STATED),
        status=Status.HAPPENED,
        certainty=Certainty(value=Factuality.CERTAIN),
        trigger=Span.of(text, start, start + len(deed.verb)),
        evidence=evidence,
        actors=(f"a{deed.actor}",),
        recipients=(f"a{deed.recipient}",),
        place=f"p{deed.place}",
        precision=Precision.TOWN,
        quantities=(quantity,),
    )


def _actor(text: str, number: int) -> Actor:
    name = _group(number)
    registry_id = f"group-{number}" if number % 3 == 0 else None
    return Actor(
        id=f"a{number}",
        name=name,
        sector="REB",
        country=_country(number),
        registry_id=registry_id,
        mentions=(Mention(span=_span(text, name)),),
    )


def _place(text: str, number: int) -> Place:
    return Place(
        id=f"p{number}",
        name=_town(number),
        kind="city",
        country=_country(number),
        latitude=float(number % 80),
        longitude=float(number % 170),
        geonames_id=1_000_000 + number,
        mentions=(_span(text, _town(number)),),
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


@cache
def _word(number: int) -> str:
    size = len(_SYLLABLES)
    return "".join(_SYLLABLES[number // size**place % size] for place in range(3))


@cache
def _group(number: int) -> str:
    return f"{_word(number * 5 + 1).title()} {_word(number * 7 + 2).title()} {_KINDS[number % 6]}"


@cache
def _town(number: int) -> str:
    return f"{_word(number * 8 + 3).title()} {_word(number * 3 + 4).title()}"


def _country(number: int) -> str:
    return ("LBY", "SYR", "UKR", "MLI", "SDN")[number % 5]
