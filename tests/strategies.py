"""Hypothesis strategies for records: any coded document that the types allow."""

from datetime import date
from itertools import pairwise

from hypothesis import strategies as st

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
    Precision,
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

# What UTF-8 can carry, with the characters that break naive writers made likely.
characters = st.one_of(
    st.characters(codec="utf-8"), st.sampled_from("<>&\"'=+-@\n\r\t;,\u202e\u2028 \x00🛰é")
)
words = st.text(characters, max_size=12)
texts = st.text(characters, min_size=1, max_size=120)
maybe_words = st.none() | words
identifiers = st.text(st.characters(codec="utf-8"), min_size=1, max_size=6)
days = st.dates(min_value=date(1900, 1, 1))
shares = st.floats(0, 1)
maybe_share = st.none() | shares
maybe_number = st.none() | st.floats(0, 1e9)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def ranges(draw: st.DrawFn) -> dict[str, date | None]:
    first, second = draw(days), draw(days)
    ends = {"earliest": min(first, second), "latest": max(first, second)}
    return {name: day if draw(st.booleans()) else None for name, day in ends.items()}


@st.composite
def publications(draw: st.DrawFn, text: str) -> Publication:
    first, second = draw(days), draw(days)
    return Publication(
        earliest=min(first, second),
        latest=max(first, second),
        basis=draw(st.sampled_from(PublicationBasis)),
        span=draw(st.none() | spans(text)),
    )


