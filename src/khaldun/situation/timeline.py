"""The timeline: events, the beginnings and ends of ties, and forecasts, in order of time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from khaldun.record import Account, Bound, Event, Forecast, RelationType, Stated, Tie


class MomentKind(StrEnum):
    """What a moment is of."""

    EVENT = "event"
    TIE_BEGAN = "tie_began"
    TIE_ENDED = "tie_ended"
    FORECAST_MADE = "forecast_made"
    FORECAST_DUE = "forecast_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something was: `record` is the id of the event, tie or forecast.

    An end of the range that is not known is None; with both ends unknown it is undated.
    """

    kind: MomentKind
    record: str
    earliest: date | None
    latest: date | None


# That an army is part of its state is no moment, unless it is told when it became that.
_STANDING = (RelationType.PART_OF, RelationType.MEMBER_OF, RelationType.LEADS)


def timeline(account: Account) -> tuple[Moment, ...]:
    """All moments by their first known day, the undated last."""
    moments = (
        *_of_events(account.events),
        *_of_ties(account.ties),
        *_of_forecasts(account.forecasts),
    )
    return tuple(sorted(moments, key=_order))


def _order(moment: Moment) -> tuple[date, date, str, str]:
    first = moment.earliest or moment.latest or date.max
    return first, moment.latest or first, moment.kind, moment.record


def _of_events(events: Iterable[Event]) -> Iterator[Moment]:
    for event in events:
        yield _moment(MomentKind.EVENT, event.id, event.earliest, event.latest)


def _of_ties(ties: Iterable[Tie]) -> Iterator[Moment]:
    for tie in ties:
        if tie.type not in _STANDING or (tie.began and tie.began.earliest):
            yield from _bound(MomentKind.TIE_BEGAN, tie.id, tie.began)
        yield from _bound(MomentKind.TIE_ENDED, tie.id, tie.ended)


def _bound(kind: MomentKind, record: str, bound: Bound | None) -> Iterator[Moment]:
    if bound is not None and (bound.earliest is not None or bound.latest is not None):
        yield _moment(kind, record, bound.earliest, bound.latest)


def _of_forecasts(forecasts: Iterable[Stated[Forecast]]) -> Iterator[Moment]:
    for stated in forecasts:
        made, due = stated.published, stated.item.horizon.latest
        if made is not None:
            yield _moment(MomentKind.FORECAST_MADE, stated.id, made.earliest, made.latest)
        if due is not None:
            yield _moment(MomentKind.FORECAST_DUE, stated.id, due, due)


def _moment(kind: MomentKind, record: str, earliest: date | None, latest: date | None) -> Moment:
    return Moment(kind=kind, record=record, earliest=earliest, latest=latest)
