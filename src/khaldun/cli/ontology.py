"""`khaldun ontology`: the codes that records carry, and what they mean."""

import click

from khaldun.cli.console import console_for


@click.command(name="ontology")
@click.argument("type_name", metavar="[TYPE]", required=False)
def command(type_name: str | None) -> None:
    """Show the event types, modes, contexts and sectors; with TYPE, that type in full."""
    from khaldun.cli.ontology_tables import print_ontology, print_type

    console = console_for()
    if type_name is None:
        print_ontology(console)
    else:
        print_type(console, type_name.upper())
