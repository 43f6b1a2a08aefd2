"""Event types and modes: what the predicates report, after PLOVER's rules of precedence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from khaldun.coding.draft import Draft, Dropped, Event
from khaldun.coding.events.advising import advised
from khaldun.coding.events.anaphora import with_known_parties
from khaldun.coding.events.classifying import unclassified
from khaldun.coding.events.contexts import contexts_of
from khaldun.coding.events.instruments import instrument_of
from khaldun.coding.events.locating import with_whereabouts
from khaldun.coding.events.parties import Parties
from khaldun.coding.events.plausibility import fault_of
from khaldun.coding.events.precedence import precedence
from khaldun.coding.events.reading import Reader, Reading
from khaldun.coding.events.states import States, with_people, with_states
from khaldun.coding.events.victims import with_named_victims
from khaldun.coding.syntax import Word
from khaldun.ontology import needs_recipient

NAME = "events.v1"


def run(draft: Draft) -> Draft:
    """Fill `events`, and `unclassified` with what looks like one but has no type."""
    reader, states = Reader.of(draft), States(draft=draft)
    parties = Parties(draft=draft, states=states)
    events: list[Event] = []
    dropped: list[Dropped] = []
    there: dict[int, tuple[str, ...]] = {}
    for predicate in sorted(draft.predicates, key=lambda p: (_depth(p.trigger), p.trigger.index)):
        if predicate.trigger.index in reader.consumed:
            continue
        reading = reader.read(predicate)
        if reading is None:
            continue
        reader.consume_unreal(reading)
        event = advised(draft, _event(reading, parties))
        if event is None:
            continue
        people = () if event.recipients else parties.people(reading, event.actors)
        there[event.trigger.index] = people
        done = replace(event, recipients=event.recipients or people)
        event = done if needs_recipient(event.type) else event
        fault = fault_of(draft, done, reading.sense)
        if fault is None:
            events.append(event)
        else:
            dropped.append(_dropped(draft, event, fault))
    draft = with_states(draft, states)
    kept, yielded = precedence(draft, sorted(events, key=lambda e: e.trigger.index))
    kept = _with_people(with_named_victims(draft, with_known_parties(draft, kept)), there)
    return replace(
        with_whereabouts(with_people(draft, states, kept), kept),
        events=kept,
        unclassified=unclassified(draft, kept, reader.consumed),
        dropped=(*draft.dropped, *dropped, *yielded),
    )


def _event(reading: Reading, parties: Parties) -> Event:
    actors, recipients = parties.of(reading)
    instrument, mode = instrument_of(reading.predicate, reading.type)
    return Event(
        trigger=reading.predicate.trigger,
        predicate=reading.predicate,
        type=reading.type,
        modes=tuple(dict.fromkeys((*reading.modes, *([mode] if mode else [])))),
        contexts=contexts_of(reading.predicate.trigger, reading.sense),
        actors=actors,
        recipients=recipients,
        entry=reading.entry,
        instrument=instrument,
        future=reading.future,
    )


def _with_people(
    events: Sequence[Event], there: Mapping[int, tuple[str, ...]]
) -> tuple[Event, ...]:
    """Events that have nobody as recipient even when put together are done to a place's people."""
    return tuple(
        e if e.recipients else replace(e, recipients=there[e.trigger.index]) for e in events
    )


def _dropped(draft: Draft, event: Event, fault: str) -> Dropped:
    return Dropped(
        stage=NAME,
        span=draft.syntax.span([event.trigger]),
        reason=f"{event.type} by {event.entry}: {fault}",
        entry=event.entry,
    )


def _depth(word: Word) -> int:
    return sum(1 for _ in word.ancestors())
