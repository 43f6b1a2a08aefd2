"""The forecast ledger: what is open, what is due, what came of it, and who foretells well."""

from datetime import date

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.situation import HolderScore, LedgerEntry, scores
from khaldun.store import Kind
from khaldun.web.filters import day_of
from khaldun.web.pages.lists import LIMIT, counted, empty
from khaldun.web.pages.reviewing import keys_help, reviewer
from khaldun.web.showing import Showing, fact, table
from khaldun.web.view import Answer, View
from khaldun.workspace import Page
from khaldun.workspace.gathering import gathered

_KEYS = (
    ("j", "next"), ("k", "previous"), ("h", "it came true"), ("x", "it did not"),
    ("v", "void: it cannot be told"), ("u", "undo"),
)  # fmt: skip
_SMALL = 5_000  # forecasts and events
_UNSCORED = "In a record of this size, khaldun forecasts --scores says how holders did."


def answer(view: View) -> Answer:
    """Every forecast as it stands on the day `on`, the last of the record where none is named."""
    on = day_of(view.query, "on") or _last(view)
    page = _page(view, on) if on else Page(items=())
    entries = page.items
    large = _is_large(view)
    found = scores(view.record.ledger(on, view.selection)) if on and not large else ()
    account = gathered(view.record, [entry.forecast for entry in entries], texts=False)
    showing = Showing(account, view.record.names(score.holder for score in found))
    return Answer(
        title=f"Forecasts on {on.isoformat()}" if on else "Forecasts",
        body=element(
            "div",
            _scores(showing, found),
            element("p", text(_UNSCORED), class_="facts") if large else EMPTY,
            element("div", keys_help(_KEYS), reviewer(), class_="merging", data_resolving="")
            if entries and not view.copy
            else EMPTY,
            element("div", *(_entry(showing, entry) for entry in entries), class_="entries")
            if entries
            else empty(view, "forecasts"),
        ),
        data=entries,
        scripts=("keys.js",),
        modules=("joining.js",) if entries else (),
        filtered=True,
        after=page.after,
        total="" if view.copy else counted(view, Kind.FORECAST, "forecast"),
        table="forecasts",
    )


def _last(view: View) -> date | None:
    """The last day of the record: of an event, or of a document, which may foretell."""
    days = (view.record.last_day, view.record.last_published)
    return max((day for day in days if day), default=None)


def _is_large(view: View) -> bool:
    """Whether looking for what came of all forecasts would take too long for a page."""
    return sum(view.record.count(kind) for kind in (Kind.FORECAST, Kind.EVENT)) > _SMALL


def _page(view: View, on: date) -> Page[LedgerEntry]:
    return view.record.ledger_page(on, view.selection, limit=LIMIT, after=view.asked("after"))


def _entry(showing: Showing, entry: LedgerEntry) -> Markup:
    due = f"due {entry.due.isoformat()}" if entry.due else "no day named"
    result = entry.outcome.value if entry.outcome else entry.state.value
    notes = [element("strong", text(result), class_=f"fact state-{result}"), fact(due)]
    if entry.brier is not None:
        notes.append(fact(f"Brier {entry.brier:.2f}"))
    return showing.forecast(entry.forecast, *notes)


def _scores(showing: Showing, found: tuple[HolderScore, ...]) -> Markup:
    if not any(score.resolved for score in found):
        return EMPTY
    rows = (
        (showing.name(score.holder), score.forecasts, score.resolved, score.hits, score.misses,
         "–" if score.brier is None else f"{score.brier:.2f}")
        for score in found
    )  # fmt: skip
    names = ("Holder", "Forecasts", "Resolved", "Hits", "Misses", "Mean Brier score")
    return table("Scores", names, ((text(cell) for cell in row) for row in rows))
