"""Actor dictionaries of TABARI and PETRARCH, as registry entries.

A block is a name, its synonyms (`+NAME`) and codes in brackets, dated where they changed:
`[LBYGOV 690901-110823]`, `[LBYREB >110823]`, `[ELI <20110101]`. A code is a country (ISO
3166-1 alpha-3) and role codes of three letters each (Gerner et al., CAMEO codebook, chapter 3).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from khaldun.errors import OntologyError
from khaldun.ontology.registry.cells import read_interval
from khaldun.ontology.registry.index import Label, Listing
from khaldun.ontology.registry.model import DatedMembership, RegistryEntry, RegistryKind
from khaldun.ontology.registry.names import fold_name
from khaldun.ontology.sectors import sector_of_role

_CODE = re.compile(r"\[([^\]]*)\]")
_DATE = r"(?:\d{8}|\d{6})"
_RANGE = re.compile(rf"<({_DATE})|>({_DATE})|({_DATE})-({_DATE})")
_KINDS = {
    "GOV": RegistryKind.INSTITUTION,
    "MIL": RegistryKind.MILITARY,
    "REB": RegistryKind.ARMED_GROUP,
    "PAR": RegistryKind.PARTY,
    "MED": RegistryKind.MEDIA,
    "BUS": RegistryKind.COMPANY,
    "MNC": RegistryKind.COMPANY,
    "IGO": RegistryKind.IGO,
    "NGO": RegistryKind.NGO,
}
# TABARI's codes for words that are no actor, or open a compound.
_DISCARDED = frozenset({"---", "+++", "###"})
_ORDINARY = RegistryKind.INSTITUTION


@dataclass(frozen=True, slots=True, kw_only=True)
class _Code:
    country: str | None
    roles: tuple[str, ...]
    start: date | None = None
    end: date | None = None

    @property
    def dated(self) -> bool:
        return self.start is not None or self.end is not None


@dataclass(slots=True, kw_only=True)
class _Block:
    line: int
    names: list[str] = field(default_factory=list)
    codes: list[_Code] = field(default_factory=list)
    discarded: bool = False


def read_dictionary(
    text: str, *, origin: str, states: Mapping[str, str], layer: int = 1
) -> list[Listing]:
    """The actors of a dictionary; `states` are entry ids by the codes that are taken for states.

    A code that changed over time makes the actor a person; its country at each time is a
    dated membership. The sector is that of the last code, the first of several joined by a
    slash. Blocks of one name are one actor; names that only have discard codes are none.
    All names are weak: dictionaries repeat what the registry knows better.

    Raises:
        OntologyError: naming the file and line of what is not in the notation.
    """
    blocks: dict[str, _Block] = {}
    current: _Block | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        content = re.split(r"[;#]", line, maxsplit=1)[0].rstrip()
        if not content.strip() or content.startswith(("<", "!")):
            continue
        try:
            current = _block_of(content, number, blocks, current)
            _read_line(content, current, states)
        except OntologyError as error:
            raise OntologyError(f"{origin}: line {number}: {error}") from error
    kept = [block for block in blocks.values() if block.codes or not block.discarded]
    return [_listing(block, origin, states, layer) for block in kept]


def _block_of(
    content: str, number: int, blocks: dict[str, _Block], current: _Block | None
) -> _Block:
    if not content.startswith(("+", " ", "\t", "[")):
        key = fold_name(_name(_CODE.sub(" ", content)))
        return blocks.setdefault(key, _Block(line=number))
    if current is None:
        raise OntologyError("a synonym or code stands before any actor")
    return current


def _read_line(content: str, block: _Block, states: Mapping[str, str]) -> None:
    name = _name(_CODE.sub(" ", content))
    if name:
        block.names.append(name)
    codes = [_read_code(code, states) for code in _CODE.findall(content)]
    block.codes.extend(code for code in codes if code is not None)
    block.discarded = block.discarded or None in codes


def _name(text: str) -> str:
    words = text.strip().lstrip("+").replace("_", " ").split()
    if any("[" in word or "]" in word for word in words):
        raise OntologyError("a bracket is not closed")
    return " ".join(word.capitalize() if word.isupper() else word for word in words)


def _read_code(text: str, states: Mapping[str, str]) -> _Code | None:
    code, _, interval = text.strip().partition(" ")
    if code in _DISCARDED:
        return None
    if len(code) < 3 or not code.replace("/", "").isalnum():
        raise OntologyError(f"[{text}] is not a code of three-letter groups")
    first = code.split("/")[0].upper()
    groups = [first[i : i + 3] for i in range(0, len(first), 3)]
    country = groups.pop(0) if groups[0] in states else None
    return _dated(_Code(country=country, roles=tuple(groups)), interval.strip())


def _dated(code: _Code, interval: str) -> _Code:
    if not interval:
        return code
    match = _RANGE.fullmatch(interval.replace(" ", ""))
    if match is None:
        raise OntologyError(f"{interval!r} is not a date range such as <910101 or 910101-951231")
    before, after, start, end = match.groups()
    return replace(code, start=_day(after or start), end=_day(before or end))


def _day(digits: str | None) -> date | None:
    if digits is None:
        return None
    if len(digits) == 6:
        # TABARI's pivot: no dictionary reaches back before 1930.
        digits = ("19" if digits >= "300000" else "20") + digits
    return read_interval(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")[0]


def _listing(block: _Block, origin: str, states: Mapping[str, str], layer: int) -> Listing:
    where = f"{origin}: line {block.line}"
    if not block.codes:
        raise OntologyError(f"{where}: {block.names[0]} has no code")
    last = block.codes[-1]
    sector = next((s for role in last.roles if (s := sector_of_role(role))), None)
    names = tuple(Label(text=name, weak=True) for name in dict.fromkeys(block.names))
    try:
        entry = RegistryEntry(
            id="petrarch-" + fold_name(names[0].text).replace(" ", "-"),
            name=names[0].text,
            kind=_kind(block, sector),
            sector=sector or ("GOV" if last.country else None),
            country=last.country,
            aliases=tuple(label.text for label in names[1:]),
            memberships=_memberships(block.codes, states),
        )
    except OntologyError as error:
        raise OntologyError(f"{where}: {error}") from error
    return Listing(entry=entry, origin=where, names=names, layer=layer)


def _kind(block: _Block, sector: str | None) -> RegistryKind:
    if any(code.dated for code in block.codes):
        return RegistryKind.PERSON
    if sector is None and block.codes[-1].country:
        return RegistryKind.STATE
    return _KINDS.get(sector or "", _ORDINARY)


def _memberships(codes: list[_Code], states: Mapping[str, str]) -> tuple[DatedMembership, ...]:
    return tuple(
        DatedMembership(of=states[code.country], start=code.start, end=code.end)
        for code in codes
        if code.country and code.dated
    )
