"""Timeline, map and network: pages that a script draws from their JSON twin."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from khaldun.errors import UsageError
from khaldun.exchange import wording
from khaldun.exchange.html.markup import Markup, element, text, void
from khaldun.ontology import quad_of
from khaldun.record import Event, Place, Precision, Tie
from khaldun.store import Kind
from khaldun.web.view import Answer, View

_MOST = 1_000  # a drawing of more is slow, and nobody can read it


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An event on the timeline; an end that is not known is None."""

    id: str
    label: str
    quad: int
    earliest: date | None
    latest: date | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Dated events in order, how many are undated, and counts a month of both kinds."""

    bars: tuple[Bar, ...]
    undated: int
    months: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place with its events; only a point or a town is drawn as one."""

    place: str
    precision: str
    latitude: float
    longitude: float
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Places with coordinates, and what cannot be drawn as a point."""

    pins: tuple[Pin, ...]
    wide: tuple[tuple[str, int], ...]
    unplaced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie between two actors."""

    id: str
    source: str
    target: str
    type: str
    began: date | None
    ended: date | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Actors by id and name, and the ties between them."""

    nodes: tuple[tuple[str, str], ...]
    edges: tuple[Edge, ...]


def timeline(view: View) -> Answer:
    """Events on an axis of time, ends that are not known faded."""
    events = view.record.events(view.selection, limit=_MOST).items
    words = _labels(view, events)
    bars = [_bar(event, words[event.id]) for event in events]
    dated = tuple(bar for bar in bars if bar.earliest or bar.latest)
    data = Timeline(bars=dated, undated=len(bars) - len(dated), months=_months(events))
    note = f"{wording.plural(data.undated, 'event')} without a date not drawn. "
    return Answer(
        title="Timeline",
        body=_drawn("timeline", note + _left_out(view, Kind.EVENT)),
        data=data,
        scripts=("timeline.js",),
        filtered=True,
        drawn=True,
    )


def places(view: View) -> Answer:
    """Events where they took place; shapes say how exact the place is."""
    events = view.record.events(view.selection, limit=_MOST).items
    words = _labels(view, events)
    known = _known_places(view, events)
    at: dict[str, list[Event]] = {}
    for event in events:
        at.setdefault(event.places[0] if event.places else "", []).append(event)
    pins, wide = [], []
    for identifier, found in at.items():
        place = known.get(identifier)
        if place is None:
            continue
        precision = found[0].precision or Precision.COUNTRY
        exact = precision in (Precision.POINT, Precision.TOWN, Precision.DISTRICT)
        if place.latitude is None or place.longitude is None or not exact:
            wide.append((place.name, len(found)))
            continue
        pins.append(
            Pin(
                place=place.name, precision=precision, latitude=place.latitude,
                longitude=place.longitude,
                events=tuple((event.id, words[event.id]) for event in found),
            )
        )  # fmt: skip
    data = Map(pins=tuple(pins), wide=tuple(wide), unplaced=len(at.get("", ())))
    note = (
        f"{wording.plural(data.unplaced, 'event')} without a place; "
        f"not drawn as points: {', '.join(f'{name} ({n})' for name, n in wide) or 'none'}. "
        "Boundaries: Natural Earth. "
    )
    own = element(
        "p",
        element("label", text("Boundaries of your own (GeoJSON) "),
                void("input", type="file", id="boundaries", accept=".json,.geojson")),
        element("output", id="boundaries-told", aria_live="polite"),
        class_="filters",
    )  # fmt: skip
    return Answer(
        title="Map",
        body=element("div", _drawn("map", note + _left_out(view, Kind.EVENT)), own),
        data=data,
        scripts=("map.js",),
        filtered=True,
        drawn=True,
    )


def network(view: View) -> Answer:
    """Who backs, opposes, leads whom, on a date that can be moved."""
    ties = [t for t in view.record.relations(view.selection, limit=_MOST).items if _is_between(t)]
    names = view.record.names(i for tie in ties for i in (tie.subject, tie.target))
    known = {id_ for id_, _ in names}
    edges = tuple(_edge(tie) for tie in ties if {tie.subject, tie.target} <= known)
    slider = element(
        "label", text("On "), void("input", type="range", id="day"), element("output", id="shown")
    )
    return Answer(
        title="Network",
        body=element(
            "div",
            element("p", slider, class_="filters"),
            _drawn("network", _left_out(view, Kind.TIE)),
        ),
        data=Network(nodes=names, edges=edges),
        scripts=("network.js",),
        filtered=True,
        drawn=True,
    )


def _left_out(view: View, kind: Kind) -> str:
    """How many are beyond what is drawn, and what to do about it."""
    number = view.record.count(kind, view.selection)
    if number <= _MOST:
        return ""
    return (
        f"Drawn are the first {_MOST:,} of {number:,}, {number - _MOST:,} are not: "
        "narrow them with the filters."
    )


def _known_places(view: View, events: tuple[Event, ...]) -> dict[str, Place]:
    """The place of each event, as far as it has one that stands in the record."""
    known = {}
    for identifier in dict.fromkeys(i for event in events for i in event.places[:1]):
        with suppress(UsageError):
            known[identifier] = view.record.place(identifier)
    return known


def _drawn(kind: str, note: str) -> Markup:
    return element(
        "figure",
        element("div", id="drawing", class_=f"drawing {kind}", role="group", aria_label=kind),
        element("figcaption", text(note)),
        element("div", id="picked", aria_live="polite"),
    )


def _labels(view: View, events: tuple[Event, ...]) -> dict[str, str]:
    ids = {i for event in events for i in (*event.actors, *event.recipients, *event.places[:1])}
    names = dict(view.record.names(ids))

    def words(ids: tuple[str, ...]) -> str:
        return ", ".join(names.get(i, "") for i in ids)

    return {
        e.id: f"{words(e.actors) or 'somebody'} {e.type}"
        + (f" → {words(e.recipients)}" if e.recipients else "")
        + (f", in {words(e.places[:1])}" if e.places else "")
        for e in events
    }


def _bar(event: Event, label: str) -> Bar:
    return Bar(
        id=event.id,
        label=label,
        quad=quad_of(event.type).number,
        earliest=event.earliest,
        latest=event.latest,
        reports=len(event.reports),
    )


def _months(events: tuple[Event, ...]) -> tuple[tuple[str, int, int], ...]:
    """For each month, how many events began in it and how many reports tell of them."""
    counted: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for event in events:
        day = event.earliest or event.latest
        if day is not None:
            counted[day.isoformat()[:7]] += 1
            told[day.isoformat()[:7]] += len(event.reports)
    return tuple((month, counted[month], told[month]) for month in sorted(counted))


def _is_between(tie: Tie) -> bool:
    return tie.type not in ("controls", "present_in")


def _edge(tie: Tie) -> Edge:
    began = (tie.began.earliest or tie.began.latest) if tie.began else None
    ended = (tie.ended.latest or tie.ended.earliest) if tie.ended else None
    return Edge(
        id=tie.id, source=tie.subject, target=tie.target, type=tie.type.value, began=began,
        ended=ended, evidence=tie.relations[0] if tie.relations else "",
    )  # fmt: skip
