"""One event: all its reports, who gives which figure, what they disagree on."""

from khaldun.exchange import wording
from khaldun.exchange.html.markup import EMPTY, element, text
from khaldun.web.showing import Showing
from khaldun.web.view import Answer, View
from khaldun.workspace.gathering import gathered


def answer(view: View) -> Answer:
    """The event whose id is the subject of the view."""
    event = view.record.event(view.subject)
    account = gathered(view.record, (event,), texts=False)
    showing = Showing(account)
    figures = [element("li", text(wording.total(count))) for count in event.counts]
    return Answer(
        title="Event",
        body=element(
            "div",
            showing.event(event),
            element("h2", text("Counts")) if figures else EMPTY,
            element("ul", *figures) if figures else EMPTY,
            *(showing.sides(contradiction) for contradiction in event.contradictions),
            element("h2", text(f"Reports ({len(account.reports)})")),
            element("div", *map(showing.report, account.reports), class_="entries"),
        ),
        data=(event, account.reports),
        scripts=("keys.js",),
    )
