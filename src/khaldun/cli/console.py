"""Where the command prints: the console, safe text, problems and progress."""

import os
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from khaldun.record import EventType, Problem

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# The colours of PLOVER's quad classes.
_COLOURS = {
    "verbal_cooperation": "cyan",
    "material_cooperation": "green",
    "verbal_conflict": "yellow",
    "material_conflict": "red",
}
PLAIN_WIDTH = 100
WIDEST = 120

# Control characters could move the cursor or recolour the terminal of whoever reads; marks
# of writing direction could make a line read otherwise than it is.
_CONTROL = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
) | dict.fromkeys(map(ord, "\t\n\v\f\r\u2028\u2029"), " ")


def safe(text: str) -> str:
    """`text` on one line and without characters that a terminal obeys; same length."""
    return text.translate(_CONTROL)


def in_colour() -> bool:
    """Whether whoever reads standard output sees colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def console_for(buffer: TextIO | None = None, *, terminal: bool = True) -> "Console":
    """A console, on `buffer` or standard output, shaped for who reads standard output.

    On a terminal it has colours and the terminal's width, as far as an eye can follow a line;
    elsewhere, and where `terminal` is false, it is plain.
    """
    from rich.console import Console

    shown = Console(highlight=False, emoji=False, markup=False)
    if not (terminal and shown.is_terminal):
        width = shown.width if "COLUMNS" in os.environ else PLAIN_WIDTH
        return Console(file=buffer, width=min(width, WIDEST), color_system=None, emoji=False)
    return Console(
        file=buffer,
        width=min(shown.width, WIDEST),
        force_terminal=True,
        no_color=shown.no_color,
        highlight=False,
        emoji=False,
        markup=False,
    )


def print_wrapped(console: "Console", line: "Text", first: str, following: str) -> None:
    """Print `line` within the width, the first row after `first`, the others after `following`."""
    from rich.cells import cell_len
    from rich.text import Text

    width = max(console.width - max(len(first), len(following)), 20)
    plain = line.plain
    if console.color_system is None and cell_len(plain) == len(plain):
        # What has no colours and no wide letters is wrapped ten times as fast so.
        rows = textwrap.wrap(plain, width, break_on_hyphens=False) or [""]
        console.file.write(first + f"\n{following}".join(rows) + "\n")
        return
    for index, row in enumerate(line.wrap(console, width)):
        row.rstrip()
        prefix = first if index == 0 else following
        console.print(Text.assemble((prefix, "dim"), row), no_wrap=True, overflow="ignore")


def print_problem(problem: Problem) -> None:
    """One problem, on one line of standard error."""
    click.echo(safe(str(problem)), err=True)


@contextmanager
def counting(what: str, *, shown: bool) -> Iterator[Callable[[], object]]:
    """A counter of `what` on standard error; call it for each one. Silent off a terminal."""
    if not (shown and sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), what, MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda: progress.advance(task)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say on standard error, while it lasts, what is being done. Silent off a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} …"):
        yield


def colour_of(kind: EventType) -> str:
    """The colour of a type; none where none is seen, so that the ontology need not be loaded."""
    if not in_colour():
        return ""
    from khaldun.ontology import quad_of

    return _COLOURS[quad_of(kind)]
