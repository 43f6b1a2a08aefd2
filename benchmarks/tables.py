"""Prints results as tables, and writes them as JSON."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.outcomes import Disagreement, SetResult


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """All results of one command, with what is needed to run it again."""

    command: str
    version: str
    date: str
    half: str
    results: tuple[SetResult, ...]


def write_json(run: Run, path: Path) -> None:
    """Write a run as JSON; disagreements quote gold texts, so they are left out."""
    bare = [msgspec.structs.replace(run, results=tuple(map(_without_texts, run.results)))]
    path.write_bytes(msgspec.json.format(msgspec.json.encode(bare[0]), indent=1) + b"\n")


def _without_texts(result: SetResult) -> SetResult:
    return SetResult(
        name=result.name,
        items=result.items,
        figures=result.figures,
        failures=result.failures,
        error=result.error,
        note=result.note,
    )


def table(results: Iterable[SetResult], title: str) -> Table:
    """One row a metric: set, items, metric, figure, interval."""
    shown = Table("set", "items", "metric", "figure", "95 % interval", title=title)
    for column in (1, 3, 4):
        shown.columns[column].justify = "right"
    for result in results:
        for cells in rows(result):
            shown.add_row(*cells)
        shown.add_section()
    return shown


def rows(result: SetResult) -> list[tuple[str, str, str, str, str]]:
    """The rows of one set's table, as text."""
    if result.error is not None:
        return [(result.name, "", f"not run: {result.error}", "", "")]
    found = [
        (result.name, str(f.items), f.metric, f"{f.value:.3f}", f"{f.low:.3f}–{f.high:.3f}")
        for f in result.figures
    ]
    if result.failures:
        found.append((result.name, str(len(result.failures)), "items the coder raised on", "", ""))
    return found


def print_details(console: Console, results: Iterable[SetResult], most: int) -> None:
    """The commonest kinds of disagreement of each set, with up to `most` examples a kind."""
    for result in results:
        if result.disagreements:
            console.rule(result.name)
        for kind, count in Counter(d.kind for d in result.disagreements).most_common():
            console.print(f"\n{kind}: {count}", style="bold", markup=False)
            for found in _of_kind(result.disagreements, kind)[:most]:
                _print(console, f"  {found.item}  {found.note}")
        for failure in result.failures[:most]:
            _print(console, f"  raised: {failure}")


def _print(console: Console, line: str) -> None:
    console.print(" ".join(line.split()), markup=False, highlight=False, soft_wrap=True)


def _of_kind(disagreements: Sequence[Disagreement], kind: str) -> list[Disagreement]:
    return [d for d in disagreements if d.kind == kind]
