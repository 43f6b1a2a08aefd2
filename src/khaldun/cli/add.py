"""`khaldun add`: documents into a record."""

import sys
from pathlib import Path

import click

from khaldun.cli import exit_status
from khaldun.cli.console import counting, print_problem
from khaldun.cli.options import (
    published_option,
    record_option,
    sources_argument,
    workers_option,
)


@click.command(name="add")
@sources_argument
@record_option
@published_option
@workers_option
def command(sources: tuple[str, ...], path: Path, published: str | None, workers: int) -> None:
    """Code SOURCES and keep them in a record.

    The record is made where there is none. A document is in the record, whole, as soon as it is
    counted; if the command is stopped, run it again and it goes on. What the record has already is
    not added twice.
    """
    from khaldun.exchange.wording import plural
    from khaldun.workspace import Addition, open_record

    with open_record(path) as record, counting("documents", shown=True) as count:

        def acknowledge(addition: Addition) -> None:
            count()
            if addition.problem is not None:
                print_problem(addition.problem)

        added = record.add(sources, workers=workers, published=published, acknowledge=acknowledge)
    facts = (
        plural(added.new, "new document"),
        plural(added.editions, "new edition"),
        f"{added.recoded} coded again",
        f"{added.known} known already",
        plural(added.problems, "problem"),
    )
    click.echo(", ".join(facts))
    kept = added.new + added.editions + added.recoded + added.known
    sys.exit(exit_status.of_run(coded=kept, problems=added.problems))
