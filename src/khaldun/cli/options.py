"""Arguments and options that several commands share."""

from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from khaldun.cli.selecting import Command

FIRST_PAGE = 100
sources_argument = click.argument(
    "sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(allow_dash=True)
)
source_argument = click.argument("source", type=click.Path(allow_dash=True))
published_option = click.option(
    "--published",
    metavar="DATE",
    help="When the documents were published (2020-08-20), instead of what they say.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Code documents in this many processes; the result is the same.",
)
record_option = click.option(
    "--record",
    "path",
    required=True,
    envvar="KHALDUN_RECORD",
    show_envvar=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The record to work on.",
)
by_option = click.option(
    "--by",
    required=True,
    envvar="KHALDUN_USER",
    show_envvar=True,
    metavar="NAME",
    help="Who decides this.",
)
reason_option = click.option("--reason", default="", metavar="TEXT", help="Why.")
output_option = click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """In which form a listing is shown, and which page of it."""

    form: str = "table"
    limit: int | None = None
    after: str | None = None


def paging_options(command: Command) -> Command:
    """Give `command` the options of a listing, and what they say as `paging`."""

    @wraps(command)
    def paged(form: str, limit: int | None, after: str | None, **given: Any) -> Any:  # noqa: ANN401
        return command(paging=Paging(form=form, limit=limit, after=after), **given)

    for option in (_after_option, _limit_option, format_option):
        paged = option(paged)
    return paged


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "jsonl"]),
    default="table",
    show_default=True,
    help="table: to read; csv and jsonl: for programs.",
)
_limit_option = click.option(
    "--limit",
    type=click.IntRange(min=1),
    help=f"At most this many; if not said, {FIRST_PAGE} in a table, and all in csv and jsonl.",
)
_after_option = click.option(
    "--after", metavar="MARK", help="Go on after this mark, which the last page ended with."
)
