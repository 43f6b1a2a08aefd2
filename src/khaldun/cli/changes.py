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
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    help=f"At most this many; if not said, {FIRST_PAGE} in a table, and all in csv and jsonl.",
)
@format_option
def command(path: Path, since: int, limit: int | None, form: str) -> None:
    """List what was added, changed or removed.

    One a line, with the number of the change. Give the last number to --since the next time, to
    see only what came since.
    """
    from khaldun.cli.rows import write_rows
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record:
        if form == "table":
            _show(record, since, limit or FIRST_PAGE)
            return
        columns = ("sequence", "what", "kind", "record_id", "version")
        write_rows(form, columns, map(_row, _changes(record, since, limit)))


def _show(record: "Record", since: int, limit: int) -> None:
    """Print one page, and on standard error how to get the next."""
    last = since
    for change in _changes(record, since, limit):
        last = change.sequence
        click.echo(
            f"{last:>8}  {change.what:<8} {change.kind:<10} {change.record}"
            f"  version {change.version}"
        )
    if last < record.head:
        click.echo(f"There is more: --since {last}", err=True)


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
