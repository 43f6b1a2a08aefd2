"""`khaldun import`: rows of data sets, and of one's own tables, into a record."""

import sys
from pathlib import Path

import click

from khaldun.cli import exit_status
from khaldun.cli.console import counting, print_problem
from khaldun.cli.options import record_option

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(name="import")
@click.argument("file", type=_FILE)
@record_option
@click.option(
    "--format",
    "form",
    required=True,
    metavar="FORMAT",
    help="acled, ucdp, polecat, plover, account, jsonl or, with --mapping, csv.",
)
@click.option(
    "--mapping", type=_FILE, help="For csv: which column is what; see docs/reference/formats.md."
)
def command(file: Path, path: Path, form: str, mapping: Path | None) -> None:
    """Take the rows of a data set into a record.

    Each row is a report, with the row itself as evidence. The same file twice adds nothing. Rows
    that cannot be taken are said with a code.
    """
    from khaldun.exchange.wording import plural
    from khaldun.workspace import Addition, open_record

    rules = mapping.read_bytes() if mapping else None
    with open_record(path) as record, counting("rows", shown=True) as count:

        def acknowledge(addition: Addition) -> None:
            count()
            if addition.problem is not None:
                print_problem(addition.problem)

        added = record.import_file(file, form, mapping=rules, acknowledge=acknowledge)
    kept = added.new + added.editions + added.recoded + added.known
    click.echo(
        f"{plural(added.new, 'new row')}, {added.known} known already, "
        f"{plural(added.problems, 'problem')}"
    )
    sys.exit(exit_status.of_run(coded=kept, problems=added.problems))
