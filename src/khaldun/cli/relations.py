"""`khaldun relations`: who stands with whom, over all that say so."""

from pathlib import Path

import click

from khaldun.cli.options import Paging, paging_options, record_option
from khaldun.cli.selecting import selection_options
from khaldun.record import Selection


@click.command(name="relations")
@record_option
@click.option("--each", is_flag=True, help="Each statement, not what they come to.")
@selection_options
@paging_options
def command(path: Path, each: bool, selection: Selection, paging: Paging) -> None:
    """List who backs, opposes, leads or controls whom.

    A line is what all statements of it come to: when it began, the last day on which a
    document says that it held, and when it ended, where one tells of an end.
    """
    from khaldun.cli.listing import show

    show(path, "relations" if each else "ties", selection, paging)
