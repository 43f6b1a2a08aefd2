"""The scorers that all sets share: formulas, intervals, alignment, overlap, coreference."""

from benchmarks.scoring.alignment import best_alignment
from benchmarks.scoring.coreference import CONLL_WIDTH, conll_f1, conll_tally
from benchmarks.scoring.formulas import (
    Formula,
    f1,
    macro_f1,
    mean,
    mean_absolute_error,
    overlap_f1,
    overlap_precision,
    overlap_recall,
    pearson,
    pearson_tally,
    precision,
    ratio,
    recall,
    weighted_f1,
)
from benchmarks.scoring.interval import Interval, bootstrap
from benchmarks.scoring.overlap import class_tally, dice, exact_tally, overlap_tally, overlapping

__all__ = [
    "CONLL_WIDTH",
    "Formula",
    "Interval",
    "best_alignment",
    "bootstrap",
    "class_tally",
    "conll_f1",
    "conll_tally",
    "dice",
    "exact_tally",
    "f1",
    "macro_f1",
    "mean",
    "mean_absolute_error",
    "overlap_f1",
    "overlap_precision",
    "overlap_recall",
    "overlap_tally",
    "overlapping",
    "pearson",
    "pearson_tally",
    "precision",
    "ratio",
    "recall",
    "weighted_f1",
]
