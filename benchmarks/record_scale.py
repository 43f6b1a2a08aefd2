"""`python -m benchmarks.record_scale`: a record of many documents, and one that is killed.

Generated documents are loaded into a record, then the first page of every list is asked for,
through Python and through the commands, each in a process of its own. A second record is filled by
a process that is killed over and over; whatever it acknowledged must be there.
"""

import os
import random
import resource
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, sleep
from typing import TypeVar

import click

import khaldun
from benchmarks.figures import Figures, show
from benchmarks.generated import FIRST_DAY, documents
from khaldun.exchange.jsonl import to_jsonl
from khaldun.record import Selection
from khaldun.workspace import Addition, Record

T = TypeVar("T")
_KIB = 1024
_KILLED_DOCUMENTS = 1_000
_TOGETHER = 10  # so few that a kill falls between any two transactions, or within one
_ON = FIRST_DAY.replace(year=FIRST_DAY.year + 1)
_MOST_DELAY = 0.3  # seconds from an acknowledgement to the kill
_COMMANDS = (
    "events",
    "events --actor group-0",
    "events --country LBY --type ASSAULT",
    "reports",
    "relations",
    "actors",
    "forecasts",
    "timeline",
    "dyads",
    "contradictions",
    "search attacked",
    "changes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Filling a record: seconds by the wall and of one core, MiB of the file and of memory."""

    documents: int
    seconds: float
    core_seconds: float
    file_size: float
    peak_memory: float


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The first page of a list: seconds to it, by the wall and of one core, items in it."""

    name: str
    seconds: float
    core_seconds: float
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The first pages of all lists, opening the record included, and MiB of memory for all."""

    firsts: tuple[First, ...]
    peak_memory: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kills:
    """What a process lost that was killed so often, and what was wrong with the record."""

    kills: int
    acknowledged: int
    lost: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """All figures."""

    load: Load
    pages: Pages
    commands: tuple[First, ...]
    kills: Kills


def load(path: Path, source: Path, number: int) -> Load:
    """Fill a record from a file of coded documents."""
    wall, core = perf_counter(), process_time()
    with khaldun.open(path) as record:
        record.add([source])
    return Load(
        documents=number,
        seconds=perf_counter() - wall,
        core_seconds=process_time() - core,
        file_size=path.stat().st_size / _KIB**2,
        peak_memory=_peak_memory(),
    )


def pages(path: Path) -> Pages:
    """Ask for the first page of every list, whole and narrowed."""
    firsts = tuple(_first(path, name, ask) for name, ask in _lists())
    return Pages(firsts=firsts, peak_memory=_peak_memory())


def _lists() -> Iterator[tuple[str, Callable[[Record], int]]]:
    yield "events", lambda r: len(r.events())
    yield "reports", lambda r: len(r.reports())
    yield "statements", lambda r: len(r.statements())
    yield "relations", lambda r: len(r.relations())
    yield "forecasts", lambda r: len(r.forecasts())
    yield "actors", lambda r: len(r.actors())
    yield "places", lambda r: len(r.places())
    yield "documents", lambda r: len(r.documents())
    yield "contradictions", lambda r: len(r.contradictions())
    yield "changes", lambda r: len(r.changes())
    yield "timeline", lambda r: len(r.timeline_page())
    yield "ledger of forecasts", lambda r: len(r.ledger_page(_ON))
    yield "dyads", lambda r: len(r.dyads_page())
    yield "search, a common word", lambda r: len(r.search("attacked"))
    yield "search, one document", lambda r: len(r.search('"Item 77"'))
    narrowed = (
        Selection(actor="group-0"),
        Selection(country="LBY", types=("ASSAULT",)),
        Selection(place="geo-1000001", actor="group-0"),
        Selection(source="Outlet 1"),
        Selection(holder="analysts"),
        Selection(text="attacked"),
        Selection(first_day=FIRST_DAY.replace(year=FIRST_DAY.year + 2)),
        Selection(types=("RETREAT",)),
    )
    for selection in narrowed:
        said = ", ".join(f"{k}={v}" for k, v in asdict(selection).items() if v)
        yield f"events of {said}", lambda r, s=selection: len(r.events(s))  # type: ignore[misc]
        yield f"reports of {said}", lambda r, s=selection: len(r.reports(s))  # type: ignore[misc]


def _first(path: Path, name: str, ask: Callable[[Record], int]) -> First:
    wall, core = perf_counter(), process_time()
    with khaldun.open(path, read_only=True) as record:
        items = ask(record)
    return First(
        name=name,
        seconds=perf_counter() - wall,
        core_seconds=process_time() - core,
        items=items,
    )


def commands(path: Path) -> tuple[First, ...]:
    """The first page by command, Python's own start included, its bytecode as installed.

    Each command runs twice, so that the bytecode of what it needs is there the second time.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(path.parent / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return tuple([_command(path, line, environment) for line in _COMMANDS for _ in range(2)][1::2])


def _command(path: Path, line: str, environment: dict[str, str]) -> First:
    name = str(Path(sys.executable).with_name("khaldun"))
    command = [name, *shlex.split(line), "--record", str(path)]
    wall, core = perf_counter(), _of_children()
    shown = subprocess.run(  # noqa: S603 - our own command
        command, check=True, capture_output=True, env=environment
    )
    return First(
        name=f"khaldun {line}",
        seconds=perf_counter() - wall,
        core_seconds=_of_children() - core,
        items=shown.stdout.count(b"\n"),
    )


def _of_children() -> float:
    """Seconds of a core that processes that ended have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def kills(path: Path, number: int) -> Kills:
    """Fill a record by a process that is killed at random moments; what it lost."""
    chance = random.Random(0)  # noqa: S311 - not for secrets
    told: set[str] = set()
    for each in range(number):
        told |= _killed(path, each, chance)
    with khaldun.open(path) as record:
        known = {edition.document.id for edition in record.documents(limit=None)}
        findings = len(record.verify())
    return Kills(kills=number, acknowledged=len(told), lost=len(told - known), findings=findings)


def _killed(path: Path, number: int, chance: random.Random) -> set[str]:
    """The documents that a process acknowledged before it was killed."""
    first = number * _KILLED_DOCUMENTS // 10
    command = [sys.executable, "-m", "benchmarks.record_scale", "--fill", str(path), str(first)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603 - our own module
    if process.stdout is None:
        return set()
    told = [process.stdout.readline() for _ in range(chance.randrange(_KILLED_DOCUMENTS))]
    sleep(chance.random() * _MOST_DELAY)
    process.kill()
    told += process.communicate()[0].splitlines(keepends=True)
    return {line.decode().strip() for line in told if line.endswith(b"\n")}


def fill(path: Path, first: int) -> None:
    """Add documents and print the id of each when it is acknowledged."""

    def tell(addition: Addition) -> None:
        print(addition.document, flush=True)

    with khaldun.open(path) as record:
        made = documents(_KILLED_DOCUMENTS, first)
        record.add_coded(made, acknowledge=tell, together=_TOGETHER)


def run(number: int, killed: int, folder: Path) -> Scale:
    """All figures, each measured in a process of its own."""
    source, path = folder / "generated.jsonl", folder / "scale.khaldun"
    with source.open("wb") as file:
        file.writelines(to_jsonl(documents(number)))
    loaded = _alone(load, path, source, number)
    return Scale(
        load=loaded,
        pages=_alone(pages, path),
        commands=commands(path),
        kills=kills(folder / "killed.khaldun", killed),
    )


def _alone(work: Callable[..., T], *values: object) -> T:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *values).result()


def _peak_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB


def rows(scale: Scale) -> list[tuple[str, str]]:
    """What is measured and its figure, as text."""
    loaded, killed = scale.load, scale.kills
    firsts = (*scale.pages.firsts, *scale.commands)
    return [
        ("documents", f"{loaded.documents:,}"),
        ("loading them", f"{loaded.seconds:.0f} s, {loaded.core_seconds:.0f} s of one core"),
        ("peak memory of loading", f"{loaded.peak_memory:,.0f} MiB"),
        ("size of the record", f"{loaded.file_size:,.0f} MiB"),
        ("peak memory of all first pages", f"{scale.pages.peak_memory:,.0f} MiB"),
        *((f"first page: {one.name}", _seconds(one)) for one in firsts),
        ("kills while adding", f"{killed.kills}"),
        ("acknowledged documents lost", f"{killed.lost} of {killed.acknowledged:,}"),
        ("findings of verify after them", f"{killed.findings}"),
    ]


def _seconds(first: First) -> str:
    return f"{first.seconds:.3f} s, {first.core_seconds:.3f} s of one core"


@click.command()
@click.option("--documents", "number", type=click.IntRange(min=1), default=100_000)
@click.option("--kills", "killed", type=click.IntRange(min=0), default=100, show_default=True)
@click.option("--json", "json_path", type=click.Path(path_type=Path), help="write figures here")
@click.option("--results", type=click.Path(path_type=Path), help="write the table of RESULTS.md")
@click.option("--fill", "filled", nargs=2, hidden=True, help="what the process does that is killed")
def main(
    number: int,
    killed: int,
    json_path: Path | None,
    results: Path | None,
    filled: tuple[str, str] | None,
) -> None:
    """Measure a record of generated documents, and what kills lose."""
    if filled:
        fill(Path(filled[0]), int(filled[1]))
        return
    with TemporaryDirectory() as folder:
        scale = run(number, killed, Path(folder))
    figures = Figures(
        module="benchmarks.record_scale",
        section="The record at scale",
        measured=scale,
        rows=rows(scale),
    )
    show(figures, json_path, results)


if __name__ == "__main__":
    main()
