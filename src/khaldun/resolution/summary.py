"""What is shown of an event: the values that its reports give, with their differences."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from khaldun.record import Event, EventType, Factuality, Place, Precision, Report, Stated, Status
from khaldun.resolution.counts import counts_of
from khaldun.resolution.digests import digest
from khaldun.resolution.disputes import contradictions_of
from khaldun.resolution.facts import Facts, Party
from khaldun.resolution.model import Context
from khaldun.resolution.origins import origins_of
from khaldun.resolution.places import coarseness

V = TypeVar("V", bound=Hashable)
Reports = Sequence[Stated[Report]]
_TYPES, _STATUSES, _VALUES = tuple(EventType), tuple(Status), tuple(Factuality)


def event_of(stated: Reports, facts: Mapping[str, Facts], context: Context) -> Event:
    """The event of these reports, which are in order of id."""
    origins = origins_of(stated, context.lineages)
    members = [facts[item.id] for item in stated]
    counts = counts_of(stated, origins.of)
    earliest, latest = _best_dated(stated, origins.of)
    precisions = {item.item.precision for item in stated}
    kind = _most(stated, lambda r: r.type, _TYPES, origins.of)
    actors = _shown(p for m in members for p in m.actors)
    # A toll among the attackers makes them no target of their own attack.
    recipients = _shown(p for m in members for p in m.recipients)
    return Event(
        id=f"event-{digest(stated[0].id)}",
        type=kind,
        status=_most(stated, lambda r: r.status, _STATUSES, origins.of),
        certainty=_most(stated, lambda r: r.certainty.value, _VALUES, origins.of),
        reports=tuple(item.id for item in stated),
        sources=origins.names,
        earliest=earliest,
        latest=latest,
        first_day=min((d for d in (i.item.when.earliest for i in stated) if d), default=None),
        last_day=max((d for d in (i.item.when.latest for i in stated) if d), default=None),
        modes=tuple(sorted({mode for i in stated if i.item.type is kind for mode in i.item.modes})),
        contexts=tuple(sorted({c for item in stated for c in item.item.contexts})),
        actors=actors,
        recipients=tuple(p for p in recipients if p not in actors),
        places=_places(members),
        precision=next((p for p in Precision if p in precisions), None),
        counts=counts,
        contradictions=contradictions_of(members, counts, origins.of),
    )


def _most(
    stated: Reports,
    value_of: Callable[[Report], V],
    order: Sequence[V],
    origins: Mapping[str, str],
) -> V:
    """The value that most origins give; of as many, the first of the vocabulary."""
    if len(stated) == 1:
        return value_of(stated[0].item)
    found: dict[V, set[str]] = defaultdict(set)
    for item in stated:
        found[value_of(item.item)].add(origins[item.id])
    return min(found, key=lambda value: (-len(found[value]), order.index(value)))


def _best_dated(stated: Reports, origins: Mapping[str, str]) -> tuple[date | None, date | None]:
    """The narrowest range of days; of as narrow ones that which most origins give."""
    found: dict[tuple[date | None, date | None], set[str]] = defaultdict(set)
    for item in stated:
        found[item.item.when.earliest, item.item.when.latest].add(origins[item.id])
    return min(found, key=lambda days: (_days(days), -len(found[days]), str(days)))


def _days(days: tuple[date | None, date | None]) -> int:
    first, last = days
    if first is None or last is None:
        return 1_000_000 if first is None and last is None else 100_000
    return (last - first).days


def _shown(parties: Iterable[Party]) -> tuple[str, ...]:
    """The named parties, the most often named first; one of each description where none is named.

    Each document's "gunmen" are an actor of their own: shown is the smallest id of each noun.
    """
    named: dict[str, int] = defaultdict(int)
    described: dict[str, str] = {}
    for party in parties:
        if party.generic:
            described[party.noun] = min(party.id, described.get(party.noun, party.id))
        else:
            named[party.id] += 1
    if named:
        return tuple(sorted(named, key=lambda i: (-named[i], i)))
    return tuple(sorted(described.values()))


def _places(members: Iterable[Facts]) -> tuple[str, ...]:
    found: dict[str, Place] = {m.place.id: m.place for m in members if m.place is not None}
    given: dict[str, int] = defaultdict(int)
    for member in members:
        if member.place is not None:
            given[member.place.id] += 1
    return tuple(sorted(found, key=lambda i: (coarseness(found[i]), -given[i], i)))
