"""Lists of a record: events, relations, actors, contradictions, a page at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from khaldun.exchange import wording
from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.record import Entity, Selection
from khaldun.store import Kind
from khaldun.web.pages.reviewing import keys_help, reviewer
from khaldun.web.showing import Showing
from khaldun.web.view import Answer, View
from khaldun.workspace import Page
from khaldun.workspace.gathering import gathered

LIMIT = 50
_KEYS = (
    ("j", "next"), ("k", "previous"), ("Enter", "open"), ("n", "next page"),
    ("p", "previous page"), ("m", "mark; on a second one: both are one"),
    ("u", "undo the last merge"), ("Escape", "unmark"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """A list: its title, what it lists, how entries are fetched and shown."""

    title: str
    kind: Kind
    fetch: Callable[..., Page[Any]]
    show: Callable[[Showing, Any], Markup]
    table: str
    merging: bool = False
    forms: tuple[str, ...] = ()


def events(view: View) -> Answer:
    """Events over all documents, by day."""
    asked = _List(
        title="Events", kind=Kind.EVENT, fetch=view.record.events, show=Showing.event,
        table="events", merging=True, forms=("geojson",),
    )  # fmt: skip
    return _listed(view, asked)


def relations(view: View) -> Answer:
    """What holds between two parties, over all documents."""
    asked = _List(
        title="Relations", kind=Kind.TIE, fetch=view.record.relations, show=Showing.tie,
        table="ties", forms=("graphml", "gexf"),
    )  # fmt: skip
    return _listed(view, asked)


def actors(view: View) -> Answer:
    """Actors over all documents, by name."""
    asked = _List(
        title="Actors", kind=Kind.ENTITY, fetch=partial(_actors, view), show=Showing.actor,
        table="actors", merging=True,
    )  # fmt: skip
    return _listed(view, asked)


def contradictions(view: View) -> Answer:
    """Events whose reports cannot all be right, both sides beside each other."""

    def both_sides(showing: Showing, event: Any) -> Markup:  # noqa: ANN401 - as `_List` has it
        sides = (showing.sides(contradiction) for contradiction in event.contradictions)
        return element("section", showing.event(event, quoted=False), *sides)

    asked = _List(
        title="Contradictions", kind=Kind.EVENT, fetch=view.record.contradictions,
        show=both_sides, table="events",
    )  # fmt: skip
    return _listed(view, asked)


def empty(view: View, what: str) -> Markup:
    """What to say where there is nothing, and what to do about it."""
    if view.copy:
        return element("p", text(f"No {what} here."), class_="empty")
    return element(
        "p",
        text(f"No {what} here. Add documents on the "),
        element("a", text("Documents"), href="/documents"),
        text(" page, or clear the filters."),
        class_="empty",
    )


def counted(view: View, kind: Kind, noun: str) -> str:
    """How many the filters leave, over all pages."""
    return wording.plural(view.record.count(kind, view.selection), noun)


def _listed(view: View, asked: _List) -> Answer:
    page = asked.fetch(view.selection, limit=LIMIT, after=view.asked("after"))
    showing = Showing(gathered(view.record, page.items, texts=False))
    entries = [asked.show(showing, item) for item in page.items]
    merging = asked.merging and entries and not view.copy
    what = asked.title.lower()
    whole = view.copy is not None or asked.title == "Contradictions"
    return Answer(
        title=asked.title,
        body=element(
            "div",
            _merging() if merging else EMPTY,
            element("div", *entries, class_="entries") if entries else empty(view, what),
        ),
        data=page,
        scripts=("keys.js",),
        modules=("joining.js",) if merging else (),
        filtered=True,
        after=page.after,
        total="" if whole else counted(view, asked.kind, what.removesuffix("s")),
        table=asked.table,
        forms=asked.forms,
    )


def _actors(view: View, selection: Selection, *, limit: int, after: str | None) -> Page[Entity]:
    """A page of actors; in a copy of a part of the record, only those that it names."""
    if view.copy is None or view.copy.actors is None:
        return view.record.actors(selection, limit=limit, after=after)
    ids, following = part(view.copy.actors, limit, after)
    return Page(items=view.record.entities(ids), after=following)


def part(ids: tuple[str, ...], limit: int, after: str | None) -> tuple[tuple[str, ...], str | None]:
    """One page of what a copy lists, and the key of the next."""
    start = int(after or 0)
    end = start + limit
    return ids[start:end], str(end) if end < len(ids) else None


def _merging() -> Markup:
    """Who joins what is one, and by which keys."""
    return element("div", keys_help(_KEYS), reviewer(), class_="merging", data_merging="")
