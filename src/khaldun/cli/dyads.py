"""`khaldun dyads`: how much passed between pairs of parties, in time, and how friendly."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khaldun.cli.options import Paging, paging_options, record_option
from khaldun.cli.selecting import selection_options
from khaldun.record import Selection

if TYPE_CHECKING:
    from khaldun.situation import Point

COLUMNS = ("actor_id", "actor", "recipient_id", "recipient", "start", "reports", "report_score",
           "events", "event_score")  # fmt: skip


@click.command(name="dyads")
@record_option
@click.option(
    "--step", type=click.Choice(["week", "month"]), default="month", show_default=True,
    help="How long a period is; weeks begin on Monday.",
)  # fmt: skip
@selection_options
@paging_options
def command(path: Path, step: str, selection: Selection, paging: Paging) -> None:
    """Count what passed between two parties over time.

    Each week or month, with the sums of their PLOVER scores, -10 (conflict) to +10 (cooperation)
    each. Reports and events are counted apart.
    """
    from khaldun.cli.listing import one_page, say_more, say_nothing_fits
    from khaldun.cli.rows import write_rows
    from khaldun.situation import Step
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record:
        points = record.dyads_page(selection, step=Step(step), **one_page(paging))
        ids = dict.fromkeys(i for point in points for i in (point.actor, point.recipient))
        names = dict(record.names(ids))
    if paging.form != "table":
        rows = [
            [p.actor, names.get(p.actor, p.actor), p.recipient, names.get(p.recipient, p.recipient),
             p.start, p.reports.number, p.reports.score, p.events.number, p.events.score]
            for p in points
        ]  # fmt: skip
        write_rows(paging.form, COLUMNS, rows)
        say_more(points)
        return
    for point in points:
        click.echo(_line(point, names))
    if not points:
        say_nothing_fits()
    say_more(points)


def _line(point: "Point", names: Mapping[str, str]) -> str:
    """The dyad, the period, and the counts with their summed scores."""
    from khaldun.exchange.wording import plural

    actor = names.get(point.actor, point.actor)
    recipient = names.get(point.recipient, point.recipient)
    return (
        f"{point.start or 'no period'!s:<12} {actor} → {recipient}: "
        f"{plural(point.reports.number, 'report')} ({point.reports.score:+.1f}), "
        f"{plural(point.events.number, 'event')} ({point.events.score:+.1f})"
    )
