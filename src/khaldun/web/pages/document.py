"""One document: its text with the evidence marked, the records beside it."""

from khaldun.exchange import wording
from khaldun.exchange.html.cards import record_panel
from khaldun.exchange.html.legend import mark_boxes
from khaldun.exchange.html.markup import Markup, element, text
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
            element("div", *mark_boxes(), class_="legend", role="group", aria_label="Marks"),
            element(
                "div", text_panel(coded, PREFIX), record_panel(coded, PREFIX), class_="columns"
            ),
        ),
        data=coded,
        scripts=("document.js", "keys.js"),
    )


def anchors(ids: tuple[str, ...], coded: CodedDocument) -> dict[str, str]:
    """Where each statement stands on the page, given the ids of all in their order."""
    kinds = (("r", coded.reports), ("l", coded.relations), ("f", coded.forecasts))
    places = [f"{PREFIX}{letter}{n}-text" for letter, items in kinds for n in range(len(items))]
    return dict(zip(ids, places, strict=True))


def _facts(coded: CodedDocument) -> Markup:
    document = coded.document
    facts = [document.byline, document.publisher, document.url]
    known = " · ".join([*(f for f in facts if f), wording.published(document.published)])
    return element("p", text(f"{known} · {wording.tally(coded)}"), class_="facts")
