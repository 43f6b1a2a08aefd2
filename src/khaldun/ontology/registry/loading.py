"""Reads registry files in YAML: those that ship with Khaldun, and a user's own."""

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

from khaldun.errors import OntologyError
from khaldun.ontology.data_files import LOADER
from khaldun.ontology.registry.cells import read_labels, read_memberships, read_offices
from khaldun.ontology.registry.index import Label, Listing
from khaldun.ontology.registry.model import RegistryEntry, RegistryKind
from khaldun.ontology.sectors import sectors

FIELDS = [
    "names",
    "kind",
    "sector",
    "country",
    "demonyms",
    "seats",
    "capital",
    "parent",
    "wikidata",
    "offices",
    "memberships",
]
_SECTION_FIELDS = ("kind", "sector", "country", "parent")


def shipped_listings() -> tuple[list[Listing], str]:
    """The listings that ship with Khaldun, and their version.

    Raises:
        OntologyError: a shipped file breaks the rules of the format.
    """
    folder = files("khaldun.ontology.registry") / "data"
    paths = sorted((p for p in folder.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name)
    listings: list[Listing] = []
    versions = []
    for path in paths:
        content = parse_yaml(path.read_bytes(), origin=path.name)
        versions.append(str(content.get("version", path.name)))
        listings.extend(read_sections(content, origin=path.name))
    return listings, "+".join(versions)


def by_id(listings: Iterable[Listing]) -> dict[str, Listing]:
    """Listings by entry id; raises OntologyError where two have the same."""
    known: dict[str, Listing] = {}
    for listing in listings:
        other = known.setdefault(listing.entry.id, listing)
        if other is not listing:
            raise OntologyError(
                f"{listing.origin}: entry {listing.entry.id} is already in {other.origin}"
            )
    return known


def parse_yaml(data: bytes, *, origin: str) -> Mapping[str, Any]:
    """The mapping that YAML bytes hold; OntologyError where they hold something else."""
    try:
        content = yaml.load(data, Loader=LOADER)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise OntologyError(f"{origin}: not readable as YAML: {error}") from error
    if not isinstance(content, dict) or not isinstance(content.get("sections"), list):
        raise OntologyError(f"{origin}: a registry file is a mapping with a list of 'sections'")
    return content


def read_sections(content: Mapping[str, Any], *, origin: str, layer: int = 0) -> Iterator[Listing]:
    """The listings of a parsed file; `origin` names it in messages."""
    for section in content["sections"]:
        if not isinstance(section, dict) or not isinstance(section.get("entries"), dict):
            raise OntologyError(f"{origin}: a section is a mapping with 'entries'")
        shared = {name: section[name] for name in _SECTION_FIELDS if name in section}
        for entry_id, value in section["entries"].items():
            own = value if isinstance(value, dict) else {"names": value}
            yield read_listing(str(entry_id), shared | own, origin=origin, layer=layer)


def read_listing(entry_id: str, fields: Mapping[str, Any], *, origin: str, layer: int) -> Listing:
    """One listing from its fields, all strings in the notations of `registry.cells`.

    Raises:
        OntologyError: naming `origin` and the entry, where a field breaks the rules.
    """
    try:
        return _listing(entry_id, fields, origin, layer)
    except OntologyError as error:
        raise OntologyError(f"{origin}: entry {entry_id}: {error}") from error


def _listing(entry_id: str, fields: Mapping[str, Any], origin: str, layer: int) -> Listing:
    _check_fields(fields)
    names = read_labels(fields.get("names", ""))
    if not names:
        raise OntologyError("it has no name")
    demonyms = read_labels(fields.get("demonyms", ""))
    seats = read_labels(fields.get("seats", ""))
    capital = read_labels(fields.get("capital", ""))
    entry = RegistryEntry(
        id=entry_id,
        name=names[0].text,
        kind=_kind(fields.get("kind")),
        sector=_sector(fields.get("sector")),
        country=_country(fields.get("country")),
        aliases=_texts(names[1:]),
        demonyms=_texts(demonyms),
        seats=_texts(seats),
        capital=capital[0].text if capital else None,
        parent=fields.get("parent"),
        wikidata=_wikidata(fields.get("wikidata")),
        offices=read_offices(fields.get("offices", "")),
        memberships=read_memberships(fields.get("memberships", "")),
    )
    return Listing(
        entry=entry,
        origin=origin,
        names=names,
        demonyms=demonyms,
        seats=capital + seats,
        layer=layer,
    )


def _check_fields(fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if name not in FIELDS:
            raise OntologyError(f"there is no field {name!r}; the fields are {', '.join(FIELDS)}")
        if not isinstance(value, str):
            raise OntologyError(f"the field {name!r} is not text: {value!r}")


def _texts(labels: Iterable[Label]) -> tuple[str, ...]:
    return tuple([label.text for label in labels])


def _kind(value: str | None) -> RegistryKind:
    kind = _KINDS.get(value or "")
    if kind is None:
        raise OntologyError(f"{value!r} is not a kind; the kinds are {', '.join(_KINDS)}")
    return kind


def _sector(value: str | None) -> str | None:
    if value is not None and value not in sectors():
        raise OntologyError(f"{value!r} is not a PLOVER sector; those are {', '.join(sectors())}")
    return value


def _country(value: str | None) -> str | None:
    if value is not None and not (len(value) == 3 and value.isascii() and value.isupper()):
        raise OntologyError(f"{value!r} is not an ISO 3166-1 alpha-3 code")
    return value


def _wikidata(value: str | None) -> str | None:
    if value is not None and not (value[:1] == "Q" and value[1:].isdecimal()):
        raise OntologyError(f"{value!r} is not a Wikidata item such as Q142")
    return value


_KINDS = {kind.value: kind for kind in RegistryKind}
