"""`khaldun split`: what a record joined is not one."""

from pathlib import Path

import click

from khaldun.cli.options import by_option, reason_option, record_option


@click.command(name="split")
@click.argument("identifier", metavar="ID")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@record_option
@by_option
@reason_option
def command(identifier: str, others: tuple[str, ...], path: Path, by: str, reason: str) -> None:
    """Decide that OTHER does not belong to ID.

    Of an event, OTHER is the id of a report; of an actor, an actor of a document, written
    document#actor. Nothing is lost: khaldun undo takes it back.
    """
    from khaldun.workspace import open_record

    with open_record(path) as record:
        decision = record.split(identifier, others, by=by, reason=reason)
    click.echo(f"decision {decision.sequence}: {', '.join(others)} are not of {identifier}")
