"""One event: all its reports, who gives which figure, what they disagree on."""

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.record import Report, Stated
from khaldun.web.pages.reviewing import keys_help, reviewer
from khaldun.web.showing import Showing
from khaldun.web.view import Answer, View
from khaldun.workspace.gathering import gathered

_KEYS = (
    ("j", "next report"), ("k", "previous report"),
    ("s", "split: this report is of another event"), ("u", "undo the last split"),
)  # fmt: skip


def answer(view: View) -> Answer:
    """The event whose id is the subject of the view."""
    event = view.record.event(view.subject)
    account = gathered(view.record, (event,), texts=False)
    showing = Showing(account)
    figures = [element("li", showing.figures(count)) for count in event.counts]
    splitting = len(event.reports) > 1 and not view.copy
    entries = (_entry(showing, stated, splitting=splitting) for stated in account.reports)
    return Answer(
        title="Event",
        body=element(
            "div",
            showing.event(event, quoted=False),
            element("h2", text("Counts")) if figures else EMPTY,
            element("ul", *figures) if figures else EMPTY,
            *(showing.sides(contradiction) for contradiction in event.contradictions),
            element("h2", text(f"Reports ({len(account.reports)})")),
            _splitting(event.id) if splitting else EMPTY,
            element("div", *entries, class_="entries"),
        ),
        data=(event, account.reports),
        scripts=("keys.js",),
        modules=("joining.js",) if splitting else (),
    )


def _splitting(event: str) -> Markup:
    return element("div", keys_help(_KEYS), reviewer(), class_="merging", data_whole=event)


def _entry(showing: Showing, stated: Stated[Report], *, splitting: bool) -> Markup:
    """A report, with what takes it out of the event."""
    if not splitting:
        return showing.report(stated)
    button = element("button", text("Not of this event (s)"), type="button", data_split="")
    return element(
        "section",
        showing.report(stated),
        element("p", button, class_="actions"),
        data_part=stated.id,
        tabindex="-1",
    )
