"""The forecast ledger: what is open, what is due, what came of it, and who foretells well."""

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.situation import HolderScore, LedgerEntry, scores
from khaldun.web.filters import day_of
from khaldun.web.pages.lists import empty
from khaldun.web.showing import Showing, fact
from khaldun.web.view import Answer, View
from khaldun.workspace.gathering import gathered


def answer(view: View) -> Answer:
    """Every forecast as it stands on the day `on`, the last of the record where none is named."""
    on = day_of(view.query, "on") or view.record.last_day
    entries = view.record.ledger(on, view.selection) if on else ()
    showing = Showing(gathered(view.record, [entry.forecast for entry in entries]))
    return Answer(
        title=f"Forecasts on {on.isoformat()}" if on else "Forecasts",
        body=element(
            "div",
            _scores(showing, scores(entries)),
            element("div", *(_entry(showing, entry) for entry in entries), class_="entries")
            if entries
            else empty("forecasts"),
        ),
        data=entries,
        scripts=("keys.js",),
        filtered=True,
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
    rows = [
        element(
            "tr",
            *(element("td", text(cell)) for cell in (
                showing.name(score.holder), score.forecasts, score.resolved, score.hits,
                score.misses, "–" if score.brier is None else f"{score.brier:.2f}",
            )),
        )
        for score in found
    ]  # fmt: skip
    names = ("Holder", "Forecasts", "Resolved", "Hits", "Misses", "Mean Brier score")
    head = element("tr", *(element("th", text(name), scope="col") for name in names))
    return element("table", element("thead", head), element("tbody", *rows), class_="scores")
