"""The manual's rules of precedence between the events of one sentence."""

from collections.abc import Sequence

from khaldun.coding.draft import Draft, Dropped, Event, Role
from khaldun.record import EventType

NAME = "precedence.v1"


def precedence(
    draft: Draft, events: Sequence[Event]
) -> tuple[tuple[Event, ...], tuple[Dropped, ...]]:
    """The events that stand, and those that give way to another one, with the reason."""
    kept: list[Event] = []
    dropped: list[Dropped] = []
    for event in events:
        winner = next((o for o in events if _gives_way(event, o)), None)
        if winner is None:
            kept.append(event)
        else:
            span = draft.syntax.span([event.trigger])
            reason = f"{event.type} gives way to {winner.type} ({winner.trigger.text})"
            dropped.append(Dropped(stage=NAME, span=span, reason=reason))
    return tuple(kept), tuple(dropped)


def _gives_way(event: Event, other: Event) -> bool:
    if event is other or event.trigger.sentence != other.trigger.sentence:
        return False
    return _led_to(event, other) or _said_twice(event, other)


def _led_to(event: Event, other: Event) -> bool:
    """MOBILIZE is not coded where the same report has the ASSAULT that it led to (PLOVER)."""
    return (
        event.type is EventType.MOBILIZE
        and other.type is EventType.ASSAULT
        and bool(set(event.actors) & set(other.actors))
    )


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
