"""The first page: what the record holds and what to do next."""

from dataclasses import dataclass

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.record import Event
from khaldun.web.pages.lists import empty
from khaldun.web.showing import Showing
from khaldun.web.view import Answer, View
from khaldun.workspace.gathering import gathered

_LATEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How much a record holds, and the events that most need a look."""

    record: str
    changes: int
    disputed: tuple[Event, ...]


def answer(view: View) -> Answer:
    """The overview."""
    record = view.record
    disputed = record.contradictions(limit=_LATEST).items
    showing = Showing(gathered(record, disputed, texts=False))
    data = Overview(record=record.path.name, changes=record.head, disputed=disputed)
    entries = [showing.event(event) for event in disputed]
    return Answer(
        title=record.path.name,
        body=element(
            "div",
            _next_steps(filled=record.head > 0),
            element("h2", text("Where reports disagree")) if entries else EMPTY,
            element("div", *entries, class_="entries"),
            empty("documents") if record.head == 0 else EMPTY,
        ),
        data=data,
    )


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
