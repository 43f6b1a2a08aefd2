"""The forecast ledger: what is open, what is due, what came of it, and who foretells well."""

from collections.abc import Iterable
from datetime import date

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.record import Account, Action, Forecast, Stated
from khaldun.situation import HolderScore, LedgerEntry, Outcome, Resolution, ledger, scores
from khaldun.store import Kind
from khaldun.web.filters import day_of
from khaldun.web.pages.lists import LIMIT, counted, empty
from khaldun.web.pages.reviewing import keys_help, reviewer
from khaldun.web.showing import Showing, fact, table
from khaldun.web.view import Answer, View
from khaldun.workspace.gathering import gathered

_KEYS = (
    ("j", "next"), ("k", "previous"), ("h", "it came true"), ("x", "it did not"),
    ("v", "void: it cannot be told"), ("u", "undo"),
)  # fmt: skip
_SMALL = 5_000  # forecasts and events
_UNRESOLVED = (
    "In a record of this size, what came of forecasts is looked for by khaldun ledger; "
    "here stands what people decided."
)


def answer(view: View) -> Answer:
    """Every forecast as it stands on the day `on`, the last of the record where none is named."""
    on = day_of(view.query, "on") or _last(view)
    all_entries, after = _page(view, on) if on else ((), None)
    entries = all_entries[:LIMIT]
    showing = Showing(gathered(view.record, [entry.forecast for entry in entries], texts=False))
    return Answer(
        title=f"Forecasts on {on.isoformat()}" if on else "Forecasts",
        body=element(
            "div",
            _scores(showing, scores(all_entries)),
            element("p", text(_UNRESOLVED), class_="facts") if _is_large(view) else EMPTY,
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
        after=after,
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


def _page(view: View, on: date) -> tuple[tuple[LedgerEntry, ...], str | None]:
    """The entries from where the page starts, and where the next one does."""
    if _is_large(view):
        return _page_of_large(view, on)
    start = int(view.query["after"]) if view.query.get("after", "").isdecimal() else 0
    entries = view.record.ledger(on, view.selection)[start:]
    return entries, str(start + LIMIT) if len(entries) > LIMIT else None


def _page_of_large(view: View, on: date) -> tuple[tuple[LedgerEntry, ...], str | None]:
    page = view.record.forecasts(view.selection, limit=LIMIT, after=view.asked("after"))
    return ledger(Account(forecasts=page.items), on, _resolved(view, page.items)), page.after


def _resolved(view: View, found: Iterable[Stated[Forecast]]) -> tuple[Resolution, ...]:
    """What people said of these forecasts."""
    return tuple(
        Resolution(forecast=d.record, outcome=Outcome(d.after or ""), decision=d.sequence)
        for stated in found
        for judged in view.record.decisions(stated.id, limit=None)
        if (d := judged.decision).action is Action.RESOLVE and not judged.undone
    )


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
