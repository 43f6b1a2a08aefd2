"""The command with its sub-commands, and what becomes of errors."""

import sys
from collections.abc import Sequence
from typing import Any

import click

from khaldun.cli import (
    actors,
    add,
    backup,
    changes,
    code,
    contradictions,
    demo,
    dyads,
    events,
    explain,
    export,
    forecasts,
    importing,
    lexicon,
    merge,
    ontology,
    relations,
    reports,
    resolve,
    search,
    situation,
    split,
    timeline,
    undo,
    verify,
)
from khaldun.cli.exit_status import DAMAGED, UNAVAILABLE, USAGE
from khaldun.cli.version import print_version
from khaldun.errors import (
    DamagedRecordError,
    FullDiskError,
    KhaldunError,
    LockedRecordError,
    ReadOnlyRecordError,
    ResourceError,
)


class _Group(click.Group):
    """A group that turns what Khaldun raises on purpose into one line and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        try:
            return super().invoke(ctx)
        except KhaldunError as error:
            click.echo(f"khaldun: {error}", err=True)
            sys.exit(_status_of(error))

    def list_commands(self, ctx: click.Context) -> Sequence[str]:  # type: ignore[override]
        """The order in which a newcomer needs them."""
        return list(self.commands)


def _status_of(error: KhaldunError) -> int:
    if isinstance(error, ResourceError | DamagedRecordError):
        return DAMAGED
    busy = isinstance(error, LockedRecordError | FullDiskError | ReadOnlyRecordError)
    return UNAVAILABLE if busy else USAGE


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: khaldun demo",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_version,
    help="Show the versions of everything that decides the result, and exit.",
)
def main() -> None:
    """Read reporting on a conflict and keep the record.

    Who did what to whom, when, where, according to whom and how sure; who backs whom; what is
    said to come. Every line carries the sentence it came from.
    """


for _command in (
    demo.command,
    code.command,
    explain.command,
    add.command,
    events.command,
    reports.command,
    relations.command,
    actors.command,
    forecasts.command,
    timeline.command,
    situation.command,
    dyads.command,
    contradictions.command,
    search.command,
    export.command,
    importing.command,
    merge.command,
    split.command,
    resolve.command,
    undo.command,
    changes.command,
    backup.command,
    verify.command,
    ontology.command,
    lexicon.command,
):
    main.add_command(_command)
