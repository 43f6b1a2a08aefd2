"""`khaldun lexicon`: the rules of the language, checked against their own examples."""

import sys

import click

from khaldun.cli.console import safe


@click.group(name="lexicon")
def command() -> None:
    """Work on the rules that map language to events."""


@command.command(name="check")
def check() -> None:
    """Run the example of every rule; exit with 1 if one does not give what it says."""
    from khaldun.coding.checking import check_examples, examples

    faults = check_examples()
    for fault in faults:
        click.echo(safe(str(fault)))
    click.echo(f"{len(examples())} examples, {len(faults)} faults")
    sys.exit(1 if faults else 0)
