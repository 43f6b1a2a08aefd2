"""Shows figures that are measured: on the terminal, as JSON, and in RESULTS.md."""

import json
import shlex
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.results import write_section

Rows = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a benchmark measured: `measured` is a dataclass, `rows` what of it is shown as text.

    `section` is that of RESULTS.md; `note` stands behind the date there.
    """

    module: str
    section: str
    measured: Any
    rows: Rows
    note: str = ""


def show(figures: Figures, json_path: Path | None, results: Path | None) -> None:
    """Print a table, and write JSON and the section of RESULTS.md where they are asked for."""
    table = Table("what", "figure", title=f"khaldun {version('khaldun')}{figures.note}")
    for cells in figures.rows:
        table.add_row(*cells)
    Console().print(table)
    if json_path is not None:
        text = json.dumps(asdict(figures.measured), indent=1) + "\n"
        json_path.write_text(text, encoding="utf-8")
    if results is not None:
        write_section(results, figures.section, markdown(figures))


def markdown(figures: Figures) -> str:
    """The figures as a table, with the command that made them, the version and the date."""
    shown = [Path(a).name if "/" in a else a for a in sys.argv[1:]]
    command = shlex.join(["python", "-m", figures.module, *shown])
    lines = [
        f"Command: `{command}`  ",
        f"Version {version('khaldun')}, {datetime.now(tz=UTC).date().isoformat()}{figures.note}.",
        "",
        "| what | figure |",
        "|---|---:|",
        *(f"| {what} | {figure} |" for what, figure in figures.rows),
    ]
    return "\n".join(lines)
