"""The review queue: one statement at a time, with its evidence, decided by a key."""

from collections.abc import Iterator

from khaldun.exchange.html.markup import EMPTY, Markup, element, text, void
from khaldun.record import Event, Factuality, Report, Stated
from khaldun.web.showing import Showing
from khaldun.web.view import Answer, View
from khaldun.workspace import Judged, Record
from khaldun.workspace.gathering import gathered

_QUEUE = 20
_LOOKED_THROUGH = 500
_KEYS = (
    ("a", "accept"), ("e", "correct"), ("x", "reject"), ("space", "skip"),
    ("u", "undo"), ("j", "next"), ("k", "previous"), ("?", "keys"),
)  # fmt: skip
FIELDS = ("type", "status", "place", "instrument", "actors", "recipients")


def answer(view: View) -> Answer:
    """What most needs a look and has not been decided: contradicted first, then unsure."""
    record = view.record
    queue = list(_undecided(record, view))
    showing = Showing(gathered(record, queue))
    entries = [_item(showing, stated) for stated in queue]
    done = element("p", text("Nothing is left to review here."), class_="empty")
    return Answer(
        title="Review",
        body=element(
            "div",
            _who(),
            _help(),
            element("output", aria_live="assertive", id="told"),
            element("div", *entries, class_="entries", id="queue") if entries else done,
            _history(record.decisions(limit=None).items[-10:]),
        ),
        data=queue,
        scripts=("review.js",),
        filtered=True,
    )


def _undecided(record: Record, view: View) -> Iterator[Stated[Report]]:
    decided = {j.decision.record for j in record.decisions(limit=None) if not j.undone}
    first = _of_disputes(record, record.contradictions(view.selection, limit=_QUEUE).items)
    rest = sorted(
        record.reports(view.selection, limit=_LOOKED_THROUGH).items,
        key=lambda stated: stated.item.certainty.value is Factuality.CERTAIN,
    )
    seen: set[str] = set()
    for stated in (*first, *rest):
        if stated.id not in decided and stated.id not in seen and len(seen) < _QUEUE:
            seen.add(stated.id)
            yield stated


def _of_disputes(record: Record, events: tuple[Event, ...]) -> Iterator[Stated[Report]]:
    for event in events:
        for contradiction in event.contradictions:
            for identifier in (*contradiction.one[:1], *contradiction.other[:1]):
                yield record.statement(identifier)


def _item(showing: Showing, stated: Stated[Report]) -> Markup:
    actions = [
        element("button", text(f"{action.capitalize()} ({key})"), type="button", data_action=action)
        for key, action in _KEYS[:3]
    ]
    choices = [element("option", text(name), value=name) for name in FIELDS]
    correction = element(
        "form",
        element("label", text("Field "), element("select", *choices, name="field")),
        element("label", text("Value "), void("input", name="value", required="")),
        element("button", text("Save"), type="submit"),
        hidden="",
        class_="correction",
    )
    return element(
        "section",
        showing.report(stated),
        element("p", *actions, class_="actions"),
        correction,
        class_="item",
        data_record=stated.id,
        tabindex="0",
    )


def _who() -> Markup:
    label = element("label", text("Reviewer "), void("input", id="by", autocomplete="name"))
    return element("p", label, class_="filters")


def _help() -> Markup:
    pairs = [
        p
        for key, what in _KEYS
        for p in (element("dt", element("kbd", text(key))), element("dd", text(what)))
    ]
    return element("details", element("summary", text("Keys")), element("dl", *pairs), id="keys")


def _history(judged: tuple[Judged, ...]) -> Markup:
    """The last decisions, newest first, each with who, when, before and after."""
    rows = [
        element(
            "tr",
            *(element("td", text(cell)) for cell in (
                d.sequence, d.at, d.by, d.action, d.record, d.field or "", d.before or "",
                d.after or "", "stale" if j.stale else "undone" if j.undone else "",
            )),
        )
        for j in reversed(judged)
        if (d := j.decision)
    ]  # fmt: skip
    if not rows:
        return EMPTY
    names = ("No.", "When", "Who", "What", "Record", "Field", "Before", "After", "")
    head = element("tr", *(element("th", text(name), scope="col") for name in names))
    table = element("table", element("thead", head), element("tbody", *rows), class_="history")
    return element("section", element("h2", text("Last decisions")), table)
