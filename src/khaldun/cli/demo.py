"""`khaldun demo`: the main job on sample reports that ship with the package."""

import sys
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from khaldun.cli import exit_status
from khaldun.cli.console import counting, print_problem
from khaldun.record import CodedDocument, Selection

if TYPE_CHECKING:
    from collections.abc import Callable

    from khaldun.workspace import Record

BEFORE, AFTER, LAST = date(2019, 6, 1), date(2019, 7, 20), date(2019, 8, 1)
COUNTRY = "TCD"


@click.command(name="demo")
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write a page with the reports, their evidence marked, to this file.",
)
@click.option(
    "--record",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Keep the record in this file, instead of throwing it away.",
)
def command(page: Path | None, path: Path | None) -> None:
    """Make a record of twelve sample reports and show it.

    The reports are ours, about an episode that never happened: a timeline, a situation on two
    dates and what changed between them, contradictions, and forecasts with their outcome.
    """
    from khaldun.cli.output import Output, write
    from khaldun.workspace import open_record

    click.echo("Twelve reports that we wrote, about an episode that never happened.")
    with TemporaryDirectory() as folder, open_record(path or Path(folder) / "demo") as record:
        coded, problems = _add_samples(record)
        _show(record)
    if page is not None:
        write(coded, Output(form="html", path=page))
        click.echo(f"\nThe reports with the evidence marked in the text: {page}", err=True)
    if path is not None:
        click.echo(f"\nThe record is kept: khaldun events --record {path}", err=True)
    sys.exit(exit_status.of_run(coded=len(coded), problems=problems))


def _add_samples(record: "Record") -> tuple[list[CodedDocument], int]:
    """Add the samples; what they were coded as, and how many could not be."""
    from khaldun.workspace import Addition

    added: list[Addition] = []
    with (
        as_file(files("khaldun") / "samples") as folder,
        counting("documents", shown=True) as count,
    ):

        def acknowledge(addition: Addition) -> None:
            count()
            added.append(addition)
            if addition.problem is not None:
                print_problem(addition.problem)

        record.add(sorted(folder.glob("[0-9]*")), acknowledge=acknowledge)
    kept = [addition.document for addition in added if addition.document is not None]
    return [record.coded(document) for document in kept], len(added) - len(kept)


def _show(record: "Record") -> None:
    from khaldun.cli.forecast_tables import show_ledger
    from khaldun.cli.listing import LISTINGS, print_page
    from khaldun.cli.options import Paging
    from khaldun.cli.situation_tables import print_difference, print_situation
    from khaldun.cli.timeline_tables import show_timeline
    from khaldun.situation import Situation, Theatre, difference

    def on(day: date) -> Situation:
        return record.situation(day, theatre=Theatre(country=COUNTRY))

    parts: tuple[tuple[str, Callable[[], object]], ...] = (
        ("timeline", lambda: show_timeline(record, record.timeline(), "table")),
        (
            f"situation --country {COUNTRY} --on {BEFORE}",
            lambda: print_situation(record, on(BEFORE)),
        ),
        (f"situation --country {COUNTRY} --on {AFTER}", lambda: print_situation(record, on(AFTER))),
        (
            f"situation --country {COUNTRY} --on {BEFORE} --versus {AFTER}",
            lambda: print_difference(
                record, on(BEFORE), on(AFTER), difference(on(BEFORE), on(AFTER)), "table"
            ),
        ),
        (
            "contradictions",
            lambda: print_page(record, LISTINGS["contradictions"], Selection(), Paging()),
        ),
        (
            f"forecasts --on {LAST}",
            lambda: show_ledger(record, record.ledger(LAST), "table"),
        ),
    )
    for command_line, show in parts:
        click.secho(f"\n$ khaldun {command_line}", fg="cyan", bold=True)
        show()
