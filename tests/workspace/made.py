"""Coded documents in a few words, for tests of the record."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from khaldun.record import (
    Actor,
    Certainty,
    CodedDocument,
    CoderIdentity,
    Document,
    EventType,
    Factuality,
    Forecast,
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

CODER = CoderIdentity(name="by hand", version="1", ontology="plover")
DAY = date(2024, 3, 5)
KILLED = 12


def attack(
    outlet: str = "Daily Lamp",
    *,
    killed: int = KILLED,
    attacker: str = "Harun Front",
    day: date = DAY,
    **values: Any,
) -> CodedDocument:
    """A document in which a group attacks the army at Balqis, is backed, and may do so again."""
    first = f"{attacker} attacked the Zafar Army near Balqis on {day}, killing {killed} soldiers."
    second = f"The {attacker} is armed by Tamur."
    third = f"The {attacker} will probably attack again."
    text = f"{first} {second} {third} {outlet} reports."
    when = When(earliest=day, latest=day, basis=TimeBasis.STATED)
    sure = Certainty(value=Factuality.CERTAIN)
    document = Document(
        id=document_id(text),
        text=text,
        language="en",
        publisher=outlet,
        url=values.get("url"),
        published=Publication(earliest=day, latest=day, basis=PublicationBasis.GIVEN),
    )
    report = Report(
        id="e1",
        type=EventType.ASSAULT,
        when=when,
        status=Status.HAPPENED,
        certainty=sure,
        trigger=span(text, "attacked"),
        evidence=span(text, first),
        actors=("a1",),
        recipients=("a2",),
        place="p1",
        precision=Precision.TOWN,
        quantities=(
            Quantity(
                role=QuantityRole.KILLED,
                unit="soldiers",
                minimum=killed,
                maximum=killed,
                span=span(text, str(killed)),
                of="a2",
            ),
        ),
    )
    relation = Relation(
        id="r1",
        type=RelationType.BACKS,
        subject="a3",
        target="a1",
        when=When(earliest=None, latest=day, basis=TimeBasis.PUBLICATION),
        certainty=sure,
        evidence=span(text, second),
    )
    forecast = Forecast(
        id="f1",
        statement=span(text, third),
        probability=Probability(low=0.55, high=0.8),
        horizon=When(earliest=day, latest=None, basis=TimeBasis.PUBLICATION),
        evidence=span(text, third),
        subjects=("a1",),
        event_type=EventType.ASSAULT,
    )
    return CodedDocument(
        coder=CODER,
        document=document,
        actors=(
            actor(text, "a1", attacker),
            actor(text, "a2", "Zafar Army", country="LBY"),
            actor(text, "a3", "Tamur"),
        ),
        places=(place(text, "p1", "Balqis"),),
        reports=(report,),
        relations=(relation,),
        forecasts=(forecast,),
    )


def recoded(coded: CodedDocument, **changes: Any) -> CodedDocument:
    """The document as a newer coder reads it: its report with these changes."""
    newer = replace(coded.coder, version="2")
    return replace(coded, coder=newer, reports=(replace(coded.reports[0], **changes),))


def actor(text: str, id_: str, name: str, country: str | None = None) -> Actor:
    """An actor of the text."""
    mentions = (Mention(span=span(text, name)),)
    return Actor(id=id_, name=name, sector="REB", country=country, mentions=mentions)


def place(text: str, id_: str, name: str) -> Place:
    """A town of the text, in Libya."""
    return Place(
        id=id_,
        name=name,
        kind="city",
        country="LBY",
        latitude=32.0,
        longitude=13.0,
        geonames_id=7,
        mentions=(span(text, name),),
    )


def span(text: str, words: str) -> Span:
    """The first place in the text where these words stand."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def code_simply(source: Any) -> CodedDocument:
    """A coder, for other processes too, that reads only texts made by `attack`."""
    (killed,) = re.findall(r"killing (\d+) soldiers", source.document.text)
    return replace(attack(killed=int(killed)), document=source.document)
