"""PLOVER 2.0: event types, their modes, contexts and scores, as versioned data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from khaldun.errors import OntologyError
from khaldun.ontology.data_files import load_data
from khaldun.record import EventType


class Quad(StrEnum):
    """Quad classes: verbal or material, cooperation or conflict."""

    VERBAL_COOPERATION = "verbal_cooperation"
    MATERIAL_COOPERATION = "material_cooperation"
    VERBAL_CONFLICT = "verbal_conflict"
    MATERIAL_CONFLICT = "material_conflict"

    @property
    def number(self) -> int:
        """The quad code from 1 to 4 that PLOVER, ICEWS and GDELT write."""
        return list(Quad).index(self) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverMode:
    """A mode of a type; `score` is on the scale of its type, None where PLOVER gives none."""

    name: str
    about: str
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """An event type; `score` runs from -10 (conflict) to +10 (cooperation)."""

    type: EventType
    quad: Quad
    score: float
    needs_recipient: bool
    about: str
    modes: Mapping[str, PloverMode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """The whole ontology in one version."""

    version: str
    types: Mapping[EventType, PloverType]
    contexts: tuple[str, ...]

    def mode(self, event_type: EventType, name: str) -> PloverMode:
        """A mode of a type; raises OntologyError where the type has no such mode."""
        modes = self.types[event_type].modes
        if name not in modes:
            known = ", ".join(modes) or "none"
            raise OntologyError(f"{event_type} has no mode {name!r}; its modes are: {known}")
        return modes[name]

    def check_context(self, name: str) -> None:
        """Raise OntologyError where there is no such context."""
        if name not in self.contexts:
            raise OntologyError(f"PLOVER has no context {name!r}")


@cache
def plover() -> Plover:
    """PLOVER as it ships with Khaldun.

    Raises:
        OntologyError: the data file lacks a type or breaks its rules.
    """
    content = load_data("plover")
    try:
        types = {t: _type(t, content["types"][t.value]) for t in EventType}
        contexts = tuple(content["contexts"])
    except (KeyError, TypeError, ValueError) as error:
        raise OntologyError(f"plover.yaml: missing or malformed: {error}") from error
    return Plover(version=content["version"], types=MappingProxyType(types), contexts=contexts)


def quad_of(event_type: EventType) -> Quad:
    """The quad class of a type."""
    return plover().types[event_type].quad


def score_of(event_type: EventType, modes: Iterable[str] = ()) -> float:
    """The score of a type with its modes: that of the mode farthest from zero.

    Without modes, or where PLOVER scores none of them, it is the score of the type. Raises
    OntologyError where the type has no such mode.
    """
    scores = [plover().mode(event_type, mode).score for mode in modes]
    scored = [score for score in scores if score is not None]
    return max(scored, key=abs) if scored else plover().types[event_type].score


def modes_of(event_type: EventType) -> tuple[str, ...]:
    """The names of the modes of a type, in the order of the manual."""
    return tuple(plover().types[event_type].modes)


def contexts() -> tuple[str, ...]:
    """The names of the contexts."""
    return plover().contexts


def needs_recipient(event_type: EventType) -> bool:
    """Whether an event of this type is only one with a recipient."""
    return plover().types[event_type].needs_recipient


def _type(event_type: EventType, fields: Mapping[str, Any]) -> PloverType:
    modes = {
        name: PloverMode(name=name, about=mode["about"], score=mode["score"])
        for name, mode in fields.get("modes", {}).items()
    }
    return PloverType(
        type=event_type,
        quad=Quad(fields["quad"]),
        score=float(fields["score"]),
        needs_recipient=bool(fields["needs_recipient"]),
        about=fields["about"],
        modes=MappingProxyType(modes),
    )
