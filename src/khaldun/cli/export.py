"""`khaldun export`: a record, or part of it, in a format of others."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khaldun.cli import exit_status
from khaldun.cli.console import counting, print_problem, working
from khaldun.cli.options import output_option, record_option
from khaldun.cli.selecting import selection_options
from khaldun.errors import UsageError
from khaldun.record import Selection

if TYPE_CHECKING:
    from khaldun.workspace import Record

Folder = Callable[["Record", Path, Selection, Callable[[], object]], int]
FOLDERS: dict[str, Folder] = {}
"""Formats that are a folder of many files; front ends that have one put it in."""


@click.command(name="export")
@record_option
@click.option(
    "--format",
    "form",
    required=True,
    metavar="FORMAT",
    help="csv, jsonl, parquet, xlsx, account, geojson, graphml, gexf, timelinejs, "
    "timelinejs-csv, ftm, annotations, plover, acled, ucdp or polecat; or site, a copy of the "
    "workbench to read without it; see docs/reference/formats.md.",
)
@click.option(
    "--table",
    metavar="NAME",
    help="Which table, for csv, jsonl and parquet; events if not said.",
)
@output_option
@selection_options
def command(
    path: Path, form: str, table: str | None, output: Path | None, selection: Selection
) -> None:
    """Write a record in a format of others.

    What the format cannot hold is said on standard error, with a code.
    """
    if form in FOLDERS:
        _write_folder(path, form, table, output, selection)
        return
    from khaldun.cli.output import save
    from khaldun.cli.rows import put
    from khaldun.exchange.formats import export
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record, working("Writing the record"):
        written = export(record.account(selection), form, table=table)
    for problem in written.problems:
        print_problem(problem)
    if output is None:
        put(written.data)
    else:
        save([written.data], output)
    sys.exit(exit_status.PARTLY_CODED if written.problems else exit_status.CODED)


def _write_folder(
    path: Path, form: str, table: str | None, output: Path | None, selection: Selection
) -> None:
    from khaldun.workspace import open_record

    if output is None or table is not None:
        raise UsageError(f"{form} is a folder with everything in it: name a new one by --output")
    with open_record(path, read_only=True) as record, counting("pages", shown=True) as tell:
        number = FOLDERS[form](record, output, selection, tell)
    click.echo(f"{number} pages; open {output / 'index.html'}", err=True)
