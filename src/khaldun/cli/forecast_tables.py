"""Prints the forecast ledger and the scores of holders."""

from collections.abc import Sequence
from dataclasses import replace

from rich.text import Text

from khaldun.cli.console import console_for
from khaldun.cli.described import Describer
from khaldun.cli.lines import Line, Quote, print_lines, quote_of
from khaldun.cli.listing import say_nothing_fits
from khaldun.cli.rows import Cell, write_rows
from khaldun.situation import HolderScore, LedgerEntry, State
from khaldun.situation import scores as scores_of
from khaldun.workspace import Record
from khaldun.workspace.gathering import evidence, gathered

_STYLE = {State.OPEN: "cyan", State.DUE: "yellow", State.RESOLVED: "green"}
COLUMNS = (
    "forecast_id",
    "holder",
    "statement",
    "made",
    "due",
    "probability",
    "state",
    "outcome",
    "brier",
    "event_ids",
    "decision",
    "source",
)
SCORE_COLUMNS = ("holder", "forecasts", "resolved", "hits", "misses", "brier")


def show_ledger(record: Record, entries: Sequence[LedgerEntry], form: str) -> None:
    """Print or write each forecast with its state and what resolved it."""
    if form != "table":
        names = _holders(record, entries)
        write_rows(form, COLUMNS, (_row(entry, names) for entry in entries))
        return
    if not entries:
        say_nothing_fits()
        return
    account = gathered(record, (entry.forecast for entry in entries), texts=False)
    outcome = evidence(record, (i for entry in entries for i in entry.events))
    describer, told = Describer(account), Describer(outcome)
    reports = {event.id: event.reports for event in outcome.events}
    print_lines(console_for(), (_line(entry, describer, told, reports) for entry in entries))


def show_scores(record: Record, entries: Sequence[LedgerEntry], form: str) -> None:
    """Print or write how each holder's forecasts did."""
    names = _holders(record, entries)
    found = scores_of(entries)
    if form != "table":
        write_rows(form, SCORE_COLUMNS, (_score_row(score, names) for score in found))
        return
    if not found:
        say_nothing_fits()
    console = console_for()
    for score in found:
        name, *counts, brier = _score_row(score, names)
        facts = zip(SCORE_COLUMNS[1:-1], counts, strict=True)
        said = ", ".join(f"{count} {what}" for what, count in facts)
        mean = "not scored" if brier is None else f"Brier {brier:.3f}"
        console.print(Text.assemble((f"{name}", "bold"), f"  {said}, {mean}"))


def _line(
    entry: LedgerEntry, describer: Describer, told: Describer, reports: dict[str, tuple[str, ...]]
) -> Line:
    line = describer.forecast(entry.forecast)
    state = f"[{entry.state}{f': {entry.outcome}' if entry.outcome else ''}]  "
    brier = "" if entry.brier is None else f"Brier {entry.brier:.3f}"
    by = f"by decision {entry.decision}" if entry.decision is not None else ""
    return replace(
        line,
        head=Text.assemble((state, _STYLE[entry.state]), line.head),
        facts=(*line.facts, brier, by),
        quotes=(*line.quotes, *_came(entry, told, reports)),
    )


def _came(
    entry: LedgerEntry, told: Describer, reports: dict[str, tuple[str, ...]]
) -> tuple[Quote, ...]:
    """The words of one report of each event that resolved the forecast."""
    first = (told.statement(i) for event in entry.events for i in reports.get(event, ())[:1])
    quotes = (quote_of(stated) for stated in first if stated is not None)
    return tuple(Quote(source=f"came: {quote.source}", words=quote.words) for quote in quotes)


def _holders(record: Record, entries: Sequence[LedgerEntry]) -> dict[str, str]:
    account = gathered(record, (entry.forecast for entry in entries), texts=False)
    return {entity.actor.id: entity.actor.name for entity in account.entities}


def _row(entry: LedgerEntry, names: dict[str, str]) -> list[Cell]:
    forecast = entry.forecast
    return [
        forecast.id,
        names.get(entry.holder, entry.holder),
        forecast.item.statement.quote,
        entry.made,
        entry.due,
        entry.probability,
        entry.state.value,
        entry.outcome.value if entry.outcome else None,
        entry.brier,
        list(entry.events),
        entry.decision,
        forecast.source,
    ]


def _score_row(score: HolderScore, names: dict[str, str]) -> list[Cell]:
    holder = names.get(score.holder, score.holder)
    return [holder, score.forecasts, score.resolved, score.hits, score.misses, score.brier]
