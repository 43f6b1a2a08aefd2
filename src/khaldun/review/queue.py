"""In which order statements are looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from khaldun.record import AnyStated, Factuality, Forecast

LOW_CONFIDENCE = 0.5


class Ground(StrEnum):
    """Why a statement needs a look; those that need it most come first."""

    LOW_CONFIDENCE = "low confidence"
    UNSURE = "not certain"
    DISPUTED = "contradicted"
    NEW_ACTOR = "an actor named nowhere else"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement, whether another contradicts it, and whether it alone names an actor."""

    stated: AnyStated
    disputed: bool = False
    new_actor: bool = False


def grounds(candidate: Candidate) -> tuple[Ground, ...]:
    """Why a statement needs a look, the strongest first; nothing where it needs none."""
    item = candidate.stated.item
    found = {
        Ground.LOW_CONFIDENCE: item.confidence is not None and item.confidence < LOW_CONFIDENCE,
        Ground.UNSURE: not isinstance(item, Forecast)
        and item.certainty.value is not Factuality.CERTAIN,
        Ground.DISPUTED: candidate.disputed,
        Ground.NEW_ACTOR: candidate.new_actor,
    }
    return tuple(ground for ground in Ground if found[ground])


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each candidate once: those with the strongest ground first, of these those with most.

    Of those that are alike in this, the ones of which the coder is least sure come first.
    """
    once = {candidate.stated.id: candidate for candidate in candidates}
    return tuple(sorted(once.values(), key=_rank))


def _rank(candidate: Candidate) -> tuple[int, int, float, str]:
    found = grounds(candidate)
    order = tuple(Ground)
    strongest = order.index(found[0]) if found else len(order)
    confidence = candidate.stated.item.confidence
    sure = 1.0 if confidence is None else confidence
    return strongest, -len(found), sure, candidate.stated.id
