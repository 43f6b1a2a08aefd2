"""`khaldun reports`: events as single documents state them."""

from pathlib import Path

import click

from khaldun.cli.options import Paging, paging_options, record_option
from khaldun.cli.selecting import selection_options
from khaldun.record import Selection


@click.command(name="reports")
@record_option
@selection_options
@paging_options
def command(path: Path, selection: Selection, paging: Paging) -> None:
    """List events as single documents state them."""
    from khaldun.cli.listing import show

    show(path, "reports", selection, paging)
