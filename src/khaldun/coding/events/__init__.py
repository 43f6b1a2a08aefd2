"""Event types and modes: what the predicates report, after PLOVER's rules of precedence."""

from dataclasses import replace

from khaldun.coding.draft import Draft, Dropped, Event
from khaldun.coding.events.classifying import unclassified
from khaldun.coding.events.parties import parties
from khaldun.coding.events.precedence import precedence
from khaldun.coding.events.reading import Reader, Reading
from khaldun.coding.syntax import Word

NAME = "events.v1"


def run(draft: Draft) -> Draft:
    """Fill `events`, and `unclassified` with what looks like one but has no type."""
    reader = Reader.of(draft)
    events: list[Event] = []
    dropped: list[Dropped] = []
    for predicate in sorted(draft.predicates, key=lambda p: (_depth(p.trigger), p.trigger.index)):
        if predicate.trigger.index in reader.consumed:
            continue
        reading = reader.read(predicate)
        if reading is None:
            continue
        event = _event(draft, reading)
        if event.actors or event.recipients:
            events.append(event)
        else:
            dropped.append(_without_parties(draft, reading))
    kept, yielded = precedence(draft, sorted(events, key=lambda e: e.trigger.index))
    return replace(
        draft,
        events=kept,
        unclassified=unclassified(draft, kept, reader.consumed),
        dropped=(*draft.dropped, *dropped, *yielded),
    )


def _event(draft: Draft, reading: Reading) -> Event:
    actors, recipients = parties(draft, reading)
    return Event(
        trigger=reading.predicate.trigger,
        predicate=reading.predicate,
        type=reading.type,
        modes=reading.modes,
        contexts=reading.sense.contexts if reading.sense else (),
        actors=actors,
        recipients=recipients,
        entry=reading.entry,
        future=reading.future,
    )


def _without_parties(draft: Draft, reading: Reading) -> Dropped:
    return Dropped(
        stage=NAME,
        span=draft.syntax.span([reading.predicate.trigger]),
        reason=f"{reading.type} by {reading.entry}: neither an actor nor a recipient is named",
    )


def _depth(word: Word) -> int:
    return sum(1 for _ in word.ancestors())
