"""The manual's rules of precedence between the events of one sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from khaldun.coding.draft import Draft, Dropped, Event, Role
from khaldun.coding.events.frames import CONVEYED
from khaldun.coding.events.merging import merged
from khaldun.coding.events.phrases import call_to_say
from khaldun.coding.lexicon.loading import words
from khaldun.coding.predicates import carrier_of
from khaldun.coding.syntax import Word
from khaldun.ontology import needs_recipient
from khaldun.record import EventType

NAME = "precedence.v1"

# Whom aid, sanctions or trade reach though the text gives them no name: "rice to the town".
_TOWARDS = ("to", "for", "from", "on", "with", "in", "into", "against", "among", "over", "out of")
_GIVEN = ("weapon", "aid")
_REACHED = ("territory", "people", "captive", "crowd", "facility")


def precedence(
    draft: Draft, events: Sequence[Event]
) -> tuple[tuple[Event, ...], tuple[Dropped, ...]]:
    """The events that stand, and those that give way to another one, with the reason."""
    told = events
    events, taken = merged(events)
    beside = _by_sentence(events)
    events = [_with_shared(_with_toll(_with_cause(e, beside), beside), beside) for e in events]
    beside = _by_sentence(events)
    kept: list[Event] = []
    dropped = [
        _dropped(draft, e, f"it is told by its toll ({taken[e.trigger.index].trigger.text})")
        for e in told
        if e.trigger.index in taken
    ]
    for event in events:
        if _lacks_recipient(draft, event):
            dropped.append(_dropped(draft, event, "it needs a recipient, and none is named"))
            continue
        winner = next((o for o in beside[event.trigger.sentence] if _gives_way(event, o)), None)
        if winner is None:
            kept.append(event)
        else:
            reason = f"it gives way to {winner.type} ({winner.trigger.text})"
            dropped.append(_dropped(draft, event, reason))
    return tuple(kept), tuple(dropped)


def _lacks_recipient(draft: Draft, event: Event) -> bool:
    """Whether PLOVER asks for a recipient and the text names none, not even a place or a group."""
    if not needs_recipient(event.type) or event.recipients or len(event.actors) > 1:
        return False
    if event.actors and any(w.conjuncts() for w in event.predicate.by_role(Role.SUBJECT)):
        return False  # "the US and its allies drilled": they do it with each other
    if _is_measure(event) or _is_gift(event):
        return False
    reached = event.predicate.by_role(Role.OBLIQUE, *_TOWARDS)
    reached += event.predicate.by_role(Role.INDIRECT)
    return not event.actors or not any(
        w.index in draft.place_ids or any(w.lemma in words("classes", c) for c in _REACHED)
        for w in reached
    )


def _is_measure(event: Event) -> bool:
    """Whether somebody is told to have cut something off, though not from whom.

    "The ministry halted the gas deliveries": what one gives up of one's own is no measure.
    """
    objects = event.predicate.by_role(Role.OBJECT)
    own = any(c.tag == "PRP$" for o in objects for c in o.children_by("poss"))
    cuts = event.type is EventType.SANCTION and "discontinue" in event.modes
    told = bool(objects or event.predicate.by_role(Role.COMPLEMENT))
    return cuts and told and bool(event.actors) and event.trigger.pos == "VERB" and not own


def _is_gift(event: Event) -> bool:
    """Whether somebody named is told to have given arms or aid, though not to whom.

    "Iran delivered two hundred missiles": what stays at home is not delivered.
    """
    objects = event.predicate.by_role(Role.OBJECT)
    given = any(o.lemma in words("classes", c) for o in objects for c in _GIVEN)
    given = given and event.trigger.lemma in words("classes", "giving")
    return event.type is EventType.AID and given and bool(event.actors)


def _dropped(draft: Draft, event: Event, reason: str) -> Dropped:
    span = draft.syntax.span([event.trigger])
    return Dropped(stage=NAME, span=span, reason=f"{event.type} by {event.entry}: {reason}")


def _by_sentence(events: Iterable[Event]) -> dict[int, list[Event]]:
    found: dict[int, list[Event]] = {}
    for event in events:
        found.setdefault(event.trigger.sentence, []).append(event)
    return found


def _with_toll(event: Event, beside: Mapping[int, Sequence[Event]]) -> Event:
    """The event with those as recipients, too, whom its result clause names."""
    events = beside[event.trigger.sentence]
    tolls = (o for o in events if o is not event and _is_result(o, event))
    victims = [i for o in tolls for i in o.recipients if i not in event.actors]
    recipients = tuple(dict.fromkeys((*event.recipients, *victims)))
    return replace(event, recipients=recipients) if victims else event


def _with_cause(event: Event, beside: Mapping[int, Sequence[Event]]) -> Event:
    """A toll with the doers of the attack before a semicolon: "Gunmen hit a town; four died"."""
    if event.actors or event.type is not EventType.ASSAULT:
        return event
    before = [c for c in event.trigger.children_by("ccomp") if c.index < event.trigger.index]
    causes = (o for o in beside[event.trigger.sentence] if o.trigger in before)
    cause = next((o for o in causes if o.type is EventType.ASSAULT), None)
    if cause is None or set(cause.actors) & set(event.recipients):
        return event
    return replace(event, actors=cause.actors)


def _with_shared(event: Event, beside: Mapping[int, Sequence[Event]]) -> Event:
    """Coordinated verbs share a recipient: "blamed Pakistan and suspended the treaty"."""
    if event.recipients or not needs_recipient(event.type) or event.trigger.dep != "conj":
        return event
    events = beside[event.trigger.sentence]
    first = next((o for o in events if o.trigger in event.trigger.ancestors()), None)
    if first is None or first.actors != event.actors:
        return event
    return replace(event, recipients=first.recipients)


def _gives_way(event: Event, other: Event) -> bool:
    if event is other or event.trigger.sentence != other.trigger.sentence:
        return False
    if _led_to(event, other) or _is_result(event, other) or _was_brought_about(event, other):
        return True
    if _only_carries(event, other) or _is_taken_up(event, other):
        return True
    if _only_conveys(event, other):
        return True
    return _said_twice(event, other) and not _is_result(other, event)


def _led_to(event: Event, other: Event) -> bool:
    """MOBILIZE is not coded where the same report has the ASSAULT that it led to (PLOVER).

    Troops that are sent somewhere are no part of what else is done: "sent tanks into Goma and
    bombed Bukavu".
    """
    elsewhere = other.trigger in event.trigger.conjuncts() and bool(
        event.recipients
        and event.predicate.by_role(Role.OBJECT)
        and other.predicate.by_role(Role.OBJECT)
    )
    return (
        event.type is EventType.MOBILIZE
        and other.type is EventType.ASSAULT
        and bool(set(event.actors) & set(other.actors))
        and not (elsewhere and set(event.recipients).isdisjoint(other.recipients))
    )


def _was_brought_about(event: Event, other: Event) -> bool:
    """What another verb made somebody do is that verb's event: "forced thousands to flee"."""
    below = event.trigger.dep in ("xcomp", "ccomp") and event.trigger.head is other.trigger
    below = below and event.trigger.index > other.trigger.index
    return below and event.type is other.type and set(event.recipients) <= set(other.recipients)


