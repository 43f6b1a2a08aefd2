"""What adding to a record came to."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from khaldun.record import Problem

UNITED = 1_000  # documents that come coded are written so many at once


class Outcome(StrEnum):
    """What adding a source came to."""

    NEW = "new"
    EDITION = "edition"
    RECODED = "recoded"
    KNOWN = "known"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What became of one source, with the number of statements that it gave.

    `document` is its id in the record, None where there is a problem.
    """

    source: str
    outcome: Outcome
    document: str | None = None
    problem: Problem | None = None
    reports: int = 0
    relations: int = 0
    forecasts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """How many sources came to what."""

    new: int = 0
    editions: int = 0
    recoded: int = 0
    known: int = 0
    problems: int = 0


Acknowledge = Callable[[Addition], None]


def additions_of(counts: Counter[Outcome]) -> Additions:
    """The counts under their names."""
    return Additions(
        new=counts[Outcome.NEW],
        editions=counts[Outcome.EDITION],
        recoded=counts[Outcome.RECODED],
        known=counts[Outcome.KNOWN],
        problems=counts[Outcome.PROBLEM],
    )
