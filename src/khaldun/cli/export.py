"""`khaldun export`: a record, or part of it, in a format of others."""

import sys
from pathlib import Path

import click

from khaldun.cli import exit_status
from khaldun.cli.console import print_problem, working
from khaldun.cli.options import output_option, record_option
from khaldun.cli.selecting import selection_options
from khaldun.record import Selection


@click.command(name="export")
@record_option
@click.option(
    "--format",
    "form",
    required=True,
    metavar="FORMAT",
    help="csv, jsonl, parquet, xlsx, account, geojson, graphml, gexf, timelinejs, "
    "timelinejs-csv, ftm, annotations, plover, acled, ucdp or polecat; "
    "see docs/reference/formats.md.",
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
