"""CAMEO event codes and what they are in PLOVER, both ways."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from khaldun.errors import OntologyError
from khaldun.ontology.data_files import load_data
from khaldun.ontology.plover import plover
from khaldun.record import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """A CAMEO code, always with its leading zero, and its equivalent in PLOVER.

    `type` is None where PLOVER has no equivalent. `either` are modes of which the code covers
    one without saying which. `swapped`: its source is PLOVER's recipient, as for hosting (043).
    """

    code: str
    label: str
    type: EventType | None = None
    modes: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    swapped: bool = False

    @property
    def root(self) -> str:
        """The two digits of the cue category."""
        return self.code[:2]

    def covers(self, other: "CameoCode") -> bool:
        """Whether `other` is this code or a special case of it.

        Codes that end in 0 stand for their whole category (CAMEO codebook, chapter 2).
        """
        if len(self.code) == 3 and self.code.endswith("0"):
            return self.root == other.root
        return other.code.startswith(self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cameo:
    """All codes in one version of the crosswalk."""

    version: str
    codes: Mapping[str, CameoCode]


@cache
def cameo() -> Cameo:
    """The crosswalk as it ships with Khaldun.

    Raises:
        OntologyError: a code names a type, mode or context that PLOVER lacks.
    """
    content = load_data("cameo")
    codes = {code: _code(code, fields) for code, fields in content["codes"].items()}
    return Cameo(version=content["version"], codes=MappingProxyType(codes))


def plover_of(code: str) -> CameoCode:
    """What a CAMEO code is in PLOVER; raises OntologyError where there is no such code."""
    found = cameo().codes.get(code)
    if found is None:
        raise OntologyError(f"there is no CAMEO code {code!r}; codes are text such as '042'")
    return found


def cameo_of(event_type: EventType, modes: Collection[str] = ()) -> str | None:
    """The CAMEO code of a type with modes, None unless exactly one code fits.

    A code fits if it covers every code that has this type and these modes: PROTEST is 140 and
    PROTEST demo 141, but ASSAULT without a mode may be 180, 190 or 200, and so has none.
    """
    return _reverse(event_type, frozenset(modes))


@cache
def _reverse(event_type: EventType, modes: frozenset[str]) -> str | None:
    fitting = [
        code
        for code in cameo().codes.values()
        if _is_candidate(code, event_type) and modes.issubset(code.modes + code.either)
    ]
    covering = [code for code in fitting if all(code.covers(other) for other in fitting)]
    return covering[0].code if covering else None


def _is_candidate(code: CameoCode, event_type: EventType) -> bool:
    return code.type is event_type and len(code.code) > 2 and not code.swapped


def _code(code: str, fields: Mapping[str, Any]) -> CameoCode:
    try:
        found = CameoCode(
            code=code,
            label=fields["label"],
            type=EventType(fields["type"]) if "type" in fields else None,
            modes=tuple(fields.get("modes", ())),
            either=tuple(fields.get("either", ())),
            contexts=tuple(fields.get("contexts", ())),
            swapped=fields.get("swapped", False),
        )
        _check(found.type, (*found.modes, *found.either), found.contexts)
    except (OntologyError, KeyError, ValueError) as error:
        raise OntologyError(f"cameo.yaml: code {code}: {error}") from error
    return found


def _check(event_type: EventType | None, modes: Iterable[str], contexts: Iterable[str]) -> None:
    for mode in modes:
        if event_type is None:
            raise OntologyError(f"the mode {mode} has no type")
        plover().mode(event_type, mode)
    for context in contexts:
        plover().check_context(context)
