"""Whether the confidence of reports is what it says: how often reports of it are right.

A verdict says of one report whether its type is right and, where that can be judged, whether
its parties are. A set that judges both adds the tallies below; its metrics are formulas of sums.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np

from benchmarks.outcomes import Metric, Tally
from benchmarks.scoring import ratio
from benchmarks.scoring.formulas import Array, Formula
from khaldun.record import Report

EDGES = (0.0, 0.6, 0.7, 0.8, 0.9, 1.0)
_BINS = len(EDGES) - 1
_OF_BIN = 3  # reports, sum of their confidence, how many are right


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a report is right; `parties` is None where they are not judged, or the type wrong."""

    report: Report
    type: bool
    parties: bool | None = None

    @property
    def right(self) -> bool | None:
        """Whether type and parties are right, None where that is not known."""
        return self.parties if self.type else False


def tallies(verdicts: Iterable[Verdict]) -> list[Tally]:
    """What the reports of an item add, as far as they can be judged."""
    judged = [
        (v.report.confidence, v.right)
        for v in verdicts
        if v.right is not None and v.report.confidence is not None
    ]
    if not judged:
        return []
    sums = tuple(np.sum([_sums(sure, right) for sure, right in judged], axis=0).tolist())
    shares = [
        Tally(metric=_share(edges), values=(float(right), 1.0))
        for sure, right in judged
        for edges in pairwise(EDGES)
        if _is_within(sure, edges)
    ]
    return [*(Tally(metric=name, values=sums) for name in _OF_ALL), *shares]


def _sums(sure: float, right: bool) -> list[float]:
    """The sums of each bin, one after the other, and the squared error."""
    bins = [
        value
        for edges in pairwise(EDGES)
        for value in ((1.0, sure, float(right)) if _is_within(sure, edges) else (0.0, 0.0, 0.0))
    ]
    return [*bins, (sure - right) ** 2]


def _is_within(sure: float, edges: tuple[float, float]) -> bool:
    return edges[0] <= sure < edges[1] or (sure == edges[1] == EDGES[-1])


def _share(edges: tuple[float, float]) -> str:
    return f"right at confidence {edges[0]:.1f} to {edges[1]:.1f}"


def _binned(sums: Array, column: int) -> Array:
    """One of the sums of every bin."""
    found: Array = sums[..., column : _BINS * _OF_BIN : _OF_BIN]
    return found


def _mean(sums: Array, column: int) -> Array:
    """One of the sums over all bins, for each report."""
    return _divided(_binned(sums, column).sum(axis=-1), sums)


def _divided(total: Array, sums: Array) -> Array:
    found: Array = total / np.maximum(_binned(sums, 0).sum(axis=-1), 1.0)
    return found


def brier(sums: Array) -> Array:
    """The mean squared difference of confidence and outcome."""
    return _divided(sums[..., -1], sums)


def brier_of_base_rate(sums: Array) -> Array:
    """What it would be if every report had the share of right ones as its confidence."""
    share = _mean(sums, 2)
    return share * (1 - share)


def expected_calibration_error(sums: Array) -> Array:
    """How far the mean confidence of a bin is from its share of right ones, on average."""
    apart = np.abs(_binned(sums, 1) - _binned(sums, 2))
    return _divided(apart.sum(axis=-1), sums)


_OF_ALL: dict[str, Formula] = {
    "mean confidence": partial(_mean, column=1),
    "judged reports right": partial(_mean, column=2),
    "expected calibration error": expected_calibration_error,
    "Brier score": brier,
    "Brier score of the base rate": brier_of_base_rate,
}
METRICS: Sequence[Metric] = (
    *(Metric(name=name, formula=formula) for name, formula in _OF_ALL.items()),
    *(Metric(name=_share(edges), formula=ratio) for edges in pairwise(EDGES)),
)
