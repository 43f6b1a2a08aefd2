"""The forecast ledger: what was foretold, what is due, what came of it, and who foretells well.

A person's decision settles a forecast. Without one, only an event that fits closely does, and
only to say that what was foretold came: that nothing was reported is no proof that nothing came.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from khaldun.record import Account, Event, EventType, Forecast, Stated
from khaldun.situation.rules import event_took_place, within
from khaldun.situation.sides import sides_on

EVEN = 0.5


class State(StrEnum):
    """How a forecast stands on a day."""

    OPEN = "open"
    DUE = "due"
    RESOLVED = "resolved"


class Outcome(StrEnum):
    """Whether a forecast leaned the right way; void where it cannot be told or never applied."""

    HIT = "hit"
    MISS = "miss"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a person decided of a forecast; `decision` is its sequence number."""

    forecast: str
    outcome: Outcome
    decision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A forecast as it stands on a day.

    `holder` is an entity id where the text gives one, else the words that name the holder,
    else the source. `probability` is the middle of the ICD 203 range. `came` says whether what
    was foretold came; `brier` is (probability - came)², 0 the best and 1 the worst. `events`
    or `decision` is what resolved it.
    """

    forecast: Stated[Forecast]
    holder: str
    made: date | None
    due: date | None
    probability: float | None
    state: State
    outcome: Outcome | None = None
    came: bool | None = None
    brier: float | None = None
    events: tuple[str, ...] = ()
    decision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderScore:
    """How a holder's forecasts did; `brier` is the mean, None where none can be scored."""

    holder: str
    forecasts: int
    resolved: int
    hits: int
    misses: int
    brier: float | None


def ledger(
    account: Account, on: date, resolutions: Iterable[Resolution] = ()
) -> tuple[LedgerEntry, ...]:
    """Every forecast made up to `on`, by the day it was made.

    Of several decisions of one forecast the last stands. Only events up to `on` count. Ties
    say which party counts as which.
    """
    decided = {r.forecast: r for r in sorted(resolutions, key=lambda r: r.decision)}
    deeds = _by_deed(account.events, sides_on(account.ties, on))
    entries = (_entry(stated, on, decided, deeds) for stated in account.forecasts)
    known = [e for e in entries if e.made is None or e.made <= on]
    return tuple(sorted(known, key=lambda e: (e.made or date.max, e.forecast.id)))


def scores(entries: Iterable[LedgerEntry]) -> tuple[HolderScore, ...]:
    """How each holder's forecasts did, by holder."""
    by_holder: dict[str, list[LedgerEntry]] = {}
    for entry in entries:
        by_holder.setdefault(entry.holder, []).append(entry)
    return tuple(_score(holder, by_holder[holder]) for holder in sorted(by_holder))


def holder_of(stated: Stated[Forecast]) -> str:
    """Who foretells: the innermost holder, by entity id or as named; else the source."""
    if not stated.item.attribution:
        return stated.source
    link = stated.item.attribution[-1]
    return link.actor or link.holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An event that took place, with the sides that did it and those that had part in it."""

    event: Event
    actors: frozenset[str]
    parties: frozenset[str]


def fits(
    deed: Deed, kind: EventType | None, subjects: frozenset[str], made: date, due: date
) -> bool:
    """Whether the deed is what was foretold: same type, all subjects its parties, in time.

    At least one subject must have done it, and its whole range lie between the day on which
    the forecast was made and the one on which it was due.
    """
    return (
        deed.event.type is kind
        and not subjects.isdisjoint(deed.actors)
        and subjects.issubset(deed.parties)
        and within(deed.event.earliest, deed.event.latest, made, due)
    )


def middle(forecast: Forecast) -> float | None:
    """The middle of the range of probability, an open end being 0 or 1; None without any."""
    low, high = forecast.probability.low, forecast.probability.high
    if low is None and high is None:
        return None
    return ((0.0 if low is None else low) + (1.0 if high is None else high)) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deeds:
    """What took place, by type and side: a forecast is only held against its subjects' deeds."""

    sides: Mapping[str, str]
    by_side: Mapping[tuple[EventType, str], list[Deed]]

    def of(self, parties: Iterable[str]) -> frozenset[str]:
        """The sides that parties count as."""
        return frozenset(self.sides.get(party, party) for party in parties)


def _by_deed(events: Iterable[Event], sides: Mapping[str, str]) -> _Deeds:
    by_side: dict[tuple[EventType, str], list[Deed]] = {}
    deeds = _Deeds(sides=sides, by_side=by_side)
    for event in events:
        if event_took_place(event):
            actors = deeds.of(event.actors)
            deed = Deed(event=event, actors=actors, parties=actors | deeds.of(event.recipients))
            for side in actors:
                by_side.setdefault((event.type, side), []).append(deed)
    return deeds


def _entry(
    stated: Stated[Forecast], on: date, decided: Mapping[str, Resolution], deeds: _Deeds
) -> LedgerEntry:
    made = stated.published.latest if stated.published else None
    due = stated.item.horizon.latest
    probability = middle(stated.item)
    decision = decided.get(stated.id)
    matching = () if decision else _matching(stated.item, deeds, made, _earlier(due, on))
    outcome = decision.outcome if decision else _outcome(probability, came=bool(matching))
    resolved = decision is not None or bool(matching)
    came = _came(outcome, probability) if resolved else None
    return LedgerEntry(
        forecast=stated,
        holder=holder_of(stated),
        made=made,
        due=due,
        probability=probability,
        state=State.RESOLVED if resolved else _state(due, on),
        outcome=outcome if resolved else None,
        came=came,
        brier=None if came is None or probability is None else (probability - came) ** 2,
        events=matching,
        decision=decision.decision if decision else None,
    )


def _matching(
    forecast: Forecast, deeds: _Deeds, made: date | None, due: date | None
) -> tuple[str, ...]:
    """The events that fulfil it. Whether a condition was met only a person can tell."""
    if forecast.event_type is None or forecast.condition or made is None or due is None:
        return ()
    kind, subjects = forecast.event_type, deeds.of(forecast.subjects)
    done = (deed for side in subjects for deed in deeds.by_side.get((kind, side), ()))
    return tuple(sorted({d.event.id for d in done if fits(d, kind, subjects, made, due)}))


def _earlier(due: date | None, on: date) -> date | None:
    return None if due is None else min(due, on)


def _state(due: date | None, on: date) -> State:
    return State.DUE if due is not None and due < on else State.OPEN


def _leans_to_it(probability: float | None) -> bool:
    """Whether the forecast says that it will come rather than not."""
    return probability is None or probability >= EVEN


def _outcome(probability: float | None, *, came: bool) -> Outcome:
    return Outcome.HIT if _leans_to_it(probability) is came else Outcome.MISS


def _came(outcome: Outcome, probability: float | None) -> bool | None:
    if outcome is Outcome.VOID:
        return None
    return (outcome is Outcome.HIT) is _leans_to_it(probability)


def _score(holder: str, entries: list[LedgerEntry]) -> HolderScore:
    scored = [entry.brier for entry in entries if entry.brier is not None]
    return HolderScore(
        holder=holder,
        forecasts=len(entries),
        resolved=sum(entry.state is State.RESOLVED for entry in entries),
        hits=sum(entry.outcome is Outcome.HIT for entry in entries),
        misses=sum(entry.outcome is Outcome.MISS for entry in entries),
        brier=sum(scored) / len(scored) if scored else None,
    )
