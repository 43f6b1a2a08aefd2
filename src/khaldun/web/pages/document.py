"""One document: its text with the evidence marked, the records beside it."""

from khaldun.exchange import wording
from khaldun.exchange.html.cards import record_panel
from khaldun.exchange.html.marks import KINDS
from khaldun.exchange.html.markup import Markup, element, text, void
from khaldun.exchange.html.text import text_panel
from khaldun.record import CodedDocument
from khaldun.web.view import Answer, View

PREFIX = "d-"


def answer(view: View) -> Answer:
    """The document whose id is the subject of the view."""
    coded = view.record.coded(view.subject)
    return Answer(
        title=wording.title(coded.document),
        body=element(
            "div",
            _facts(coded),
            _legend(),
            element(
                "div", text_panel(coded, PREFIX), record_panel(coded, PREFIX), class_="columns"
            ),
        ),
        data=coded,
        scripts=("document.js",),
    )


def anchor(ids: tuple[str, ...], coded: CodedDocument, statement: str) -> str:
    """Where a statement stands on the page, given the ids of all statements in their order."""
    position = ids.index(statement)
    for letter, items in (("r", coded.reports), ("l", coded.relations), ("f", coded.forecasts)):
        if position < len(items):
            return f"{PREFIX}{letter}{position}-text"
        position -= len(items)
    return PREFIX


def _facts(coded: CodedDocument) -> Markup:
    document = coded.document
    facts = [document.byline, document.publisher, document.url]
    known = " · ".join([*(f for f in facts if f), wording.published(document.published)])
    return element("p", text(f"{known} · {wording.tally(coded)}"), class_="facts")


def _legend() -> Markup:
    boxes = [
        element(
            "label",
            void("input", type="checkbox", id=f"show-{kind}", checked=""),
            element("span", text(name), class_=f"m-{kind}"),
        )
        for kind, name in KINDS
    ]
    return element("div", *boxes, class_="legend", role="group", aria_label="Marks")
