"""`khaldun contradictions`: where reports of one event cannot all be right."""

from pathlib import Path

import click

from khaldun.cli.options import Paging, paging_options, record_option
from khaldun.cli.selecting import selection_options
from khaldun.record import Selection


@click.command(name="contradictions")
@record_option
@selection_options
@paging_options
def command(path: Path, selection: Selection, paging: Paging) -> None:
    """List events on which reports contradict each other.

    With what each report says. They can disagree on whether it happened (denied), on who did it
    (perpetrator), on a number, a date or a place.
    """
    from khaldun.cli.listing import show

    show(path, "contradictions", selection, paging)
