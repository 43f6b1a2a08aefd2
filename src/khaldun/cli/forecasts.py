"""`khaldun forecasts`: what was foretold, what is due, and what came of it."""

from datetime import date, datetime
from pathlib import Path

import click

from khaldun.cli.options import Paging, paging_options, record_option
from khaldun.cli.selecting import Day, selection_options
from khaldun.record import Selection


@click.command(name="forecasts")
@record_option
@click.option("--on", "day", type=Day(), metavar="DATE", help="As of this day; today if not said.")
@click.option(
    "--state", type=click.Choice(["open", "due", "resolved"]), help="Only those that stand so."
)
@click.option("--scores", is_flag=True, help="How each holder did, with the mean Brier score.")
@selection_options
@paging_options
def command(
    path: Path,
    day: date | None,
    state: str | None,
    scores: bool,
    selection: Selection,
    paging: Paging,
) -> None:
    """List forecasts and what came of them.

    Each is open, due, or resolved as a hit, a miss or void. A person resolves them (khaldun
    resolve), or an event that fits closely. The Brier score is 0 at best and 1 at worst.
    """
    from khaldun.cli.forecast_tables import show_ledger, show_scores
    from khaldun.cli.listing import one_page, say_more
    from khaldun.situation import State
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record:
        on = day or datetime.now().astimezone().date()
        if scores:
            show_scores(record, record.ledger(on, selection), paging.form)
            return
        found = record.ledger_page(
            on, selection, state=State(state) if state else None, **one_page(paging)
        )
        show_ledger(record, found.items, paging.form)
        say_more(found)
