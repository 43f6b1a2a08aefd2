"""`khaldun demo`: the main job on sample reports that ship with the package."""

import sys
from importlib.resources import as_file, files
from pathlib import Path

import click

from khaldun.cli import exit_status
from khaldun.cli.console import print_problem
from khaldun.record import CodedDocument, Problem


@click.command(name="demo")
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the page with the evidence marked to this file.",
)
def command(page: Path | None) -> None:
    """Code twelve sample reports about an episode that never happened."""
    from khaldun.cli.output import Output, write

    click.echo("Twelve reports that we wrote, about an episode that never happened.\n")
    coded, problems = _coded_samples()
    write(coded, Output(form="table"))
    if page is not None:
        write(coded, Output(form="html", path=page))
        click.echo(f"\nThe same with the evidence marked in the text: {page}", err=True)
    sys.exit(exit_status.of_run(coded=len(coded), problems=len(problems)))


def _coded_samples() -> tuple[list[CodedDocument], list[Problem]]:
    from khaldun.workspace import Coder

    coded: list[CodedDocument] = []
    problems: list[Problem] = []
    with as_file(files("khaldun") / "samples") as folder:
        for result in Coder().code(sorted(folder.glob("[0-9]*"))):
            if isinstance(result, Problem):
                problems.append(result)
                print_problem(result)
            else:
                coded.append(result)
    return coded, problems
