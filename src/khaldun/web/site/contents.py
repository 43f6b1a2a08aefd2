"""What of a record goes into a copy of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from khaldun.record import Account, Selection
from khaldun.store import named_by
from khaldun.web.view import Copy
from khaldun.workspace import Record

_ALL = Selection()
_MONTHS = 24  # whose first days have a situation


def contents_of(record: Record, selection: Selection) -> Copy:
    """The contents of a copy of what a selection leaves.

    The whole record has the situation on its last day and at the start of the months before.
    A part has none, as a situation rests on all that is reported.
    """
    if selection == _ALL:
        return Copy(selection=selection, days=tuple(_days(record)))
    account = record.account(selection)
    whole = {id_ for event in account.events for id_ in event.reports}
    whole |= {id_ for tie in account.ties for id_ in tie.relations}
    whole -= {stated.id for stated in account.statements}
    statements = (*account.statements, *record.statements_of(sorted(whole)))
    named = {id_ for stated in statements for id_ in named_by(stated.item)}
    named |= set(_parties(account))
    entities = sorted(record.entities(named), key=lambda e: (e.actor.name.casefold(), e.actor.id))
    return Copy(
        selection=selection,
        documents=tuple(sorted({stated.document for stated in statements})),
        actors=tuple(entity.actor.id for entity in entities),
        records=frozenset(
            [s.id for s in statements]
            + [e.id for e in account.events]
            + [t.id for t in account.ties]
        ),
    )


def _parties(account: Account) -> Iterable[str]:
    for event in account.events:
        yield from (*event.actors, *event.recipients)
    for tie in account.ties:
        yield from (tie.subject, tie.target)


def _days(record: Record) -> Iterator[date]:
    last = record.last_day
    if last is None:
        return
    first = next((event.earliest for event in record.events(limit=1) if event.earliest), last)
    starts = [date(last.year, last.month, 1)]
    while starts[-1] > first and len(starts) < _MONTHS:
        year, month = divmod(starts[-1].year * 12 + starts[-1].month - 2, 12)
        starts.append(date(year, month + 1, 1))
    yield from (day for day in reversed(starts) if first <= day < last)
    yield last
