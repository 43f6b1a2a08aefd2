"""What resolution is given beside the statements, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from khaldun.record import Actor, Entity, Event, Place, Tie
from khaldun.resolution.stories import Outline

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Decisions:
    """What people decided: pairs of ids that end in one (`together`) or do not (`apart`).

    Ids are those of descriptions of actors or of statements. A pair is in one of the two.
    """

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    @cached_property
    def _foes(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for one, other in self.apart:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {key: frozenset(values) for key, values in found.items()}

    def apart_from(self, one: str) -> frozenset[str]:
        """Whatever must not end in one with `one`."""
        return self._foes.get(one, frozenset())


NONE = Decisions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Why a description (`member`, an id) is of this actor; `score` runs from 0 to 1."""

    member: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedActor:
    """An actor across documents with the descriptions that are held to be of it."""

    actor: Actor
    members: tuple[Membership, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the ids in statements stand for: entities and places by their ids of the record.

    `lineages` gives for a document the one whose text it copies; a document that is not in it
    copies none. `outlines` of documents may be left out: with them, reports of texts that tell
    the same story need less else in common.
    """

    entities: Mapping[str, Entity] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    lineages: Mapping[str, str] = field(default_factory=dict)
    outlines: Mapping[str, Outline] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedEvent:
    """An event and the block that owns it: it is made again when the block's reports change."""

    block: str
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedTie:
    """A tie and the block (the key of its relations) that owns it."""

    block: str
    tie: Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Which blocks a change can change (`owned`), and those that must be known for it (`needed`).

    `needed` includes `owned`.
    """

    owned: tuple[str, ...]
    needed: tuple[str, ...]
