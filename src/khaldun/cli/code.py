"""`khaldun code`: from sources to records."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from khaldun.cli import exit_status
from khaldun.cli.console import counting, print_problem
from khaldun.cli.options import (
    output_option,
    published_option,
    sources_argument,
    workers_option,
)
from khaldun.record import CodedDocument, Problem

KINDS = ("reports", "relations", "forecasts", "actors", "places", "times", "documents")


@click.command(name="code")
@sources_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "html", "csv"]),
    default="table",
    show_default=True,
    help="table: to read; jsonl: the contract, one document a line; html: one page with the "
    "evidence marked; csv: one table, see --records.",
)
@published_option
@output_option
@click.option(
    "--records",
    type=click.Choice(KINDS),
    help="Which table, for csv; reports if not said.",
)
@click.option(
    "--spreadsheet-safe",
    is_flag=True,
    help="For csv: put an apostrophe before cells that a spreadsheet would run as a formula.",
)
@workers_option
def command(
    sources: tuple[str, ...],
    form: str,
    published: str | None,
    output: Path | None,
    records: str | None,
    spreadsheet_safe: bool,
    workers: int,
) -> None:
    """Code SOURCES: files, folders, or - for standard input.

    What cannot be read is reported on standard error with its code, and the rest goes on.
    """
    from khaldun.cli.output import Output, write
    from khaldun.workspace import Coder

    if form != "csv" and (records or spreadsheet_safe):
        raise click.UsageError("--records and --spreadsheet-safe go with --format csv")
    run = _Run()
    wanted = Output(form, output, records=records or "reports", spreadsheet_safe=spreadsheet_safe)
    with counting("documents", shown=output is not None or not sys.stdout.isatty()) as count:
        results = Coder(published=published, workers=workers).code(sources)
        write(run.coded(results, count), wanted)
    sys.exit(exit_status.of_run(coded=run.documents, problems=run.problems))


class _Run:
    """Counts what a run coded and what it could not."""

    def __init__(self) -> None:
        self.documents = 0
        self.problems = 0

    def coded(
        self, results: Iterable[CodedDocument | Problem], count: Callable[[], object]
    ) -> Iterator[CodedDocument]:
        """The coded documents among `results`; problems go to standard error."""
        for result in results:
            count()
            if isinstance(result, Problem):
                self.problems += 1
                print_problem(result)
            else:
                self.documents += 1
                yield result
