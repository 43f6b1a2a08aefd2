"""The first page: what the record holds and what to do next."""

from dataclasses import dataclass

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.record import Event
from khaldun.store import Kind
from khaldun.web.pages.lists import empty
from khaldun.web.showing import Showing
from khaldun.web.view import Answer, View
from khaldun.workspace.gathering import gathered

_LATEST = 8
_HOLDS = (
    ("documents", Kind.DOCUMENT, "/documents"),
    ("events", Kind.EVENT, "/events"),
    ("reports", Kind.REPORT, "/timeline"),
    ("relations", Kind.TIE, "/relations"),
    ("forecasts", Kind.FORECAST, "/forecasts"),
    ("actors", Kind.ENTITY, "/actors"),
    ("problems", Kind.PROBLEM, "/problems"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How much a record holds, and the events that most need a look."""

    record: str
    changes: int
    holds: tuple[tuple[str, int], ...]
    disputed: tuple[Event, ...]


def answer(view: View) -> Answer:
    """The overview."""
    record = view.record
    disputed = record.contradictions(view.selection, limit=_LATEST).items
    showing = Showing(gathered(record, disputed, texts=False))
    holds = tuple((name, record.count(kind, view.selection)) for name, kind, _ in _HOLDS)
    data = Overview(record=record.path.name, changes=record.head, holds=holds, disputed=disputed)
    entries = [showing.event(event) for event in disputed]
    return Answer(
        title=record.path.name,
        body=element(
            "div",
            _holds(data) if record.head else EMPTY,
            EMPTY if view.copy else _next_steps(filled=record.head > 0),
            element("h2", text("Where reports disagree")) if entries else EMPTY,
            element("div", *entries, class_="entries"),
            empty(view, "documents") if record.head == 0 else EMPTY,
        ),
        data=data,
        scripts=("keys.js",),
    )


def _holds(data: Overview) -> Markup:
    """How many of each kind, with the way to them."""
    paths = {name: path for name, _, path in _HOLDS}
    cells = [
        element("li", element("a", element("b", text(f"{number:,}")), text(f" {name}"),
                              href=paths[name]))
        for name, number in data.holds
    ]  # fmt: skip
    return element("ul", *cells, class_="holds")


def _next_steps(*, filled: bool) -> Markup:
    steps = [("/documents", "Add a document", "paste a text or drop a file, and see it coded")]
    if filled:
        steps += [
            ("/review", "Review", "accept, correct or reject what most needs a look"),
            ("/situation", "Situation", "who stands with whom, who holds what, on a day"),
            ("/timeline", "Timeline", "what happened when, reports and events apart"),
        ]
    items = (
        element("li", element("a", text(name), href=path), text(f" – {about}"))
        for path, name, about in steps
    )
    return element("ul", *items, class_="steps")
