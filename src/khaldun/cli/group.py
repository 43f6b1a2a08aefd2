"""The command with its sub-commands, and what becomes of errors."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

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

# In the order in which a newcomer needs them.
_COMMANDS = (
    "demo", "code", "explain", "add", "events", "reports", "relations", "actors", "forecasts",
    "timeline", "situation", "dyads", "contradictions", "search", "export", "import", "merge",
    "split", "resolve", "undo", "changes", "backup", "verify", "ontology", "lexicon",
)  # fmt: skip
_MODULES = {"import": "importing"}  # for "import", Python has a use of its own


class _Group(click.Group):
    """A group that turns what Khaldun raises on purpose into one line and an exit status.

    It loads a command when that is asked for: none waits for what others need.
    """

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        try:
            return super().invoke(ctx)
        except KhaldunError as error:
            click.echo(f"khaldun: {error}", err=True)
            sys.exit(_status_of(error))

    def list_commands(self, ctx: click.Context) -> Sequence[str]:  # type: ignore[override]
        """The names of the commands, loaded or not."""
        return [*_COMMANDS, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, None where there is none."""
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        module = _MODULES.get(cmd_name, cmd_name)
        found: click.Command = import_module(f"khaldun.cli.{module}").command
        return found


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
