"""Bootstrap intervals: items are drawn again with replacement, with a fixed seed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.scoring.formulas import Array, Formula

RESAMPLES = 1000
SEED = 20201122
_BLOCK = 100  # resamples drawn at once: bounds the memory that large sets take


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and the 2.5 % and 97.5 % points of its bootstrap distribution."""

    value: float
    low: float
    high: float


def bootstrap(tallies: Sequence[Sequence[float]], formula: Formula) -> Interval:
    """The figure over all items and its 95 % percentile interval (Efron 1979)."""
    table = np.asarray(tallies, dtype=np.float64)
    value = float(formula(table.sum(axis=0)))
    drawn = formula(_resampled_sums(table))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Interval(value, float(low), float(high))


def _resampled_sums(table: Array) -> Array:
    random = np.random.default_rng(SEED)
    items = len(table)
    chances = np.full(items, 1 / items)
    blocks = [
        random.multinomial(items, chances, size=_BLOCK).astype(np.float64) @ table
        for _ in range(RESAMPLES // _BLOCK)
    ]
    return np.concatenate(blocks)
