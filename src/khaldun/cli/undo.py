"""`khaldun undo`: a decision taken back."""

from pathlib import Path

import click

from khaldun.cli.options import by_option, reason_option, record_option


@click.command(name="undo")
@click.argument("sequence", metavar="DECISION", type=click.IntRange(min=1))
@record_option
@by_option
@reason_option
def command(sequence: int, path: Path, by: str, reason: str) -> None:
    """Take back a decision, by its number.

    The decision stays in the record, and so does that it was taken back.
    """
    from khaldun.workspace import open_record

    with open_record(path) as record:
        decision = record.undo(sequence, by=by, reason=reason)
    click.echo(f"decision {decision.sequence}: decision {sequence} is taken back")
