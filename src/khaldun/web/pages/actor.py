"""The dossier of an actor: names, offices, ties, events, what is said of it and by it."""

from dataclasses import dataclass

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.record import Entity, Event, Selection, Tie
from khaldun.web.showing import Showing
from khaldun.web.view import Answer, View
from khaldun.workspace.gathering import gathered

_EVENTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What the record holds on an actor."""

    entity: Entity
    ties: tuple[Tie, ...]
    events: tuple[Event, ...]


def answer(view: View) -> Answer:
    """The dossier of the actor whose id is the subject of the view."""
    record = view.record
    entity = record.entity(view.subject)
    mine = Selection(actor=view.subject)
    dossier = Dossier(
        entity=entity,
        ties=record.relations(mine, limit=_EVENTS).items,
        events=record.events(mine, limit=_EVENTS).items,
    )
    said = record.statements(Selection(holder=entity.actor.name), limit=_EVENTS).items
    showing = Showing(
        gathered(record, (*dossier.ties, *dossier.events, *said, entity), texts=False)
    )
    return Answer(
        title=entity.actor.name,
        body=element(
            "div",
            showing.actor(entity),
            _section("Ties", [showing.tie(tie) for tie in dossier.ties]),
            _section("Events", [showing.event(event) for event in dossier.events]),
            _section("What is said by it", [showing.statement(stated) for stated in said]),
            _joined(entity),
        ),
        data=dossier,
        scripts=("keys.js",),
    )


def _section(title: str, entries: list[Markup]) -> Markup:
    if not entries:
        return EMPTY
    more = ", the first" if len(entries) == _EVENTS else ""
    heading = element("h2", text(f"{title} ({len(entries)}{more})"))
    return element("section", heading, element("div", *entries, class_="entries"))


def _joined(entity: Entity) -> Markup:
    """Which actors of which documents it is made of, and why."""
    lines = [
        element(
            "li",
            element("a", text(j.document), href=f"/documents/{j.document}"),
            text(f" – {j.reason} ({j.score:.2f})"),
        )
        for j in entity.joinings
    ]
    summary = element("summary", text(f"Joined from {len(lines)} documents"))
    return element("details", summary, element("ul", *lines)) if lines else EMPTY
