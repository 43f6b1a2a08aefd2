"""`python -m benchmarks.speed`: the chain against the bare parser, in one process and one run.

Absolute words per second are those of the machine at that hour; the ratios are what is
reported. Every document goes through the bare pipeline and through the chain in turn, so that
both meet the same load of the machine.
"""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import files
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

import click

from benchmarks.figures import Figures, show
from khaldun.coding import syntax
from khaldun.coding.chain import STAGES, code_document, coded
from khaldun.coding.draft import Draft
from khaldun.reading import read_text
from khaldun.record import Document

_STARTS = 3  # cold starts; the median is reported
_KIB = 1024


@dataclass(slots=True)
class Clock:
    """Seconds spent on each part of the work."""

    words: int = 0
    bare: float = 0.0
    parts: dict[str, float] = field(default_factory=dict)

    def time(self, part: str, work: Callable[[], Draft]) -> Draft:
        """Do the work and book its time on the part."""
        start = perf_counter()
        done = work()
        self.parts[part] = self.parts.get(part, 0.0) + perf_counter() - start
        return done

    @property
    def chain(self) -> float:
        """Seconds of the whole chain."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """What a run gives: rates in words a second, times in seconds, memory in MiB.

    `own` is the time of all our stages as a share of the bare parser's, `words_made` that of
    turning its output into words and sentences and mending them.
    """

    words: int
    bare_rate: float
    chain_rate: float
    ratio: float
    own: float
    words_made: float
    stages: dict[str, float]
    peak_memory: float
    cold_start: float
    two_workers: float


def samples() -> list[str]:
    """The texts of the sample reports that ship with the package."""
    folder = files("khaldun.samples")
    names = sorted(f.name for f in folder.iterdir() if f.name[:1].isdigit())
    return [folder.joinpath(name).read_text(encoding="utf-8") for name in names]


def documents(size: int) -> list[Document]:
    """The sample reports, one after the other and again, up to `size` characters of text."""
    found: list[Document] = []
    total = 0
    for number, text in enumerate(cycle(samples())):
        if total >= size:
            return found
        read = read_text(text, name=f"sample-{number}")
        if isinstance(read, Document):
            found.append(read)
            total += len(read.text)
    return found


def measure(work: Sequence[Document], clock: Clock) -> None:
    """Book the bare pipeline and each part of the chain for all documents."""
    for document in work:
        texts = list(_paragraphs(document))
        start = perf_counter()
        tokens = sum(len(parsed) for parsed in syntax.parser().pipe(texts))
        clock.bare += perf_counter() - start
        clock.words += tokens
        _time_chain(document, clock)


def _time_chain(document: Document, clock: Clock) -> None:
    draft = clock.time(
        "syntax",
        lambda: Draft(
            document=document, syntax=syntax.parse(document), published=document.published
        ),
    )
    for stage in STAGES:
        draft = clock.time(stage.name.split(".")[0], partial(stage.run, draft))
    start = perf_counter()
    coded(draft)
    clock.parts["records"] = clock.parts.get("records", 0.0) + perf_counter() - start


def _paragraphs(document: Document) -> Iterator[str]:
    """The texts that the chain gives to the parser."""
    for segment in syntax.coded_segments(document):
        for paragraph in document.text[segment.start : segment.end].split("\n\n"):
            if paragraph.strip():
                yield paragraph


def two_workers(work: Sequence[Document]) -> float:
    """How many times faster two processes are than one, their start not counted."""
    return _pool_seconds(work, 1) / _pool_seconds(work, 2)


def _pool_seconds(work: Sequence[Document], workers: int) -> float:
    with ProcessPoolExecutor(workers) as pool:
        # Every worker loads its model before the clock starts.
        list(pool.map(_reports, [work[0]] * workers * 4))
        start = perf_counter()
        list(pool.map(_reports, work))
        return perf_counter() - start


def _reports(document: Document) -> int:
    return len(code_document(document).reports)


def cold_start() -> float:
    """Seconds from the command's start to its end on one sample report, the median of three."""
    sample = files("khaldun.samples") / "02-agency.txt"
    command = [str(Path(sys.executable).with_name("khaldun")), "code", str(sample)]
    return median(_seconds(command) for _ in range(_STARTS))


def _seconds(command: Sequence[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
    return perf_counter() - start


def run(size: int) -> Speed:
    """All figures, over sample reports repeated to `size` characters."""
    work, clock = documents(size), Clock()
    _reports(work[0])  # loads the model and all tables before the clock starts
    measure(work, clock)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB
    return Speed(
        words=clock.words,
        bare_rate=clock.words / clock.bare,
        chain_rate=clock.words / clock.chain,
        ratio=clock.chain / clock.bare,
        own=(clock.chain - clock.parts["syntax"]) / clock.bare,
        words_made=clock.parts["syntax"] / clock.bare - 1,
        stages={name: seconds / clock.chain for name, seconds in clock.parts.items()},
        peak_memory=peak,
        cold_start=cold_start(),
        two_workers=two_workers(work),
    )


def rows(speed: Speed) -> list[tuple[str, str]]:
    """What is measured and its figure, as text."""
    return [
        ("whole chain against bare parser, time", f"{speed.ratio:.2f} ×"),
        ("our stages against bare parser, time", f"{speed.own:.0%}"),
        ("words made of the parse against bare parser, time", f"{speed.words_made:.0%}"),
        ("two workers against one, speed", f"{speed.two_workers:.2f} ×"),
        ("bare parser", f"{speed.bare_rate:,.0f} words/s"),
        ("whole chain", f"{speed.chain_rate:,.0f} words/s"),
        ("peak memory", f"{speed.peak_memory:,.0f} MiB"),
        ("cold start to first result", f"{speed.cold_start:.1f} s"),
        *((f"share of {name}", f"{share:.1%}") for name, share in speed.stages.items()),
    ]


@click.command()
@click.option("--size", type=click.IntRange(min=1000), default=1_000_000, show_default=True)
@click.option("--json", "json_path", type=click.Path(path_type=Path), help="write figures here")
@click.option("--results", type=click.Path(path_type=Path), help="write the table of RESULTS.md")
def main(size: int, json_path: Path | None, results: Path | None) -> None:
    """Measure the speed of the chain on sample reports repeated to SIZE characters."""
    speed = run(size)
    figures = Figures(
        module="benchmarks.speed",
        section="Speed",
        measured=speed,
        rows=rows(speed),
        note=f", {speed.words:,} words. Only the ratios carry over to other machines",
    )
    show(figures, json_path, results)


if __name__ == "__main__":
    main()
