"""`khaldun actors`: who is named, under which names."""

import sys

import click

from khaldun.cli import exit_status
from khaldun.cli.console import console_for, print_problem, safe
from khaldun.cli.options import sources_argument
from khaldun.record import Problem


@click.command(name="actors")
@sources_argument
def command(sources: tuple[str, ...]) -> None:
    """Show the actors of SOURCES, their names, offices, and why the names were joined."""
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
