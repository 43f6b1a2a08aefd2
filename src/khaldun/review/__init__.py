"""Review: what to look at first, how reviewers agree, what they say of the coder."""

from khaldun.review.agreement import Agreement, Pair, Rating, agreement, alpha, kappa
from khaldun.review.precision import Precision, Verdict, precisions, wilson
from khaldun.review.queue import LOW_CONFIDENCE, Candidate, Ground, grounds, in_order
from khaldun.review.training import training_line

__all__ = [
    "LOW_CONFIDENCE",
    "Agreement",
    "Candidate",
    "Ground",
    "Pair",
    "Precision",
    "Rating",
    "Verdict",
    "agreement",
    "alpha",
    "grounds",
    "in_order",
    "kappa",
    "precisions",
    "training_line",
    "wilson",
]
