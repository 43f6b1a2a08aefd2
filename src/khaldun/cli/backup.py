"""`khaldun backup`: a whole copy of a record."""

from pathlib import Path

import click

from khaldun.cli.console import working
from khaldun.cli.options import record_option


@click.command(name="backup")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@record_option
def command(target: Path, path: Path) -> None:
    """Copy a record, whole, to TARGET.

    The copy is of one moment; others may work on the record meanwhile.
    """
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record, working("Copying the record"):
        record.backup(target)
    click.echo(f"{path} is copied to {target}")
