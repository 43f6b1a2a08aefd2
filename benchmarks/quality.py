"""`python -m benchmarks.quality`: how good the coder is, against texts that others annotated."""

import shlex
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click
from rich.console import Console

from benchmarks.floors import breaches
from benchmarks.halves import Half
from benchmarks.outcomes import SetResult
from benchmarks.results import write_quality
from benchmarks.running import Options, run
from benchmarks.sets import NAMES
from benchmarks.tables import Run, print_details, table, write_json

_PAGE = 140  # columns of output that goes to a file


@click.command()
@click.option("--gold", type=click.Path(path_type=Path), required=True, help="folder of gold files")
@click.option("--set", "names", multiple=True, type=click.Choice(NAMES), help="only these sets")
@click.option("--limit", type=click.IntRange(min=1), help="at most so many items a set")
@click.option(
    "--half", type=click.Choice([*map(str, Half), "all"]), default="all", show_default=True
)
@click.option("--details", is_flag=True, help="list the worst disagreements by kind")
@click.option("--examples", type=click.IntRange(min=1), default=15, help="how many a kind")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--cache", type=click.Path(path_type=Path), help="keep parses in this folder")
@click.option("--json", "json_path", type=click.Path(path_type=Path), help="write results here")
@click.option("--results", type=click.Path(path_type=Path), help="write the tables of RESULTS.md")
@click.option("--check", is_flag=True, help="fail when a figure is below its floor")
def main(
    gold: Path,
    names: tuple[str, ...],
    limit: int | None,
    half: str,
    details: bool,
    examples: int,
    workers: int,
    cache: Path | None,
    json_path: Path | None,
    results: Path | None,
    check: bool,
) -> None:
    """Measure the coder on the gold sets of a folder; print a table, write JSON."""
    options = Options(
        half=None if half == "all" else Half(half), limit=limit, workers=workers, cache=cache
    )
    console = Console() if sys.stdout.isatty() else Console(width=_PAGE)
    found = tuple(_run_told(name, gold, options) for name in names or NAMES)
    console.print(table(found, f"khaldun {version('khaldun')}, half: {half}"))
    if details:
        print_details(console, found, examples)
    made = Run(
        command=_command(), version=version("khaldun"), date=_today(), half=half, results=found
    )
    if json_path is not None:
        write_json(made, json_path)
    if results is not None:
        write_quality(made, results)
    sys.exit(_status(found, half, check=check))


def _run_told(name: str, gold: Path, options: Options) -> SetResult:
    print(f"{name} …", file=sys.stderr, flush=True)
    return run(name, gold, options)


def _status(found: tuple[SetResult, ...], half: str, *, check: bool) -> int:
    """1 where a set could not be run or, when checking, a figure broke its floor."""
    messages = [r.error for r in found if r.error is not None]
    if check:
        messages += breaches(found, half)
    for message in messages:
        print(message, file=sys.stderr)
    return 1 if messages else 0


def _command() -> str:
    """The command as typed, without the folders of this machine."""
    shown = [Path(a).name if "/" in a else a for a in sys.argv[1:]]
    return shlex.join(["python", "-m", "benchmarks.quality", *shown])


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


if __name__ == "__main__":
    main()
