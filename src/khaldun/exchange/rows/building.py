"""From what was read of a row to a coded document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from khaldun.exchange.rows.cells import Cells
from khaldun.exchange.rows.text import RowText
from khaldun.ontology import plover
from khaldun.record import (
    Actor,
    Attribution,
    Certainty,
    CodedDocument,
    CoderIdentity,
    Document,
    EventType,
    Factuality,
    HolderKind,
    Mention,
    Place,
    Precision,
    Publication,
    PublicationBasis,
    Quantity,
    QuantityRole,
    Report,
    Span,
    Status,
    Time,
    TimeBasis,
    Timex,
    TimexType,
    When,
    document_id,
)

# The coder of imported rows begins so: they are never coded again from their text.
IMPORT = "import:"
_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party that a cell names."""

    name: str
    column: str
    sector: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The place that cells name, and how exact it is."""

    name: str
    column: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A range of days and the cell that gives it."""

    column: str
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A count and the cell that gives it."""

    role: QuantityRole
    column: str
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who the row says it has it from."""

    name: str
    column: str
    kind: HolderKind = HolderKind.MEDIA


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEvent:
    """The event of a row: `evidence` is the column of its prose, `trigger` that of its type."""

    type: EventType
    trigger: str
    evidence: str
    days: Days
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    spot: Spot | None = None
    tolls: tuple[Toll, ...] = ()
    holders: tuple[Holder, ...] = ()
    status: Status = Status.HAPPENED
    certainty: Factuality = Factuality.CERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """Where rows are from: the name that is shown as publisher, the format, the file."""

    name: str
    form: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """What is known of when and where a row was published."""

    day: date | None = None
    url: str | None = None
    title: str | None = None
    language: str = "en"


def coded_row(
    data_set: DataSet, row: RowText, event: RowEvent, published: Publishing
) -> CodedDocument:
    """The coded document of one row: one report, with the cells as its evidence."""
    parties = _Parties(row, (*event.actors, *event.recipients))
    document = _document(data_set, row, published)
    place = _place(row, event.spot)
    time = _time(row, event.days)
    report = Report(
        id="r1",
        type=event.type,
        when=_when(event.days, time),
        status=event.status,
        certainty=Certainty(value=event.certainty),
        trigger=row.span(event.trigger),
        evidence=row.span(event.evidence),
        modes=event.modes,
        contexts=event.contexts,
        actors=parties.ids(event.actors),
        recipients=parties.ids(event.recipients),
        place=place.id if place else None,
        precision=event.spot.precision if event.spot else None,
        attribution=tuple(_link(row, holder) for holder in event.holders),
        quantities=tuple(_quantity(row, toll) for toll in event.tolls),
        rule=f"{IMPORT}{data_set.form}",
    )
    return CodedDocument(
        coder=coder_of(data_set.form),
        document=document,
        actors=parties.actors,
        places=(place,) if place else (),
        times=(time,) if time else (),
        reports=(report,),
    )


def coder_of(form: str) -> CoderIdentity:
    """The coder that imported rows of a format name."""
    return CoderIdentity(name=f"{IMPORT}{form}", version=_VERSION, ontology=plover().version)


def known_modes(event_type: EventType, modes: Sequence[str]) -> tuple[str, ...]:
    """The modes that the type has, in order and once."""
    known = plover().types[event_type].modes
    return tuple(dict.fromkeys(mode for mode in modes if mode in known))


def read_modes(cells: Cells, column: str, event_type: EventType) -> tuple[str, ...]:
    """The modes of a cell; what the type has not is noted."""
    items = cells.items(column)
    found = known_modes(event_type, items)
    if len(found) != len(items):
        cells.note(column, f"is no mode of {event_type}")
    return found


def read_contexts(cells: Cells, column: str) -> tuple[str, ...]:
    """The contexts of a cell; what PLOVER has not is noted."""
    items = cells.items(column)
    found = tuple(item for item in items if item in plover().contexts)
    if len(found) != len(items):
        cells.note(column, "is no context of PLOVER")
    return found


class _Parties:
    """The actors of a row: a name that stands on both sides is one actor."""

    def __init__(self, row: RowText, parties: Sequence[Party]) -> None:
        named: dict[str, Party] = {}
        for party in parties:
            named.setdefault(party.name, party)
        self._ids = {name: f"a{number}" for number, name in enumerate(named, start=1)}
        self.actors = tuple(self._actor(row, party) for party in named.values())

    def ids(self, parties: Sequence[Party]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._ids[party.name] for party in parties))

    def _actor(self, row: RowText, party: Party) -> Actor:
        return Actor(
            id=self._ids[party.name],
            name=party.name,
            sector=party.sector,
            country=party.country,
            mentions=(Mention(span=row.part(party.column, party.name)),),
        )


def _document(data_set: DataSet, row: RowText, published: Publishing) -> Document:
    day = published.day
    return Document(
        id=document_id(row.text),
        text=row.text,
        language=published.language,
        title=published.title,
        publisher=data_set.name,
        url=published.url,
        published=Publication(earliest=day, latest=day, basis=PublicationBasis.GIVEN)
        if day
        else None,
    )


def _place(row: RowText, spot: Spot | None) -> Place | None:
    if spot is None:
        return None
    located = spot.latitude is not None and spot.longitude is not None
    return Place(
        id="p1",
        name=spot.name,
        country=spot.country,
        latitude=spot.latitude if located else None,
        longitude=spot.longitude if located else None,
        geonames_id=spot.geonames_id,
        mentions=(row.part(spot.column, spot.name),),
    )


def _time(row: RowText, days: Days) -> Time | None:
    if days.earliest is None and days.latest is None:
        return None
    ends = (days.earliest, days.latest)
    value = "/".join(dict.fromkeys(end.isoformat() if end else ".." for end in ends))
    return Time(
        id="t1",
        span=row.span(days.column),
        timex=Timex(type=TimexType.DATE, value=value),
        edtf=value,
        earliest=days.earliest,
        latest=days.latest,
    )


def _when(days: Days, time: Time | None) -> When:
    return When(
        earliest=days.earliest,
        latest=days.latest,
        basis=TimeBasis.STATED,
        time=time.id if time else None,
    )


def _link(row: RowText, holder: Holder) -> Attribution:
    cue: Span = row.part(holder.column, holder.name)
    return Attribution(holder=holder.name, kind=holder.kind, cue=cue)


def _quantity(row: RowText, toll: Toll) -> Quantity:
    return Quantity(
        role=toll.role,
        unit="people",
        minimum=toll.minimum,
        maximum=toll.maximum,
        span=row.span(toll.column),
    )


def tolls_of(
    role: QuantityRole,
    best: tuple[str, float | None],
    low: tuple[str, float | None],
    high: tuple[str, float | None],
) -> Iterator[Toll]:
    """The best figure, then the range where it is wider; each as column and figure."""
    column, figure = best
    if figure is not None:
        yield Toll(role=role, column=column, minimum=figure, maximum=figure)
    ends = (low[1], high[1])
    ordered = None in ends or (low[1] or 0) <= (high[1] or 0)
    if ordered and any(end not in (None, figure) for end in ends):
        yield Toll(role=role, column=low[0], minimum=low[1], maximum=high[1])
