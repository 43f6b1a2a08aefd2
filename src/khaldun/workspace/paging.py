"""Pages of what is computed from a record: the ledger, the timeline and dyads.

No more of the record is read than a page needs, and each page is the same part of the whole.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from khaldun import situation
from khaldun.errors import UsageError
from khaldun.record import Account, Event, Forecast, Selection, Stated, Tie
from khaldun.situation import UPWARD, LedgerEntry, Moment, Point, State, Step, sides_on
from khaldun.store import UNDATED, Facet, Item, Kind, Store, cursor, decode, position_of
from khaldun.workspace.lists import Lists
from khaldun.workspace.page import Page
from khaldun.workspace.situations import resolutions

_CHUNK = 200  # forecasts that are held against events at a time
_FACTOR = 2  # more events are read by this factor where those of whole days are too few


class Ledger:
    """The ledger of forecasts on a day, a page at a time."""

    def __init__(self, lists: Lists, store: Store, on: date) -> None:
        self._lists, self._store, self._on = lists, store, on
        of_parties = Selection(types=UPWARD, last_day=on)
        self._ties = tuple(lists.relations(of_parties, limit=None))
        self._resolutions = tuple(resolutions(store))
        self._events: dict[str, Event] = {}
        self._sides = sides_on(self._ties, on)
        self._of_side: dict[str, list[str]] = {}
        for party, side in sorted(self._sides.items()):
            self._of_side.setdefault(side, []).append(party)

    def page(
        self, selection: Selection, state: State | None, limit: int, after: str | None
    ) -> Page[LedgerEntry]:
        """Forecasts by the day on which they were made; `state` leaves those that stand so."""
        found: list[LedgerEntry] = []
        for entry in self._entries(selection, after, min(limit + 1, _CHUNK)):
            if state is None or entry.state is state:
                found.append(entry)
            if len(found) > limit:
                return Page(items=tuple(found[:limit]), after=_place_of(found[limit - 1]))
        return Page(items=tuple(found))

    def _entries(self, selection: Selection, after: str | None, size: int) -> Iterator[LedgerEntry]:
        while True:
            page = self._lists.forecasts(selection, limit=size, after=after)
            yield from self._of(page.items)
            after = page.after
            if after is None:
                return
            made = _made(page.items[-1])
            if made is not None and made > self._on:
                after = cursor((UNDATED, ""))

    def _of(self, forecasts: tuple[Stated[Forecast], ...]) -> tuple[LedgerEntry, ...]:
        events = {event.id: event for one in forecasts for event in self._fitting(one)}
        account = Account(forecasts=forecasts, events=tuple(events.values()), ties=self._ties)
        return situation.ledger(account, self._on, self._resolutions)

    def _fitting(self, stated: Stated[Forecast]) -> Iterator[Event]:
        """The events that can be what was foretold: of its type, in its days, by its parties."""
        forecast, made = stated.item, _made(stated)
        due = min(forecast.horizon.latest or date.min, self._on)
        if forecast.event_type is None or forecast.condition or made is None or due < made:
            return
        sides = {self._sides.get(party, party) for party in forecast.subjects}
        parties = sorted({*sides, *chain.from_iterable(self._of_side.get(s, ()) for s in sides)})
        if parties:
            days = Selection(types=(forecast.event_type,), first_day=made, last_day=due)
            items, _ = self._store.listing.page(Kind.EVENT, days, actors=parties)
            yield from (self._event(item) for item in items)

    def _event(self, item: Item) -> Event:
        """The event of an item, which many forecasts of one party can be held against."""
        if item.id not in self._events:
            self._events[item.id] = decode(item.body, Event)
        return self._events[item.id]


def timeline_page(
    lists: Lists, store: Store, selection: Selection, limit: int, after: str | None
) -> Page[Moment]:
    """Moments in the order of days; what is read are the events up to the last day shown."""
    start = number_of(after)
    wanted, read = start + limit + 1, 0
    while True:
        read = max(wanted, read * _FACTOR)
        events = lists.events(selection, limit=read)
        last = _first_day(events.items[-1]) if events.after is not None else None
        moments = _moments(lists, store, selection, events.items, last)
        if last is None or len(moments) >= wanted:
            break
    more = str(start + limit) if len(moments) > start + limit else None
    return Page(items=tuple(moments[start : start + limit]), after=more)


def _moments(
    lists: Lists, store: Store, selection: Selection, events: tuple[Event, ...], last: date | None
) -> list[Moment]:
    """All moments before the day `last`, from events that have all of those days."""
    ties, _ = store.listing.page(Kind.TIE, selection, up_to=last)
    account = Account(
        events=events,
        ties=tuple(decode(item.body, Tie) for item in ties),
        forecasts=lists.forecasts_up_to(selection, last),
    )
    found = situation.timeline(account)
    return [m for m in found if last is None or (m.earliest or m.latest or date.max) < last]


def dyads_page(
    lists: Lists, store: Store, selection: Selection, step: Step, limit: int, after: str | None
) -> Page[Point]:
    """Points by pair, then by time; what is read is what the actors shown have part in."""
    found: list[Point] = []
    for point in _points(lists, store, selection, step, after):
        found.append(point)
        if len(found) > limit:
            return Page(items=tuple(found[:limit]), after=cursor(_place_of_point(found[limit - 1])))
    return Page(items=tuple(found))


def _points(
    lists: Lists, store: Store, selection: Selection, step: Step, after: str | None
) -> Iterator[Point]:
    last = tuple(position_of(after)) if after is not None else ("", "", "")
    actor: str | None = str(last[0]) or store.listing.next_value(Facet.ACTOR, "")
    while actor is not None:
        account = lists.deeds_of(actor, selection)
        for point in situation.dyads(account, step):
            if point.actor == actor and _place_of_point(point) > last:
                yield point
        actor = store.listing.next_value(Facet.ACTOR, actor)


def number_of(after: str | None) -> int:
    """How many items the pages before had.

    Raises:
        UsageError: `after` is not what a page ended with.
    """
    if after is not None and not after.isdecimal():
        raise UsageError(f"{after!r} is no mark; give the one that the last page ended with")
    return int(after or 0)


def _made(stated: Stated[Forecast]) -> date | None:
    return stated.published.latest if stated.published else None


def _place_of(entry: LedgerEntry) -> str:
    made = entry.made.isoformat() if entry.made else UNDATED
    return cursor((made, entry.forecast.id))


def _place_of_point(point: Point) -> tuple[str, str, str]:
    return point.actor, point.recipient, point.start.isoformat() if point.start else UNDATED


def _first_day(event: Event) -> date | None:
    """The day under which an event stands in its list."""
    return event.earliest or event.latest or event.first_day or event.last_day
