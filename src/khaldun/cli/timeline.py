"""`khaldun timeline`: what happened, began, ended and was foretold, in order of time."""

from pathlib import Path

import click

from khaldun.cli.options import Paging, paging_options, record_option
from khaldun.cli.selecting import selection_options
from khaldun.record import Selection


@click.command(name="timeline")
@record_option
@selection_options
@paging_options
def command(path: Path, selection: Selection, paging: Paging) -> None:
    """Show everything in order of time.

    Events, beginnings and ends of relations, and forecasts. What has no date comes last.
    """
    from khaldun.cli.listing import one_page, say_more
    from khaldun.cli.timeline_tables import show_timeline
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record:
        found = record.timeline_page(selection, **one_page(paging))
        show_timeline(record, found.items, paging.form)
        say_more(found)
