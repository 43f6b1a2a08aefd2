"""Finds in a draft who stands at which words: what most sets have to ask."""

from collections.abc import Iterable, Sequence

from benchmarks.scoring import dice, overlapping
from khaldun.coding.draft import Draft
from khaldun.record import Actor, Report, Status
from khaldun.record.span import Span

Offsets = tuple[int, int]
_REAL = (Status.HAPPENED, Status.ONGOING)


def offsets(span: Span) -> Offsets:
    """Start and end of a span."""
    return span.start, span.end


def mentions(draft: Draft, actors: Iterable[str]) -> list[Offsets]:
    """Where the actors with these ids are spoken of."""
    wanted = frozenset(actors)
    return [offsets(m.span) for a in draft.actors if a.id in wanted for m in a.mentions]


def overlap(draft: Draft, actors: Iterable[str], stretches: Sequence[Offsets]) -> float:
    """The best Dice overlap of a mention of one of `actors` with one of the stretches."""
    spoken = mentions(draft, actors)
    return max((dice(m, s) for m in spoken for s in stretches), default=0.0)


def actors_at(draft: Draft, stretch: Offsets) -> frozenset[str]:
    """The ids of the actors that have a mention which shares a character with the stretch."""
    return frozenset(
        actor.id
        for actor in draft.actors
        if any(overlapping(offsets(m.span), stretch) for m in actor.mentions)
    )


def places_at(draft: Draft, stretch: Offsets) -> frozenset[str]:
    """The ids of the places that have a mention which shares a character with the stretch."""
    return frozenset(
        place.id
        for place in draft.places
        if any(overlapping(offsets(m), stretch) for m in place.mentions)
    )


def actor(draft: Draft, actor_id: str) -> Actor | None:
    """The actor with that id."""
    return next((a for a in draft.actors if a.id == actor_id), None)


def real(reports: Iterable[Report]) -> list[Report]:
    """The reports of what happened or is happening."""
    return [r for r in reports if r.status in _REAL]


def within(stretch: Offsets, report: Report) -> bool:
    """Whether the report's trigger lies in the stretch."""
    return stretch[0] <= report.trigger.start and report.trigger.end <= stretch[1]
