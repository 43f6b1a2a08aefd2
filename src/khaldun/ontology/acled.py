"""ACLED's event types and kinds of actors, and what they are in PLOVER, both ways."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from khaldun.errors import OntologyError
from khaldun.ontology.data_files import load_data
from khaldun.ontology.plover import plover
from khaldun.record import EventType

STATE_FORCES, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL = 1, 5, 6, 7, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SubEvent:
    """A sub-event type with its place in ACLED, and what it is in PLOVER.

    `type` is None where PLOVER has no equivalent. `mutual`: the order of the actors says
    nothing of who did it to whom.
    """

    name: str
    event_type: str
    disorder: str
    type: EventType | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    mutual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inter:
    """A kind of actor: `kind` is "armed" or "civilian", `sector` what it is read as."""

    code: int
    label: str
    kind: str
    sectors: tuple[str, ...]
    sector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    type: EventType
    sub_event: str
    modes: frozenset[str]
    contexts: frozenset[str]
    by: str | None
    against: str | None

    def fits(self, modes: Collection[str], contexts: Collection[str]) -> bool:
        return (not self.modes or not self.modes.isdisjoint(modes)) and (
            not self.contexts or not self.contexts.isdisjoint(contexts)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Acled:
    """The code lists of ACLED in one version, with the crosswalk."""

    version: str
    sub_events: Mapping[str, SubEvent]
    inters: Mapping[int, Inter]
    prefixes: Mapping[str, str]
    crowds: tuple[str, ...]
    rules: tuple[_Rule, ...]

    def inter_of(self, sector: str | None) -> Inter | None:
        """The kind of actor that holds a sector."""
        return next((i for i in self.inters.values() if sector in i.sectors), None)

    def inter_named(self, text: str) -> Inter | None:
        """The kind of actor by its code or its label."""
        by_code = self.inters.get(int(text)) if text.isdecimal() else None
        wanted = text.casefold().rstrip("s")
        return by_code or next(
            (i for i in self.inters.values() if i.label.casefold().rstrip("s") == wanted), None
        )


@cache
def acled() -> Acled:
    """ACLED's lists as they ship with Khaldun.

    Raises:
        OntologyError: the data file breaks its rules, or names what PLOVER lacks.
    """
    content = load_data("acled")
    try:
        sub_events = {
            name: _sub_event(name, event_type, group["disorder"], fields)
            for event_type, group in content["types"].items()
            for name, fields in group["sub_events"].items()
        }
        rules = tuple(map(_rule, content["rules"]))
        inters = {code: _inter(code, fields) for code, fields in content["inter"].items()}
        unknown = sorted({rule.sub_event for rule in rules} - set(sub_events))
    except (KeyError, TypeError, ValueError) as error:
        raise OntologyError(f"acled.yaml: missing or malformed: {error}") from error
    if unknown:
        raise OntologyError(f"acled.yaml: rules name {', '.join(unknown)}")
    return Acled(
        version=content["version"],
        sub_events=MappingProxyType(sub_events),
        inters=MappingProxyType(inters),
        prefixes=MappingProxyType(content["prefixes"]),
        crowds=tuple(content["crowds"]),
        rules=rules,
    )


def acled_of(
    event_type: EventType,
    modes: Collection[str] = (),
    contexts: Collection[str] = (),
    *,
    by: Collection[str] = (),
    against: Collection[str] = (),
) -> SubEvent | None:
    """The sub-event type of an event, None where ACLED has no place for it.

    `by` and `against` are the kinds ("armed", "civilian") of its actors and recipients.
    """
    for rule in acled().rules:
        sides = (not rule.by or rule.by in by) and (not rule.against or rule.against in against)
        if rule.type is event_type and sides and rule.fits(modes, contexts):
            return acled().sub_events[rule.sub_event]
    return None


def _sub_event(name: str, event_type: str, disorder: str, fields: Mapping[str, Any]) -> SubEvent:
    found = SubEvent(
        name=name,
        event_type=event_type,
        disorder=disorder,
        type=EventType(fields["type"]) if "type" in fields else None,
        modes=tuple(fields.get("modes", ())),
        contexts=tuple(fields.get("contexts", ())),
        mutual=fields.get("mutual", False),
    )
    for mode in found.modes:
        plover().mode(EventType(fields["type"]), mode)
    for context in found.contexts:
        plover().check_context(context)
    return found


def _inter(code: int, fields: Mapping[str, Any]) -> Inter:
    return Inter(
        code=code,
        label=fields["label"],
        kind=fields["class"],
        sectors=tuple(fields["sectors"]),
        sector=fields["sector"],
    )


def _rule(fields: Mapping[str, Any]) -> _Rule:
    event_type = EventType(fields["type"])
    for mode in fields.get("modes", ()):
        plover().mode(event_type, mode)
    return _Rule(
        type=event_type,
        sub_event=fields["sub_event"],
        modes=frozenset(fields.get("modes", ())),
        contexts=frozenset(fields.get("contexts", ())),
        by=fields.get("by"),
        against=fields.get("against"),
    )