def _is_taken_up(event: Event, other: Event) -> bool:
    """What a clause says again of the noun of another event: "repeated a demand he had made"."""
    clause = event.trigger
    again = clause.dep == "relcl" and clause.head.dep == "dobj" and event.type is other.type
    harm = event.type is EventType.ASSAULT  # "planted a mine that killed two"
    return again and not harm and clause.head.head is other.trigger


def _only_carries(event: Event, other: Event) -> bool:
    """A verb whose noun says more: "made a pair of visits to Russia", "Chad/Sudan talks began"."""
    begun = other.trigger.dep == "nsubj" and other.trigger.head is event.trigger
    carried = begun or carrier_of(other.trigger) is event.trigger
    actors, recipients = set(event.actors), set(event.recipients)
    return (
        event.type is other.type
        and carried
        and (actors <= set(other.actors) and recipients <= set(other.recipients))
        and (len(actors), len(recipients)) != (len(other.actors), len(other.recipients))
    )


def _only_conveys(event: Event, other: Event) -> bool:
    """A call that is made to say something: "phoned the king to offer his condolences"."""
    said = other.type in CONVEYED and bool(set(event.actors) & set(other.actors))
    called = event.type is EventType.CONSULT and call_to_say(other.trigger) is event.trigger
    return called and said


def _is_result(event: Event, other: Event) -> bool:
    """The toll of an attack, told in a participle: "seized the town, killing dozens"."""
    clause = event.trigger
    while clause.dep == "conj" and clause.head.tag == "VBG":
        clause = clause.head
    return (
        event.type is other.type is EventType.ASSAULT
        and clause.dep == "advcl"
        and clause.tag == "VBG"
        and clause.head is _clause_of(other)
    )


def _clause_of(event: Event) -> Word:
    """The verb of an event's clause: its own, or the one that carries its noun."""
    trigger = event.trigger
    return trigger if trigger.pos == "VERB" else trigger.head


def _said_twice(event: Event, other: Event) -> bool:
    """An event noun with no doer of its own that repeats what a verb of its sentence says."""
    return (
        not (event.predicate.construction == "nominal" and event.predicate.by_role(Role.SUBJECT))
        and event.type is other.type
        and event.trigger.pos in ("NOUN", "PROPN")
        and (other.trigger.pos == "VERB" or other.trigger.index < event.trigger.index)
        and set(event.actors) <= set(other.actors)
        and set(event.recipients) <= set(other.recipients)
    )
