"""`khaldun changes`: what changed in a record, in order."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khaldun.cli.options import FIRST_PAGE, format_option, record_option
from khaldun.record import Change

if TYPE_CHECKING:
    from khaldun.workspace import Record


@click.command(name="changes")
@record_option
@click.option(
    "--since",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Only what came after the change of this number.",
)
@click.option("--limit", type=click.IntRange(min=1), help="At most this many; all if not said.")
@format_option
def command(path: Path, since: int, limit: int | None, form: str) -> None:
    """List what was added, changed or removed.

    One a line, with the number of the change. Give the last number to --since the next time, to
    see only what came since.
    """
    from khaldun.cli.rows import write_rows
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record:
        changes = _changes(record, since, limit)
        if form == "table":
            for change in changes:
                click.echo(
                    f"{change.sequence:>8}  {change.what:<8} {change.kind:<10} {change.record}"
                    f"  version {change.version}"
                )
            return
        columns = ("sequence", "what", "kind", "record_id", "version")
        write_rows(form, columns, map(_row, changes))


def _row(change: Change) -> tuple[int, str, str, str, int]:
    return change.sequence, change.what, change.kind, change.record, change.version


def _changes(record: "Record", since: int, limit: int | None) -> Iterator[Change]:
    after: str | None = None
    shown = 0
    while limit is None or shown < limit:
        size = FIRST_PAGE if limit is None else min(FIRST_PAGE, limit - shown)
        page = record.changes(since, limit=size, after=after)
        yield from page.items
        shown += len(page.items)
        after = page.after
        if after is None:
            return
