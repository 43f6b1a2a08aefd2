"""Timeline and map: pages that a script draws from their JSON twin."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from khaldun.errors import UsageError
from khaldun.exchange import wording
from khaldun.exchange.html.markup import Markup, element, text, void
from khaldun.ontology import quad_of
from khaldun.record import Event, Place, Precision
from khaldun.store import Kind
from khaldun.web.showing import path_of
from khaldun.web.view import Answer, View

MOST = 1_000  # a drawing of more is slow, and nobody can read it


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


def timeline(view: View) -> Answer:
    """Events on an axis of time, ends that are not known faded."""
    events = view.record.events(view.selection, limit=MOST).items
    words = _labels(view, events)
    bars = [_bar(event, words[event.id]) for event in events]
    dated = tuple(bar for bar in bars if bar.earliest or bar.latest)
    data = Timeline(bars=dated, undated=len(bars) - len(dated), months=_months(events))
    note = f"{wording.plural(data.undated, 'event')} without a date not drawn. "
    return Answer(
        title="Timeline",
        body=drawing("timeline", note + left_out(view, Kind.EVENT)),
        data=data,
        scripts=("page.js", "vendor/d3-7.9.0.js", "timeline.js"),
        filtered=True,
        drawn=True,
        links=tuple(path_of("events", bar.id) for bar in dated),
        table="events",
        forms=("timelinejs",),
    )


def places(view: View) -> Answer:
    """Events where they took place; shapes say how exact the place is."""
    events = view.record.events(view.selection, limit=MOST).items
    data = _placed(view, events)
    wide = ", ".join(f"{name} ({n})" for name, n in data.wide) or "none"
    note = (
        f"{wording.plural(data.unplaced, 'event')} without a place; not drawn as points: {wide}. "
        "Boundaries: Natural Earth. "
    )
    return Answer(
        title="Map",
        body=element(
            "div", drawing("map", note + left_out(view, Kind.EVENT)), _listed(), _own_boundaries()
        ),
        data=data,
        scripts=(
            "page.js",
            "vendor/leaflet-1.9.4.js",
            "vendor/topojson-client-3.1.0.js",
            "map.js",
        ),
        styles=("vendor/leaflet-1.9.4.css",),
        filtered=True,
        drawn=True,
        links=tuple(path_of("events", id_) for pin in data.pins for id_, _ in pin.events),
        blocks=(("world", _world()),),
        table="events",
        forms=("geojson",),
    )


def _placed(view: View, events: tuple[Event, ...]) -> Map:
    """Which events are drawn as a point, and which are only counted."""
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
                place=place.name,
                precision=precision,
                latitude=place.latitude,
                longitude=place.longitude,
                events=tuple((event.id, words[event.id]) for event in found),
            )
        )
    return Map(pins=tuple(pins), wide=tuple(wide), unplaced=len(at.get("", ())))


def _own_boundaries() -> Markup:
    """Where a file with boundaries is chosen, which a script draws and sends nowhere."""
    field = void("input", type="file", id="boundaries", accept=".json,.geojson")
    label = element("label", text("Boundaries of your own (GeoJSON) "), field)
    return element(
        "p", label, element("output", id="boundaries-told", aria_live="polite"), class_="filters"
    )


def _listed() -> Markup:
    """Where a script lists what is on the map, for whoever does not point."""
    return element(
        "details",
        element("summary", text("Places as a list")),
        element("p", id="places", class_="places"),
    )


@cache
def _world() -> bytes:
    """Coasts and boundaries, as Natural Earth has them."""
    return (files("khaldun.web") / "static/vendor/countries-50m-2.0.2.json").read_bytes()


def left_out(view: View, kind: Kind) -> str:
    """How many are beyond what is drawn, and what to do about it."""
    number = view.record.count(kind, view.selection)
    if number <= MOST:
        return ""
    return (
        f"Drawn are the first {MOST:,} of {number:,}, {number - MOST:,} are not: "
        "narrow them with the filters."
    )


def _known_places(view: View, events: tuple[Event, ...]) -> dict[str, Place]:
    """The place of each event, as far as it has one that stands in the record."""
    known = {}
    for identifier in dict.fromkeys(i for event in events for i in event.places[:1]):
        with suppress(UsageError):
            known[identifier] = view.record.place(identifier)
    return known


def drawing(kind: str, note: str) -> Markup:
    """The box that a script draws into, what is not in it, and what was picked from it."""
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
