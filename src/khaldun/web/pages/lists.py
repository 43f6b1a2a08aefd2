"""Lists of a record: events, relations, actors, contradictions, a page at a time."""

from collections.abc import Callable, Iterable
from typing import Any

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.web.pages.reviewing import keys_help, reviewer
from khaldun.web.showing import Showing
from khaldun.web.view import Answer, View
from khaldun.workspace import Page
from khaldun.workspace.gathering import gathered

LIMIT = 50
_KEYS = (
    ("j", "next"), ("k", "previous"), ("Enter", "open"),
    ("m", "mark; on a second one: both are one"), ("u", "undo the last merge"),
    ("Escape", "unmark"),
)  # fmt: skip


def events(view: View) -> Answer:
    """Events over all documents, by day."""
    return _listed(view, "Events", view.record.events, Showing.event, merging=True)


def relations(view: View) -> Answer:
    """What holds between two parties, over all documents."""
    return _listed(view, "Relations", view.record.relations, Showing.tie)


def actors(view: View) -> Answer:
    """Actors over all documents, by name."""
    return _listed(view, "Actors", view.record.actors, Showing.actor, merging=True)


def contradictions(view: View) -> Answer:
    """Events whose reports cannot all be right, both sides beside each other."""

    def both_sides(showing: Showing, event: Any) -> Markup:  # noqa: ANN401 - as `_listed` has it
        sides = (showing.sides(contradiction) for contradiction in event.contradictions)
        return element("section", showing.event(event), *sides)

    return _listed(view, "Contradictions", view.record.contradictions, both_sides)


def empty(what: str) -> Markup:
    """What to say where there is nothing, and what to do about it."""
    return element(
        "p",
        text(f"No {what} here. Add documents on the "),
        element("a", text("Documents"), href="/documents"),
        text(" page, or clear the filters."),
        class_="empty",
    )


def _listed(
    view: View,
    title: str,
    fetch: Callable[..., Page[Any]],
    show: Callable[[Showing, Any], Markup],
    *,
    merging: bool = False,
) -> Answer:
    page = fetch(view.selection, limit=LIMIT, after=view.asked("after"))
    showing = Showing(gathered(view.record, page.items, texts=False))
    entries = _entries(title, [show(showing, item) for item in page.items])
    return Answer(
        title=title,
        body=element("div", _merging() if merging and page.items else EMPTY, entries),
        data=page,
        scripts=("keys.js",),
        filtered=True,
        after=page.after,
    )


def _merging() -> Markup:
    """Who joins what is one, and by which keys."""
    return element("div", keys_help(_KEYS), reviewer(), class_="merging")


def _entries(title: str, entries: Iterable[Markup]) -> Markup:
    made = list(entries)
    return element("div", *made, class_="entries") if made else empty(title.lower())
