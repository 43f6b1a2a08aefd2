"""`khaldun actors`: who is named, under which names, in documents or over a record."""

import sys
from pathlib import Path

import click

from khaldun.cli import exit_status
from khaldun.cli.console import console_for, print_problem, safe
from khaldun.cli.options import Paging, paging_options
from khaldun.cli.selecting import selection_options
from khaldun.record import Problem, Selection


@click.command(name="actors")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--record",
    "path",
    envvar="KHALDUN_RECORD",
    show_envvar=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="List the actors of this record, where no SOURCE is named.",
)
@selection_options
@paging_options
def command(
    sources: tuple[str, ...], path: Path | None, selection: Selection, paging: Paging
) -> None:
    """Show actors, their names and why those were joined.

    Of SOURCES, or of a record. The filters and the format are for a record.
    """
    if not sources and path is None:
        raise click.UsageError("name the sources whose actors to show, or a --record")
    if path is not None and not sources:
        from khaldun.cli.listing import show

        show(path, "actors", selection, paging)
        return
    if selection != Selection() or paging != Paging():
        raise click.UsageError("filters, pages and formats go with --record")
    _show_sources(sources)


def _show_sources(sources: tuple[str, ...]) -> None:
    from rich.text import Text

    from khaldun.cli.ledger import print_actors
    from khaldun.exchange import wording
    from khaldun.workspace import drafts

    console = console_for()
    coded = problems = 0
    for result in drafts(sources):
        if isinstance(result, Problem):
            problems += 1
            print_problem(result)
            continue
        coded += 1
        console.print(Text(safe(wording.title(result.document)), style="underline"))
        print_actors(console, result.actors, result.joinings)
    sys.exit(exit_status.of_run(coded=coded, problems=problems))
