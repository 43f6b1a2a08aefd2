"""`khaldun verify`: whether a record is sound."""

import sys
from pathlib import Path

import click

from khaldun.cli.console import safe, working
from khaldun.cli.exit_status import FAILED
from khaldun.cli.options import record_option


@click.command(name="verify")
@record_option
def command(path: Path) -> None:
    """Check that a record is sound.

    The file is whole, every quote is exact, every id leads somewhere. Each fault is one line;
    without any, it says so and the exit status is 0.
    """
    from khaldun.exchange.wording import plural
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record, working("Checking the record"):
        findings = record.verify()
    for finding in findings:
        click.echo(safe(str(finding)))
    click.echo(plural(len(findings), "fault") if findings else "The record is sound.")
    sys.exit(FAILED if findings else 0)
