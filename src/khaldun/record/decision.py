"""Decisions: what people decided of records, and what changed."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What a person can decide of a record."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    RESOLVE = "resolve"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided; decisions are added to and never changed.

    `record` is the id of what is decided; `field`, `before` and `after` (JSON texts) say
    what a correction changes. A merge or split names the others in `others`. A resolve gives
    the outcome of a forecast ("hit", "miss", "void") in `after`. `ground` is the digest of
    the record as the person saw it: where it has moved since, the decision is stale. `at` is
    an ISO 8601 time with zone.
    """

    sequence: int
    record: str
    action: Action
    by: str
    at: str
    reason: str = ""
    others: tuple[str, ...] = ()
    field: str | None = None
    before: str | None = None
    after: str | None = None
    ground: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of what changed: `what` is "added", "changed" or "removed"."""

    sequence: int
    kind: str
    record: str
    version: int
    what: str
