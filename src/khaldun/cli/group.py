"""The command with its sub-commands, and what becomes of errors."""

import sys
from collections.abc import Sequence
from typing import Any

import click

from khaldun.cli import actors, code, demo, explain, lexicon, ontology
from khaldun.cli.exit_status import DAMAGED, USAGE
from khaldun.cli.version import print_version
from khaldun.errors import KhaldunError, ResourceError


class _Group(click.Group):
    """A group that turns what Khaldun raises on purpose into one line and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        try:
            return super().invoke(ctx)
        except KhaldunError as error:
            click.echo(f"khaldun: {error}", err=True)
            sys.exit(DAMAGED if isinstance(error, ResourceError) else USAGE)

    def list_commands(self, ctx: click.Context) -> Sequence[str]:  # type: ignore[override]
        """The order in which a newcomer needs them."""
        return list(self.commands)


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
    code.command,
    explain.command,
    actors.command,
    demo.command,
    ontology.command,
    lexicon.command,
):
    main.add_command(_command)
