"""Runs one set: reads it, judges every item, in one or several processes, and sums up."""

import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from benchmarks.coder import chain
from benchmarks.gold import GoldError, Row, load
from benchmarks.halves import Half, half_of
from benchmarks.outcomes import AnySet, Code, Figure, Outcome, SetResult
from benchmarks.scoring import bootstrap
from benchmarks.sets import gold_set
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Syntax
from khaldun.record import Document

_CHUNK = 16  # items a worker takes at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is run: which half, how many items of it, in how many processes."""

    half: Half | None = None
    limit: int | None = None
    workers: int = 1
    cache: Path | None = None


def run(name: str, folder: Path, options: Options) -> SetResult:
    """The figures of the set `name`, read from `folder`; an unreadable file is an error in it."""
    chosen = gold_set(name)
    try:
        rows = chosen.rows() if chosen.rows else load(folder / f"{name}.jsonl.gz", chosen.row)
    except GoldError as error:
        return SetResult(name=name, items=0, error=str(error))
    wanted = sample(rows, options)
    # A set that compares items needs the outcomes of both halves.
    judged = list(judge_all(chosen, wanted if chosen.compare is None else rows, options))
    return summarise(chosen, judged, [row.doc_id for row in wanted])


def sample(rows: Sequence[Row], options: Options) -> list[Row]:
    """The rows of the half asked for; a limit takes those whose ids hash lowest, in file order."""
    rows = [r for r in rows if options.half is None or half_of(r.doc_id) is options.half]
    if options.limit is None or options.limit >= len(rows):
        return list(rows)
    ranked = sorted(rows, key=lambda r: sha256(f"sample {r.doc_id}".encode()).digest())
    kept = {id(r) for r in ranked[: options.limit]}
    return [r for r in rows if id(r) in kept]


def judge_all(chosen: AnySet, rows: Sequence[Row], options: Options) -> Iterator["Judged"]:
    """The outcome of every row, in order, whatever the number of workers."""
    if options.workers <= 1:
        code = _coder(options.cache)
        yield from (judge(chosen, row, code) for row in rows)
        return
    with ProcessPoolExecutor(options.workers) as pool:
        task = partial(_judge_by_name, chosen.name, options.cache)
        yield from pool.map(task, rows, chunksize=_CHUNK)


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome, and how the coder failed where it raised."""

    outcome: Outcome
    failure: str | None = None


def judge(chosen: AnySet, row: Row, code: Code) -> Judged:
    """The outcome of one row; a coder that raises has said nothing, and is told on."""
    try:
        return Judged(chosen.judge(row, code))
    except Exception:
        last = traceback.format_exc(limit=-1).strip().replace("\n", " ")
        return Judged(chosen.judge(row, silent), f"{row.doc_id}: {last}")


def silent(document: Document) -> Draft:
    """A coder that says nothing."""
    return Draft(document=document, syntax=Syntax(text=document.text, words=(), sentences=()))


def summarise(chosen: AnySet, judged: Sequence[Judged], wanted: Sequence[str]) -> SetResult:
    """Figures over the wanted items, after the set has compared all of them."""
    outcomes = [j.outcome for j in judged]
    if chosen.compare is not None:
        outcomes = list(chosen.compare(outcomes))
    kept = frozenset(wanted)
    outcomes = [o for o in outcomes if o.item in kept]
    return SetResult(
        name=chosen.name,
        items=len(outcomes),
        figures=tuple(figures(chosen, outcomes)),
        disagreements=tuple(d for o in outcomes for d in o.disagreements),
        failures=tuple(j.failure for j in judged if j.failure is not None),
        note=chosen.note,
    )


def figures(chosen: AnySet, outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    """One figure a metric, over the items that have a tally for it."""
    by_metric = [_summed(o) for o in outcomes]
    for metric in chosen.metrics:
        tallies = [found[metric.name] for found in by_metric if metric.name in found]
        if tallies:
            found = bootstrap(tallies, metric.formula)
            yield Figure(
                metric=metric.name,
                items=len(tallies),
                value=found.value,
                low=found.low,
                high=found.high,
            )


def _summed(outcome: Outcome) -> dict[str, tuple[float, ...]]:
    """An item's tallies by metric, those of one metric added up: items are what is resampled."""
    found: dict[str, tuple[float, ...]] = {}
    for tally in outcome.tallies:
        before = found.get(tally.metric, (0.0,) * len(tally.values))
        found[tally.metric] = tuple(a + b for a, b in zip(before, tally.values, strict=True))
    return found


def _judge_by_name(name: str, cached: Path | None, row: Row) -> Judged:
    return judge(gold_set(name), row, _coder(cached))


@cache
def _coder(cached: Path | None) -> Code:
    return chain(cached)
