"""Actor dictionaries of TABARI and PETRARCH, as registry entries.

A block is a name, its synonyms (`+NAME`) and codes in brackets, dated where they changed:
`[LBYGOV 690901-110823]`, `[LBYREB >110823]`, `[ELI <20110101]`. A code is a country (ISO
3166-1 alpha-3) and role codes of three letters each (Gerner et al., CAMEO codebook, chapter 3).
"""

import re
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


def read_dictionary(
    text: str, *, origin: str, countries: frozenset[str], layer: int = 1
) -> list[Listing]:
    """The actors of a dictionary; `countries` are the codes that are taken for states.

    A code that changed over time makes the actor a person; its country at each time is a
    dated membership. The sector is that of the last code.

    Raises:
        OntologyError: naming the file and line of what is not in the notation.
    """
    blocks: list[_Block] = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            _read_line(line, number, blocks, countries)
        except OntologyError as error:
            raise OntologyError(f"{origin}: line {number}: {error}") from error
    return [_listing(block, origin, layer) for block in blocks]


def _read_line(line: str, number: int, blocks: list[_Block], countries: frozenset[str]) -> None:
    content = re.split(r"[;#]", line, maxsplit=1)[0].rstrip()
    if not content.strip() or content.startswith(("<", "!")):
        return
    name = _name(_CODE.sub(" ", content))
    if name and not content.startswith(("+", " ", "\t")):
        blocks.append(_Block(line=number))
    if not blocks:
        raise OntologyError("a synonym or code stands before any actor")
    if name:
        blocks[-1].names.append(name)
    blocks[-1].codes.extend(_read_code(code, countries) for code in _CODE.findall(content))


def _name(text: str) -> str:
    words = text.strip().lstrip("+").replace("_", " ").split()
    if any("[" in word or "]" in word for word in words):
        raise OntologyError("a bracket is not closed")
    return " ".join(word.capitalize() if word.isupper() else word for word in words)


def _read_code(text: str, countries: frozenset[str]) -> _Code:
    code, _, interval = text.strip().partition(" ")
    if not code or len(code) % 3 or not code.isalnum():
        raise OntologyError(f"[{text}] is not a code of three-letter groups")
    groups = [code[i : i + 3].upper() for i in range(0, len(code), 3)]
    country = groups.pop(0) if groups[0] in countries else None
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


def _listing(block: _Block, origin: str, layer: int) -> Listing:
    where = f"{origin}: line {block.line}"
    if not block.codes:
        raise OntologyError(f"{where}: {block.names[0]} has no code")
    last = block.codes[-1]
    sector = next((s for role in last.roles if (s := sector_of_role(role))), None)
    names = tuple(Label(text=name) for name in dict.fromkeys(block.names))
    try:
        entry = RegistryEntry(
            id="petrarch-" + fold_name(names[0].text).replace(" ", "-"),
            name=names[0].text,
            kind=_kind(block, sector),
            sector=sector or ("GOV" if last.country else None),
            country=last.country,
            aliases=tuple(label.text for label in names[1:]),
            memberships=_memberships(block.codes),
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


def _memberships(codes: list[_Code]) -> tuple[DatedMembership, ...]:
    return tuple(
        DatedMembership(of=f"state-{code.country.lower()}", start=code.start, end=code.end)
        for code in codes
        if code.country and code.dated
    )
