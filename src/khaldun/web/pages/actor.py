"""The dossier of an actor: names, offices, ties, events, what is said of it and by it."""

from khaldun.exchange.dossier import Dossier
from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.record import AnyStated, Entity, Joining, Selection
from khaldun.web.pages.reviewing import keys_help, reviewer
from khaldun.web.showing import Showing, path_of
from khaldun.web.view import Answer, View
from khaldun.workspace.gathering import gathered

_MOST = 100  # entries of a section
_KEYS = (
    ("j", "next"), ("k", "previous"),
    ("s", "split: the actor of this document is another one"), ("u", "undo the last split"),
)  # fmt: skip


def answer(view: View) -> Answer:
    """The dossier of the actor whose id is the subject of the view."""
    found = dossier(view)
    showing = Showing(found.account)
    entity = found.entity
    splitting = len(entity.joinings) > 1 and not view.copy
    return Answer(
        title=entity.actor.name,
        body=element(
            "div",
            showing.actor(entity),
            EMPTY if view.copy else _kept_as(entity),
            _section("Ties", [showing.tie(tie) for tie in found.ties]),
            _section("Events", [showing.event(event) for event in found.events]),
            _section("What is said by it", [showing.statement(stated) for stated in found.said]),
            _section("What is said of it", [showing.statement(stated) for stated in found.told]),
            _joined(view, entity, splitting=splitting),
        ),
        data=found,
        scripts=("keys.js",),
        modules=("joining.js",) if splitting else (),
    )


def dossier(view: View) -> Dossier:
    """What the record holds on the actor whose id is the subject of the view."""
    record = view.record
    entity = record.entity(view.subject)
    mine = Selection(actor=view.subject)
    ties = tuple(t for t in record.relations(mine, limit=_MOST) if view.shows(t.id))
    events = tuple(e for e in record.events(mine, limit=_MOST) if view.shows(e.id))
    by_name = Selection(holder=entity.actor.name)
    said = tuple(s for s in record.statements(by_name, limit=_MOST) if view.shows(s.id))
    told = tuple(s for s in record.statements(mine, limit=_MOST)
                 if view.shows(s.id) and _is_told(s, entity))  # fmt: skip
    account = gathered(record, (*ties, *events, *said, *told, entity), texts=False)
    return Dossier(entity=entity, ties=ties, events=events, said=said, told=told, account=account)


def _is_told(stated: AnyStated, entity: Entity) -> bool:
    """Whether somebody else is quoted with it."""
    return any(link.actor != entity.actor.id for link in stated.item.attribution)


def _kept_as(entity: Entity) -> Markup:
    path = path_of("actors", entity.actor.id)
    forms = (("HTML", "html"), ("Markdown", "md"))
    links = [
        part
        for name, suffix in forms
        for part in (element("a", text(name), href=f"{path}.{suffix}"), text(" "))
    ]
    return element("p", text("This dossier as "), *links, class_="ways")


def _section(title: str, entries: list[Markup]) -> Markup:
    if not entries:
        return EMPTY
    more = ", the first" if len(entries) == _MOST else ""
    heading = element("h2", text(f"{title} ({len(entries)}{more})"))
    return element("section", heading, element("div", *entries, class_="entries"))


def _joined(view: View, entity: Entity, *, splitting: bool) -> Markup:
    """Which actors of which documents it is made of, and why; each can be taken out."""
    kept = [j for j in entity.joinings if not view.copy or view.copy.has("documents", j.document)]
    lines = [_joining(joining, splitting=splitting) for joining in kept[:_MOST]]
    if not lines:
        return EMPTY
    more = f", the first {_MOST} shown" if len(kept) > _MOST else ""
    summary = element("summary", text(f"Joined from {len(kept)} mentions in documents{more}"))
    keys = element(
        "div", keys_help(_KEYS), reviewer(), class_="merging", data_whole=entity.actor.id
    )
    return element(
        "details", summary, keys if splitting else EMPTY, element("div", *lines, class_="entries")
    )


def _joining(joining: Joining, *, splitting: bool) -> Markup:
    button = element("button", text("Not the same (s)"), type="button", data_split="")
    link = element("a", text(joining.document), href=path_of("documents", joining.document))
    return element(
        "article",
        element("p", link, text(f" – {joining.reason} ({joining.score:.2f}) "),
                button if splitting else EMPTY),
        class_="card",
        data_part=f"{joining.document}#{joining.actor}",
        tabindex="-1",
    )  # fmt: skip
