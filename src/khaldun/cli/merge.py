"""`khaldun merge`: what a record keeps apart is one."""

from pathlib import Path

import click

from khaldun.cli.options import by_option, reason_option, record_option


@click.command(name="merge")
@click.argument("ids", metavar="ID ID...", nargs=-1, required=True)
@record_option
@by_option
@reason_option
def command(ids: tuple[str, ...], path: Path, by: str, reason: str) -> None:
    """Decide that these actors, or events, are one.

    Nothing is lost: khaldun undo takes it back.
    """
    from khaldun.workspace import open_record

    if len(set(ids)) < 2:
        raise click.UsageError("it takes two different ids to merge")
    with open_record(path) as record:
        decision = record.merge(ids, by=by, reason=reason)
    click.echo(f"decision {decision.sequence}: {', '.join(ids)} are one")
