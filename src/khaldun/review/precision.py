"""What reviewers say of the coder: its precision by type, with intervals."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from khaldun.record import Action

_Z = 1.959963984540054  # the 97.5th percentile of the normal distribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one statement of a type: accepted, corrected or rejected."""

    type: str
    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """The share of the reviewed statements of a type that were accepted as they were.

    `low` to `high` is the interval of Wilson (1927) with 95% confidence.
    """

    type: str
    accepted: int
    corrected: int
    rejected: int
    share: float
    low: float
    high: float


def precisions(verdicts: Iterable[Verdict]) -> tuple[Precision, ...]:
    """One line a type, in the order of their names."""
    counted: dict[str, Counter[Action]] = defaultdict(Counter)
    for verdict in verdicts:
        counted[verdict.type][verdict.action] += 1
    return tuple(_precision(type_, counted[type_]) for type_ in sorted(counted))


def wilson(right: int, number: int) -> tuple[float, float]:
    """The interval of Wilson for a share, with 95% confidence; 0 to 1 where nothing is known."""
    if not number:
        return 0.0, 1.0
    share, square = right / number, _Z**2
    middle = share + square / (2 * number)
    half = _Z * sqrt(share * (1 - share) / number + square / (4 * number**2))
    scale = 1 + square / number
    # Rounding must not leave the share itself outside.
    return max(0.0, min(share, (middle - half) / scale)), min(
        1.0, max(share, (middle + half) / scale)
    )


def _precision(type_: str, counted: Counter[Action]) -> Precision:
    accepted = counted[Action.ACCEPT]
    low, high = wilson(accepted, counted.total())
    return Precision(
        type=type_,
        accepted=accepted,
        corrected=counted[Action.CORRECT],
        rejected=counted[Action.REJECT],
        share=accepted / counted.total(),
        low=low,
        high=high,
    )
