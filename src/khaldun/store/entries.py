"""How a record is listed: in which order it stands and by which columns it is found."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from khaldun.record import (
    Entity,
    Event,
    Forecast,
    Place,
    Problem,
    Relation,
    Report,
    Tie,
    When,
)
from khaldun.store.bodies import encode
from khaldun.store.kinds import Facet, Kind

UNKNOWN_FIRST = ""  # sorts before every day
UNKNOWN_LAST = "~"  # sorts after every day


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record with what it is listed by.

    `place_in_list` is its day, or its name where it has none; `low` to `high` are the days in
    which it can lie. `document` is that of a statement; what is resolved together has one `block`.
    """

    kind: Kind
    id: str
    body: bytes
    place_in_list: str
    low: str = UNKNOWN_FIRST
    high: str = UNKNOWN_LAST
    type: str | None = None
    certainty: str | None = None
    document: str | None = None
    block: str | None = None
    quote: str | None = None
    facets: tuple[tuple[Facet, str], ...] = ()
    names: tuple[str, ...] = ()


def entry_of_statement(item: Report | Relation | Forecast, *, made: date | None) -> Entry:
    """A statement, under its day; it is found by words of its evidence.

    A forecast is under the day on which it was `made`: the last on which it can be published.
    """
    if isinstance(item, Forecast):
        entry = _entry_within(Kind.FORECAST, item, item.horizon)
        return replace(entry, type=item.event_type, place_in_list=_day(made, UNKNOWN_LAST))
    kind = Kind.REPORT if isinstance(item, Report) else Kind.RELATION
    entry = _entry_within(kind, item, item.when)
    return replace(entry, type=item.type, certainty=item.certainty.value)


def _entry_within(kind: Kind, item: Report | Relation | Forecast, when: When) -> Entry:
    low, high = _day(when.earliest, UNKNOWN_FIRST), _day(when.latest, UNKNOWN_LAST)
    return Entry(
        kind=kind,
        id=item.id,
        body=encode(item),
        place_in_list=_place_in_list(low, high),
        low=low,
        high=high,
        quote=item.evidence.quote,
    )


def entry_of_place(place: Place) -> Entry:
    """A place, under its name."""
    return Entry(
        kind=Kind.PLACE,
        id=place.id,
        body=encode(place),
        place_in_list=folded(place.name),
        type=place.kind,
        facets=_facets(Facet.COUNTRY, [place.country]),
        names=(place.name,),
    )


def entry_of_entity(entity: Entity) -> Entry:
    """An actor of the record, under its name."""
    actor = entity.actor
    return Entry(
        kind=Kind.ENTITY,
        id=actor.id,
        body=encode(entity),
        place_in_list=folded(actor.name),
        type=actor.sector,
        facets=_facets(Facet.COUNTRY, [actor.country]),
        names=(actor.name, *actor.aliases),
    )


def entry_of_event(event: Event, *, block: str, facets: Iterable[tuple[Facet, str]]) -> Entry:
    """An event, under its first day; `facets` are those that it has from its reports."""
    low = _day(event.earliest or event.first_day, UNKNOWN_FIRST)
    high = _day(event.latest or event.last_day, UNKNOWN_LAST)
    shown = event.earliest or event.latest
    return Entry(
        kind=Kind.EVENT,
        id=event.id,
        body=encode(event),
        place_in_list=_day(shown, _place_in_list(low, high)),
        low=low,
        high=high,
        type=event.type,
        certainty=event.certainty,
        block=block,
        facets=(
            *_facets(Facet.ACTOR, (*event.actors, *event.recipients)),
            *_facets(Facet.PLACE, event.places),
            *facets,
            *_facets(Facet.CONTRADICTION, [c.kind for c in event.contradictions]),
        ),
    )


def entry_of_tie(tie: Tie, *, block: str, facets: Iterable[tuple[Facet, str]]) -> Entry:
    """What holds between two parties, under the day on which it is first known to hold.

    `facets` are those that it has from its relations.
    """
    began, ended = tie.began, tie.ended
    low = _day((began.earliest or began.latest) if began else None, UNKNOWN_FIRST)
    high = _day(ended.latest if ended else None, UNKNOWN_LAST)
    known = _day(began.latest if began else tie.attested, UNKNOWN_FIRST)
    return Entry(
        kind=Kind.TIE,
        id=tie.id,
        body=encode(tie),
        place_in_list=low or known or UNKNOWN_LAST,
        low=low,
        high=high,
        type=tie.type,
        certainty=tie.certainty,
        block=block,
        facets=(
            *_facets(Facet.ACTOR, (tie.subject, tie.target)),
            *_facets(Facet.PLACE, (tie.target,)),
            *facets,
            *_facets(Facet.CONTRADICTION, [c.kind for c in tie.contradictions]),
        ),
    )


def entry_of_problem(problem: Problem, *, id: str) -> Entry:  # noqa: A002 - the record's own id
    """A problem, under its source."""
    return Entry(
        kind=Kind.PROBLEM,
        id=id,
        body=encode(problem),
        place_in_list=problem.source,
        type=problem.code,
        facets=_facets(Facet.SOURCE, [problem.source]),
    )


def folded(name: str) -> str:
    """A name as names are compared: case and white space do not matter."""
    return " ".join(name.casefold().split())


def _facets(facet: Facet, values: Iterable[str | None]) -> tuple[tuple[Facet, str], ...]:
    return tuple((facet, value) for value in sorted({str(v) for v in values if v}))


def _place_in_list(low: str, high: str) -> str:
    return low or high


def _day(day: date | None, unknown: str) -> str:
    return day.isoformat() if day else unknown
