"""`python -m benchmarks.confidence`: fits the weights of the coder's confidence.

Two logistic models with a penalty on large weights (ridge), by Newton's method, on what the read
halves say of our reports. A reason that comes out with the wrong sign, a doubt that would make a
report more probable, is left out: its weight is 0. Only numbers go into the lexicon file.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import click
import numpy as np

from benchmarks.calibration import Verdict
from benchmarks.coder import chain
from benchmarks.gold import Row, load
from benchmarks.halves import Half, half_of
from benchmarks.outcomes import Code
from benchmarks.scoring.formulas import Array
from benchmarks.sets import case2021_task2, conflict_sentences, gold_set, ipe, peaceful, zsp_plv
from khaldun.coding.confidence import REASONS, SUPPORTS, cases_of
from khaldun.coding.draft import Draft

_PENALTY = 5.0
_STEPS = 30
_WEIGHTS = Path(str(files("khaldun.coding.lexicon") / "confidence.yaml"))
_SOURCES: dict[str, Callable[..., tuple[Draft, list[Verdict]]]] = {
    "zsp_plv": zsp_plv.verdicts,
    "conflict_sentences": conflict_sentences.verdicts,
    "case2021_task2": case2021_task2.verdicts,
    "ipe": ipe.verdicts,
    "peaceful": peaceful.verdicts,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Whether one part of a report is right, and which reasons hold for it."""

    part: str
    reasons: frozenset[str]
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The constant of a model, and the weight of each reason."""

    constant: float
    weights: dict[str, float]


def examples(gold: Path, code: Code, half: Half) -> Iterator[Example]:
    """All that is judged in one half of the sets."""
    for name, verdicts in _SOURCES.items():
        for row in _rows(name, gold):
            if half_of(row.doc_id) is half:
                yield from _examples(*verdicts(row, code))


def _rows(name: str, gold: Path) -> Sequence[Row]:
    chosen = gold_set(name)
    return chosen.rows() if chosen.rows else load(gold / f"{name}.jsonl.gz", chosen.row)


def _examples(draft: Draft, verdicts: Sequence[Verdict]) -> Iterator[Example]:
    cases = cases_of(draft)
    for verdict in verdicts:
        case = cases[verdict.report.id]
        for part, right in (("type", verdict.type), ("parties", verdict.parties)):
            if right is not None:
                held = frozenset(r for r, holds in REASONS[part].items() if holds(case))
                yield Example(part=part, reasons=held, right=right)


def fitted(part: str, found: Sequence[Example]) -> Fitted:
    """The model of one part; reasons with the wrong sign are taken out one after the other."""
    ours = [e for e in found if e.part == part]
    right = np.array([e.right for e in ours], dtype=np.float64)
    names = list(REASONS[part])
    while True:
        table = np.array([[1.0, *(n in e.reasons for n in names)] for e in ours], dtype=np.float64)
        constant, *weights = _newton(table, right).tolist()
        wrong = {n: abs(w) for n, w in zip(names, weights, strict=True) if _is_wrong(n, w)}
        if not wrong:
            known = dict(zip(names, weights, strict=True))
            return Fitted(
                constant=round(constant, 2),
                weights={n: round(known.get(n, 0.0), 2) for n in REASONS[part]},
            )
        names.remove(max(wrong, key=lambda n: wrong[n]))


def _is_wrong(reason: str, weight: float) -> bool:
    return weight < 0 if reason in SUPPORTS else weight > 0


def _newton(table: Array, right: Array) -> Array:
    penalty = np.full(table.shape[1], _PENALTY)
    penalty[0] = 1e-6
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        probable = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (probable - right) + penalty * weights
        bend = (table.T * (probable * (1 - probable))) @ table + np.diag(penalty)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def written(text: str, models: dict[str, Fitted]) -> str:
    """The lexicon file with other numbers in it."""
    part, reason, lines = "", "", []
    for line in text.splitlines():
        if match := re.fullmatch(r"(\w+):", line):
            part = match[1]
        elif match := re.fullmatch(r"  - id: (.*)", line):
            reason = match[1]
        elif line.startswith("  constant:"):
            line = f"  constant: {models[part].constant}"  # noqa: PLW2901 - the number in it
        elif line.startswith("    weight:"):
            line = f"    weight: {models[part].weights[reason]}"  # noqa: PLW2901
        lines.append(line)
    return "\n".join(lines) + "\n"


@click.command()
@click.option("--gold", type=click.Path(path_type=Path), required=True, help="folder of gold files")
@click.option("--cache", type=click.Path(path_type=Path), help="keep parses in this folder")
@click.option("--dry-run", is_flag=True, help="print the weights, and write nothing")
def main(gold: Path, cache: Path | None, dry_run: bool) -> None:
    """Fit the weights on the read halves and write them into the lexicon."""
    found = list(examples(gold, chain(cache), Half.READ))
    models = {part: fitted(part, found) for part in REASONS}
    for part, model in models.items():
        ours = [e for e in found if e.part == part]
        right = sum(e.right for e in ours)
        click.echo(f"{part}: {right} of {len(ours)} right, constant {model.constant}")
        for reason, weight in model.weights.items():
            held = [e for e in ours if reason in e.reasons]
            click.echo(f"  {weight:+.2f}  {reason} ({sum(e.right for e in held)} of {len(held)})")
    if not dry_run:
        _WEIGHTS.write_text(written(_WEIGHTS.read_text("utf-8"), models), "utf-8")


if __name__ == "__main__":
    main()
