"""`khaldun dyads`: how much passed between pairs of parties, in time, and how friendly."""

from pathlib import Path

import click

from khaldun.cli.options import format_option, record_option
from khaldun.cli.selecting import selection_options
from khaldun.record import Selection

COLUMNS = ("actor_id", "actor", "recipient_id", "recipient", "start", "reports", "report_score",
           "events", "event_score")  # fmt: skip


@click.command(name="dyads")
@record_option
@click.option(
    "--step", type=click.Choice(["week", "month"]), default="month", show_default=True,
    help="How long a period is; weeks begin on Monday.",
)  # fmt: skip
@selection_options
@format_option
def command(path: Path, step: str, selection: Selection, form: str) -> None:
    """Count what passed between two parties over time.

    Each week or month, with the sums of their PLOVER scores, -10 (conflict) to +10 (cooperation)
    each. Reports and events are counted apart.
    """
    from khaldun.cli.listing import say_nothing_fits
    from khaldun.cli.rows import write_rows
    from khaldun.situation import Step
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record:
        points = record.dyads(selection, step=Step(step))
        ids = dict.fromkeys(i for point in points for i in (point.actor, point.recipient))
        names = dict(record.names(ids))
    rows = [
        [p.actor, names.get(p.actor, p.actor), p.recipient, names.get(p.recipient, p.recipient),
         p.start, p.reports.number, p.reports.score, p.events.number, p.events.score]
        for p in points
    ]  # fmt: skip
    if form != "table":
        write_rows(form, COLUMNS, rows)
        return
    if not rows:
        say_nothing_fits()
    for _, actor, _, recipient, start, reports, written, events, happened in rows:
        click.echo(
            f"{start or 'no period'!s:<12} {actor} → {recipient}: "
            f"{reports} reports ({written:+.1f}), {events} events ({happened:+.1f})"
        )
