"""Writes RESULTS.md: the current tables, each with its command, version and date."""

import re
from pathlib import Path

from benchmarks.tables import Run, rows

_HEAD = """# Results

What the coder reaches on texts annotated by others, and how fast it is. Figures come with
the command that made them; `docs/reference/benchmarks.md` says what each one means.
"""


def write_quality(run: Run, path: Path) -> None:
    """Put the tables of a run into its section of the file, leaving other sections alone."""
    lines = [
        f"Command: `{run.command}`  ",
        f"Version {run.version}, {run.date}.",
        "",
        "| set | items | metric | figure | 95 % interval |",
        "|---|---:|---|---:|---:|",
        *(f"| {' | '.join(cells)} |" for result in run.results for cells in rows(result)),
    ]
    write_section(path, f"Quality, half: {run.half}", "\n".join(lines))


def write_section(path: Path, title: str, body: str) -> None:
    """Replace the section `title` of a Markdown file, or add it at the end."""
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    section = f"## {title}\n\n{body}\n"
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if pattern.search(text):
        text = pattern.sub(lambda _: section + "\n", text)
    else:
        text = f"{text.rstrip()}\n\n{section}"
    path.write_text(text.rstrip() + "\n", encoding="utf-8")
