"""Metrics as functions of sums, so that any resampling of items gives the figure at once.

A formula takes the summed tallies of many items, an array of shape (…, k), and gives an
array of shape (…). A ratio whose denominator is zero is 0: who says nothing gets nothing.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Formula = Callable[[Array], Array]


def _divide(numerator: Array, denominator: Array) -> Array:
    safe = np.where(denominator == 0, 1.0, denominator)
    return np.where(denominator == 0, 0.0, numerator / safe)


def ratio(sums: Array) -> Array:
    """The share of right among all: sums of (right, all)."""
    return _divide(sums[..., 0], sums[..., 1])


mean = ratio
mean_absolute_error = ratio


def precision(sums: Array) -> Array:
    """Precision: sums of (matched, guessed, gold)."""
    return _divide(sums[..., 0], sums[..., 1])


def recall(sums: Array) -> Array:
    """Recall: sums of (matched, guessed, gold)."""
    return _divide(sums[..., 0], sums[..., 2])


def f1(sums: Array) -> Array:
    """The harmonic mean of precision and recall: sums of (matched, guessed, gold)."""
    return _divide(2 * sums[..., 0], sums[..., 1] + sums[..., 2])


def overlap_precision(sums: Array) -> Array:
    """Sums of (matched guesses, guesses, matched gold, gold), where the matches may differ."""
    return _divide(sums[..., 0], sums[..., 1])


def overlap_recall(sums: Array) -> Array:
    """Sums of (matched guesses, guesses, matched gold, gold), where the matches may differ."""
    return _divide(sums[..., 2], sums[..., 3])


def overlap_f1(sums: Array) -> Array:
    """The harmonic mean of overlap precision and overlap recall."""
    p, r = overlap_precision(sums), overlap_recall(sums)
    return _divide(2 * p * r, p + r)


def _classes(sums: Array) -> Array:
    """Tallies of several classes side by side, as (…, classes, 3)."""
    return sums.reshape(*sums.shape[:-1], -1, 3)


def macro_f1(sums: Array) -> Array:
    """The mean F1 of the classes that occur in the gold: sums of three numbers a class."""
    classes = _classes(sums)
    present = classes[..., 2] > 0
    return _divide(
        np.where(present, f1(classes), 0.0).sum(axis=-1), present.sum(axis=-1).astype(np.float64)
    )


def weighted_f1(sums: Array) -> Array:
    """The mean F1 of the classes, weighted by how often each occurs in the gold."""
    classes = _classes(sums)
    return _divide((f1(classes) * classes[..., 2]).sum(axis=-1), classes[..., 2].sum(axis=-1))


def pearson_tally(guess: float, gold: float) -> tuple[float, ...]:
    """What a pair of values adds to Pearson's r: n and the sums of x, y, xx, yy, xy."""
    return (1.0, guess, gold, guess * guess, gold * gold, guess * gold)


def pearson(sums: Array) -> Array:
    """Pearson's r of two values; 0 where either does not vary."""
    n, x, y, xx, yy, xy = (sums[..., i] for i in range(6))
    covariance = n * xy - x * y
    spread = np.maximum(n * xx - x * x, 0.0) * np.maximum(n * yy - y * y, 0.0)
    # Rounding leaves a trace of spread in values that are all the same.
    return _divide(covariance, np.where(spread < 1e-9, 0.0, np.sqrt(spread)))
