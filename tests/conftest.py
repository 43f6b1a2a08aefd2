"""Documents coded by hand, for tests that need records and no coder."""

from datetime import date

import pytest
from hypothesis import HealthCheck, settings

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
    Means,
    Mention,
    Office,
    Place,
    Probability,
    Publication,
    PublicationBasis,
    Quantity,
    QuantityRole,
    Relation,
    RelationType,
    Report,
    Segment,
    SegmentKind,
    Span,
    Status,
    Time,
    TimeBasis,
    Timex,
    TimexType,
    Unclassified,
    When,
    document_id,
)

# A busy machine is slow, not wrong: time is measured in benchmarks, never in tests.
settings.register_profile("khaldun", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("khaldun")

BATTLE = """KARDA, March 4 — Two sides, one river

The army shelled Karda on Tuesday, killing at least 12 fighters, a hospital official said.

Northland, which arms the rebels, will probably send more drones before the summer.

Photo: a <b>tank</b> & crew
"""


def _span(quote: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = BATTLE.index(quote, start + 1)
    return Span.of(BATTLE, start, start + len(quote))


def _segment(quote: str, kind: SegmentKind) -> Segment:
    span = _span(quote)
    return Segment(start=span.start, end=span.end, kind=kind)


FIGHTING = (
    "The army shelled Karda on Tuesday, killing at least 12 fighters, a hospital official said."
)
ARMING = "Northland, which arms the rebels, will probably send more drones before the summer."
TUESDAY = When(
    earliest=date(2025, 3, 4), latest=date(2025, 3, 4), basis=TimeBasis.STATED, time="t1"
)
SUMMER = When(earliest=None, latest=date(2025, 5, 31), basis=TimeBasis.STATED, time="t2")


def _document() -> Document:
    return Document(
        id=document_id(BATTLE),
        text=BATTLE,
        language="en",
        title="Two sides, one river",
        published=Publication(
            earliest=date(2025, 3, 4),
            latest=date(2025, 3, 5),
            basis=PublicationBasis.DATELINE,
            span=_span("March 4"),
        ),
        segments=(
            _segment("KARDA, March 4", SegmentKind.DATELINE),
            _segment("Two sides, one river", SegmentKind.HEADLINE),
            _segment(FIGHTING, SegmentKind.BODY),
            _segment(ARMING, SegmentKind.BODY),
            _segment("Photo: a <b>tank</b> & crew", SegmentKind.CAPTION),
        ),
    )


def _actors() -> tuple[Actor, ...]:
    return (
        Actor(id="a1", name="army", sector="MIL", mentions=(Mention(span=_span("The army")),)),
        Actor(
            id="a2",
            name="rebels",
            sector="REB",
            mentions=(
                Mention(span=_span("the rebels")),
                Mention(span=_span("fighters"), inferred=True),
            ),
        ),
        Actor(
            id="a3",
            name="Northland",
            sector="GOV",
            country="NOR",
            aliases=("Norland",),
            mentions=(Mention(span=_span("Northland")),),
        ),
        Actor(
            id="a4",
            name="hospital official",
            person=True,
            mentions=(Mention(span=_span("a hospital official")),),
            offices=(Office(title="official", span=_span("official")),),
        ),
    )


def _shelling() -> Report:
    return Report(
        id="r1",
        type=EventType.ASSAULT,
        modes=("heavy-weapons",),
        contexts=("military",),
        actors=("a1",),
        recipients=("a2",),
        when=TUESDAY,
        place="p1",
        status=Status.HAPPENED,
        certainty=Certainty(value=Factuality.PROBABLE, cues=(_span("said"),)),
        attribution=(
            Attribution(
                holder="a hospital official",
                kind=HolderKind.UNNAMED,
                cue=_span("said"),
                actor="a4",
            ),
        ),
        quantities=(
            Quantity(
                role=QuantityRole.KILLED,
                unit="fighters",
                minimum=12,
                maximum=None,
                span=_span("at least 12 fighters"),
                of="a2",
            ),
        ),
        trigger=_span("shelled"),
        evidence=_span(FIGHTING),
        rule="events.v1: shell",
        confidence=0.8,
    )


def _backing() -> Relation:
    return Relation(
        id="l1",
        type=RelationType.BACKS,
        subject="a3",
        target="a2",
        means=(Means.WEAPONS,),
        when=When(earliest=None, latest=None, basis=TimeBasis.PUBLICATION),
        certainty=Certainty(value=Factuality.CERTAIN),
        evidence=_span("Northland, which arms the rebels"),
        rule="relations.v1: arm",
    )


def _sending() -> Forecast:
    return Forecast(
        id="f1",
        statement=_span("will probably send more drones before the summer"),
        subjects=("a3",),
        probability=Probability(low=0.55, high=0.8, cue=_span("probably")),
        horizon=SUMMER,
        evidence=_span(ARMING),
        event_type=EventType.AID,
        rule="forecasts.v1: will",
    )


def _times() -> tuple[Time, ...]:
    return (
        Time(
            id="t1",
            span=_span("Tuesday"),
            timex=Timex(type=TimexType.DATE, value="2025-03-04"),
            edtf="2025-03-04",
            earliest=date(2025, 3, 4),
            latest=date(2025, 3, 4),
        ),
        Time(
            id="t2",
            span=_span("before the summer"),
            timex=Timex(type=TimexType.DATE, value="2025-SU", mod="BEFORE"),
            latest=date(2025, 5, 31),
        ),
    )


@pytest.fixture
def battle() -> CodedDocument:
    """A short report with one record of every kind."""
    return CodedDocument(
        coder=CoderIdentity(name="hand", version="1", ontology="plover.2", resources=(("r", "1"),)),
        document=_document(),
        actors=_actors(),
        places=(
            Place(
                id="p1",
                name="Karda",
                kind="city",
                country="NOR",
                latitude=61.5,
                longitude=-7.25,
                mentions=(_span("Karda"),),
            ),
        ),
        times=_times(),
        reports=(_shelling(),),
        relations=(_backing(),),
        forecasts=(_sending(),),
        unclassified=(Unclassified(trigger=_span("killing"), actors=("a1",)),),
        warnings=("one sentence was too long to parse",),
    )
