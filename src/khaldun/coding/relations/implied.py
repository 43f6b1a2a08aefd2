"""Relations that others imply: who sends arms to a party backs it, who fight one foe are allies."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from khaldun.coding.draft import Draft, Event, Role
from khaldun.coding.relations.finding import Found, ids_at, means_of, pairs
from khaldun.record import EventType, RelationType, Status

JOINT = "relations.joint"
"""The entry of alliances that rest on a common foe."""


def implied_relations(draft: Draft) -> Iterator[Found]:
    """Backing implied by AID that was given, with the event as its evidence."""
    for event in draft.events:
        if event.type is EventType.AID and not event.future and _given(draft, event):
            yield from _backing(draft, event)


def _given(draft: Draft, event: Event) -> bool:
    claim = draft.claims.get(event.trigger.index)
    return claim is None or claim.status in (Status.HAPPENED, Status.ONGOING)


def _backing(draft: Draft, event: Event) -> Iterator[Found]:
    given = event.predicate.by_role(Role.OBJECT)
    there = ids_at(draft, event.predicate.by_role(Role.OBLIQUE, "in"))
    means = means_of(w for g in given for h in (g, *g.conjuncts()) for w in (h, *h.children))
    # Money spent in a country need not back its government.
    recipients = [r for r in event.recipients if means and r not in there]
    for actor, recipient in pairs(event.actors, recipients):
        yield Found(
            type=RelationType.BACKS,
            subject=actor,
            target=recipient,
            trigger=event.trigger,
            entry=f"relations.implied:{event.entry}",
            means=means,
        )


def joint_relations(opposing: Iterable[Found]) -> Iterator[Found]:
    """Alliance of those who are said by one verb to oppose one party: "X and Y fight Z"."""
    first: dict[tuple[int, str, str], Found] = {}
    for item in opposing:
        if item.type is RelationType.OPPOSES and item.trigger.pos == "VERB":
            leader = first.setdefault((item.trigger.index, item.target, item.entry), item)
            if leader.subject != item.subject:
                yield replace(
                    item,
                    type=RelationType.ALLIED_WITH,
                    subject=leader.subject,
                    target=item.subject,
                    entry=JOINT,
                )
