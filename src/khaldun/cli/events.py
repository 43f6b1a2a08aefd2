"""`khaldun events`: what happened, over all reports of it."""

from pathlib import Path

import click

from khaldun.cli.options import Paging, paging_options, record_option
from khaldun.cli.selecting import selection_options
from khaldun.record import Selection


@click.command(name="events")
@record_option
@selection_options
@paging_options
def command(path: Path, selection: Selection, paging: Paging) -> None:
    """List what happened, over all reports of it.

    By the first day. An event shows what its reports give for each number, low to high, how many
    reports and independent sources there are, and on what they disagree. Copies count once.
    """
    from khaldun.cli.listing import show

    show(path, "events", selection, paging)
