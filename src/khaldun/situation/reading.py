"""The situation on a day, read from an account."""

from collections.abc import Iterable, Mapping
from datetime import date

from khaldun.errors import UsageError
from khaldun.record import Account, Event, RelationType, Tie
from khaldun.situation import control, standing
from khaldun.situation.control import Attestation
from khaldun.situation.initiative import Window, initiative_in
from khaldun.situation.model import WINDOW, Situation, Theatre
from khaldun.situation.phases import phases_in
from khaldun.situation.rules import event_took_place, first_day_of, within
from khaldun.situation.sides import namesakes, sides_on
from khaldun.situation.theatre import narrowed


def situation_on(
    account: Account, day: date, theatre: Theatre | None = None, window: int = WINDOW
) -> Situation:
    """The state of the conflict on `day`, as reported.

    Of `account` it reads the ties, the events of the window (the `window` days that end on
    `day`), the statements of control, the entities and the places.

    Raises:
        UsageError: the window has no day.
    """
    if window < 1:
        raise UsageError(f"a window of {window} days has no day; ask for one or more")
    theatre = theatre or Theatre()
    part = narrowed(account, theatre)
    sides = sides_on(account.ties, day, account.entities)
    attested = control.attestations(part.relations, sides)
    seen = _window(part, attested, sides, first_day_of(window, day), day)
    initiative = initiative_in(seen)
    same = namesakes(account.entities)
    return Situation(
        day=day,
        theatre=theatre,
        window=window,
        alliances=standing.of_type(part.ties, RelationType.ALLIED_WITH, day, same),
        backing=standing.of_type(part.ties, RelationType.BACKS, day, same),
        opposition=standing.of_type(part.ties, RelationType.OPPOSES, day, same),
        control=control.control_on(attested, day),
        initiative=initiative,
        phases=phases_in(seen, initiative),
        undated=_undated(part),
    )


def _window(
    part: Account,
    attested: tuple[Attestation, ...],
    sides: Mapping[str, str],
    first: date,
    last: date,
) -> Window:
    return Window(
        first=first,
        last=last,
        events=_events(part.events, first, last),
        captures=control.captures(attested, first, last),
        sides=sides,
        opposed=_opposed(part.ties, sides, last),
    )


def _events(events: Iterable[Event], first: date, last: date) -> tuple[Event, ...]:
    """What is said to have happened in the window, in order of time."""
    found = [e for e in events if event_took_place(e) and within(e.earliest, e.latest, first, last)]
    return tuple(sorted(found, key=lambda e: (e.latest or last, e.earliest or first, e.id)))


def _opposed(ties: Iterable[Tie], sides: Mapping[str, str], day: date) -> frozenset[frozenset[str]]:
    found = standing.of_type(ties, RelationType.OPPOSES, day)
    return frozenset(
        frozenset((sides.get(s.subject, s.subject), sides.get(s.target, s.target))) for s in found
    )


def _undated(part: Account) -> tuple[str, ...]:
    """What might bear on the situation if it had a date: nothing is left out in silence."""
    events = [
        e.id for e in part.events if event_took_place(e) and e.earliest is None and e.latest is None
    ]
    return (*standing.undated(part.ties), *control.undated(part.relations), *events)
