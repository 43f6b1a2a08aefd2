"""Situations, timelines, dyads and the ledger of forecasts, as read from a record."""

from collections.abc import Iterator
from datetime import date, timedelta

from khaldun import situation
from khaldun.record import Account, Action, Selection
from khaldun.situation import (
    WINDOW,
    LedgerEntry,
    Moment,
    Outcome,
    Point,
    Resolution,
    Situation,
    Step,
    Theatre,
)
from khaldun.store import Store
from khaldun.workspace.collecting import without_collector
from khaldun.workspace.lists import Lists

_CONTROL = Selection(types=("controls",))


def situation_on(lists: Lists, on: date, theatre: Theatre | None, window: int | None) -> Situation:
    """The situation on a day, from the events of the window before it and all that holds."""
    window = WINDOW if window is None else window
    days = Selection(first_day=on - timedelta(days=window), last_day=on)
    with without_collector():
        account = Account(
            entities=tuple(lists.actors(limit=None)),
            places=tuple(lists.places(limit=None)),
            relations=tuple(lists.stated_relations(_CONTROL, limit=None)),
            events=tuple(lists.events(days, limit=None)),
            ties=tuple(lists.relations(Selection(last_day=on), limit=None)),
        )
        return situation.situation_on(account, on, theatre, window)


def timeline(lists: Lists, selection: Selection) -> tuple[Moment, ...]:
    """What happened, began, ended and was foretold, in the order of days."""
    return situation.timeline(
        Account(
            events=tuple(lists.events(selection, limit=None)),
            ties=tuple(lists.relations(selection, limit=None)),
            forecasts=tuple(lists.forecasts(selection, limit=None)),
        )
    )


def dyads(lists: Lists, selection: Selection, step: Step) -> tuple[Point, ...]:
    """Counts and scores of each pair of actors."""
    reports = tuple(lists.reports(selection, limit=None))
    events = tuple(lists.events(selection, limit=None))
    return situation.dyads(Account(reports=reports, events=events), step)


def ledger(lists: Lists, store: Store, on: date, selection: Selection) -> tuple[LedgerEntry, ...]:
    """Every forecast made up to a day, and how it stands on that day."""
    account = Account(
        forecasts=tuple(lists.forecasts(selection, limit=None)),
        events=tuple(lists.events(limit=None)),
        ties=tuple(lists.relations(limit=None)),
    )
    return situation.ledger(account, on, tuple(resolutions(store)))


def resolutions(store: Store) -> Iterator[Resolution]:
    """What people decided came of forecasts."""
    decided = store.decisions.after(0)
    if not decided:
        return
    from khaldun.workspace.judgements import Judgements

    undone = Judgements.read(store).undone
    for decision in decided:
        if decision.action is Action.RESOLVE and decision.sequence not in undone:
            outcome = Outcome(decision.after or "")
            yield Resolution(forecast=decision.record, outcome=outcome, decision=decision.sequence)
