"""Dyads in time: how much passed between two parties each week or month, and how friendly.

Reports and events are counted apart: the first say how much was written, the second how much
happened.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from khaldun.record import Account, Event, EventType, Report, Stated
from khaldun.situation.rules import event_took_place, took_place


class Step(StrEnum):
    """The length of a period: ISO weeks from Monday to Sunday, or calendar months."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """How many, and the sum of their PLOVER scores, -10 (conflict) to +10 each."""

    number: int = 0
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What `actor` did to `recipient` in the period that begins with `start`.

    Where `start` is None, it is what no single period holds: undated, or dated too widely.
    """

    actor: str
    recipient: str
    start: date | None
    reports: Sum
    events: Sum


_Key = tuple[str, str, date | None]
# Where a text names no recipient, PLOVER lists both sides of these as actors.
_MUTUAL = frozenset({EventType.ASSAULT, EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


def dyads(account: Account, step: Step = Step.MONTH) -> tuple[Point, ...]:
    """A point for each pair and period in which anything took place, by pair, then by time.

    Only what is said, as certain or probable, to have happened is counted.
    """
    reports = _summed(_of_reports(account.reports, step))
    events = _summed(_of_events(account.events, step))
    keys = sorted({*reports, *events}, key=lambda k: (k[0], k[1], k[2] or date.max))
    return tuple(
        Point(
            actor=key[0],
            recipient=key[1],
            start=key[2],
            reports=reports.get(key, Sum()),
            events=events.get(key, Sum()),
        )
        for key in keys
    )


def period(earliest: date | None, latest: date | None, step: Step) -> date | None:
    """The first day of the period that holds the whole range, None where none does."""
    if earliest is None or latest is None:
        return None
    start = _start(earliest, step)
    return start if start == _start(latest, step) else None


@cache
def score(kind: EventType, modes: tuple[str, ...]) -> float:
    """The PLOVER score of a type with those of its modes that PLOVER knows."""
    # Only dyads need the ontology, whose tables take longer to load than a page to be read.
    from khaldun.ontology import modes_of, score_of

    known = modes_of(kind)
    return score_of(kind, [mode for mode in modes if mode in known])


def _start(day: date, step: Step) -> date:
    if step is Step.MONTH:
        return day.replace(day=1)
    return day - timedelta(days=min(day.weekday(), (day - date.min).days))


def _of_reports(reports: Iterable[Stated[Report]], step: Step) -> Iterator[tuple[_Key, float]]:
    for stated in reports:
        report = stated.item
        if took_place(report.type, report.status, report.certainty.value):
            start = period(report.when.earliest, report.when.latest, step)
            for pair in _pairs(report.type, report.actors, report.recipients):
                yield (*pair, start), score(report.type, report.modes)


def _of_events(events: Iterable[Event], step: Step) -> Iterator[tuple[_Key, float]]:
    for event in events:
        if event_took_place(event):
            start = period(event.earliest, event.latest, step)
            for pair in _pairs(event.type, event.actors, event.recipients):
                yield (*pair, start), score(event.type, event.modes)


def _pairs(
    kind: EventType, actors: tuple[str, ...], recipients: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    others = recipients or (actors if kind in _MUTUAL else ())
    for actor in dict.fromkeys(actors):
        yield from ((actor, other) for other in dict.fromkeys(others) if other != actor)


def _summed(scored: Iterable[tuple[_Key, float]]) -> dict[_Key, Sum]:
    numbers: dict[_Key, int] = {}
    sums: dict[_Key, float] = {}
    for key, value in scored:
        numbers[key] = numbers.get(key, 0) + 1
        sums[key] = sums.get(key, 0.0) + value
    return {key: Sum(number=number, score=sums[key]) for key, number in numbers.items()}