@st.composite
def segment_tilings(draw: st.DrawFn, text: str) -> tuple[Segment, ...]:
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return tuple(
        Segment(start=a, end=b, kind=draw(st.sampled_from(SegmentKind))) for a, b in pairwise(cuts)
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(texts)
    return Document(
        id=draw(st.just(document_id(text)) | identifiers),
        text=text,
        language=draw(st.sampled_from(["en", "ar", "und"])),
        title=draw(maybe_words),
        byline=draw(maybe_words),
        publisher=draw(maybe_words),
        url=draw(maybe_words | st.just("https://example.org/a?b=1&c=2")),
        published=draw(st.none() | publications(text)),
        segments=draw(segment_tilings(text)),
    )


class _Ids:
    """Ids of one coded document, by kind."""

    def __init__(self, ids: list[str]) -> None:
        self.actors, self.places, self.times = ids[0:3], ids[3:5], ids[5:7]
        self.rest = ids[7:]

    def some_actors(self) -> st.SearchStrategy[tuple[str, ...]]:
        return st.lists(st.sampled_from(self.actors), max_size=2).map(tuple)

    def maybe_actor(self) -> st.SearchStrategy[str | None]:
        return st.none() | st.sampled_from(self.actors)


@st.composite
def whens(draw: st.DrawFn, ids: _Ids) -> When:
    return When(
        **draw(ranges()),
        basis=draw(st.sampled_from(TimeBasis)),
        time=draw(st.none() | st.sampled_from(ids.times)),
    )


@st.composite
def certainties(draw: st.DrawFn, text: str) -> Certainty:
    cues = draw(st.lists(spans(text), max_size=2))
    return Certainty(value=draw(st.sampled_from(Factuality)), cues=tuple(cues))


@st.composite
def chains(draw: st.DrawFn, text: str, ids: _Ids) -> tuple[Attribution, ...]:
    link = st.builds(
        Attribution,
        holder=words,
        kind=st.sampled_from(HolderKind),
        cue=spans(text),
        actor=ids.maybe_actor(),
        direct_quote=st.booleans(),
    )
    return tuple(draw(st.lists(link, max_size=2)))


@st.composite
def quantities(draw: st.DrawFn, text: str, ids: _Ids) -> Quantity:
    ends = sorted((draw(st.floats(0, 1e6)), draw(st.floats(0, 1e6))))
    return Quantity(
        role=draw(st.sampled_from(QuantityRole)),
        unit=draw(words),
        minimum=draw(st.none() | st.just(ends[0])),
        maximum=draw(st.none() | st.just(ends[1])),
        span=draw(spans(text)),
        of=draw(ids.maybe_actor()),
    )


def actors(text: str, ids: _Ids, name: str) -> st.SearchStrategy[Actor]:
    return st.builds(
        Actor,
        id=st.just(name),
        name=words,
        sector=st.none() | st.sampled_from(["GOV", "MIL", "REB"]),
        country=st.none() | st.sampled_from(["LBY", "RUS"]),
        person=st.booleans(),
        registry_id=maybe_words,
        aliases=st.lists(words, max_size=2).map(tuple),
        mentions=st.lists(
            st.builds(Mention, span=spans(text), inferred=st.booleans()), max_size=2
        ).map(tuple),
        offices=st.lists(
            st.builds(Office, title=words, of=ids.maybe_actor(), span=st.none() | spans(text)),
            max_size=2,
        ).map(tuple),
    )


@st.composite
def places(draw: st.DrawFn, text: str, name: str) -> Place:
    located = draw(st.booleans())
    return Place(
        id=name,
        name=draw(words),
        kind=draw(st.none() | st.just("city")),
        country=draw(st.none() | st.just("LBY")),
        latitude=draw(st.floats(-90, 90)) if located else None,
        longitude=draw(st.floats(-180, 180)) if located else None,
        geonames_id=draw(st.none() | st.integers(1, 10**8)),
        mentions=tuple(draw(st.lists(spans(text), max_size=2))),
    )


@st.composite
def times(draw: st.DrawFn, text: str, name: str) -> Time:
    timex = Timex(type=draw(st.sampled_from(TimexType)), value=draw(words), mod=draw(maybe_words))
    return Time(
        id=name, span=draw(spans(text)), timex=timex, edtf=draw(maybe_words), **draw(ranges())
    )


def reports(text: str, ids: _Ids, name: str) -> st.SearchStrategy[Report]:
    return st.builds(
        Report,
        id=st.just(name),
        type=st.sampled_from(EventType),
        when=whens(ids),
        status=st.sampled_from(Status),
        certainty=certainties(text),
        trigger=spans(text),
        evidence=spans(text),
        modes=st.lists(words, max_size=2).map(tuple),
        contexts=st.lists(words, max_size=2).map(tuple),
        actors=ids.some_actors(),
        recipients=ids.some_actors(),
        instrument=maybe_words,
        place=st.none() | st.sampled_from(ids.places),
        precision=st.none() | st.sampled_from(Precision),
        attribution=chains(text, ids),
        quantities=st.lists(quantities(text, ids), max_size=2).map(tuple),
        confidence=maybe_share,
        rule=maybe_words,
        cameo=st.none() | st.just("010"),
    )


def relations(text: str, ids: _Ids, name: str) -> st.SearchStrategy[Relation]:
    return st.builds(
        Relation,
        id=st.just(name),
        type=st.sampled_from(RelationType),
        subject=st.sampled_from(ids.actors),
        target=st.sampled_from(ids.actors + ids.places),
        when=whens(ids),
        certainty=certainties(text),
        evidence=spans(text),
        means=st.lists(st.sampled_from(Means), max_size=2).map(tuple),
        attribution=chains(text, ids),
        confidence=maybe_share,
        rule=maybe_words,
    )


@st.composite
def probabilities(draw: st.DrawFn, text: str) -> Probability:
    low, high = sorted((draw(shares), draw(shares)))
    return Probability(
        low=draw(st.none() | st.just(low)),
        high=draw(st.none() | st.just(high)),
        cue=draw(st.none() | spans(text)),
    )


def forecasts(text: str, ids: _Ids, name: str) -> st.SearchStrategy[Forecast]:
    return st.builds(
        Forecast,
        id=st.just(name),
        statement=spans(text),
        probability=probabilities(text),
        horizon=whens(ids),
        evidence=spans(text),
        subjects=ids.some_actors(),
        event_type=st.none() | st.sampled_from(EventType),
        condition=st.none() | spans(text),
        attribution=chains(text, ids),
        confidence=maybe_share,
        rule=maybe_words,
    )


coder_identities = st.builds(
    CoderIdentity,
    name=words,
    version=words,
    ontology=words,
    resources=st.dictionaries(words, words, max_size=3).map(lambda d: tuple(d.items())),
)


@st.composite
def coded_documents(draw: st.DrawFn) -> CodedDocument:
    """Any coded document: two or three of everything, over any text."""
    document = draw(documents())
    text = document.text
    ids = _Ids(draw(st.lists(identifiers, min_size=11, max_size=11, unique=True)))
    unclassified = st.builds(
        Unclassified,
        trigger=spans(text),
        actors=ids.some_actors(),
        recipients=ids.some_actors(),
    )
    return CodedDocument(
        coder=draw(coder_identities),
        document=document,
        actors=tuple(draw(actors(text, ids, i)) for i in ids.actors),
        places=tuple(draw(places(text, i)) for i in ids.places),
        times=tuple(draw(times(text, i)) for i in ids.times),
        reports=tuple(draw(reports(text, ids, i)) for i in ids.rest[:2]),
        relations=(draw(relations(text, ids, ids.rest[2])),),
        forecasts=(draw(forecasts(text, ids, ids.rest[3])),),
        unclassified=tuple(draw(st.lists(unclassified, max_size=1))),
        warnings=tuple(draw(st.lists(words, max_size=1))),
    )
