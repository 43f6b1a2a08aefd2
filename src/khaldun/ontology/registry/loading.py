"""Reads registry files in YAML: those that ship with Khaldun, and a user's own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from khaldun.errors import OntologyError
from khaldun.ontology.registry.cells import read_labels, read_memberships, read_offices
from khaldun.ontology.registry.composing import compose_entries
from khaldun.ontology.registry.index import Label, Listing
from khaldun.ontology.registry.model import RegistryEntry, RegistryKind
from khaldun.ontology.sectors import sectors

FIELDS = (
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
)
_FIELDS = frozenset(FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryFile:
    """A file of entries: its name for messages, its bytes, and the layer it is laid on."""

    name: str
    data: bytes
    layer: int = 0


def shipped_files() -> list[RegistryFile]:
    """The files that ship with Khaldun, by name."""
    folder = files("khaldun.ontology.registry") / "data"
    paths = [path for path in folder.iterdir() if path.name.endswith(".yaml")]
    return [
        RegistryFile(name=path.name, data=path.read_bytes())
        for path in sorted(paths, key=lambda path: path.name)
    ]


def version_of(registry_files: Iterable[RegistryFile]) -> str:
    """A version that changes with any byte of the files."""
    digest = sha256()
    for file in registry_files:
        digest.update(file.data)
    return f"registry.v1/{digest.hexdigest()[:12]}"


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


def read_yaml(file: RegistryFile) -> Iterator[Listing]:
    """The listings of a YAML file.

    Raises:
        OntologyError: naming the file and the line or entry that breaks the rules.
    """
    for entry in compose_entries(file.data, origin=file.name):
        yield read_listing(entry.id, entry.fields, file=file, line=entry.line)


def read_listing(
    entry_id: str, fields: Mapping[str, str], *, file: RegistryFile, line: int
) -> Listing:
    """One listing from its fields, all in the notations of `registry.cells`.

    Raises:
        OntologyError: naming the file, line and entry, where a field breaks the rules.
    """
    origin = f"{file.name}: line {line}"
    try:
        return _listing(entry_id, fields, origin, file.layer)
    except OntologyError as error:
        raise OntologyError(f"{origin}: entry {entry_id}: {error}") from error


def _listing(entry_id: str, fields: Mapping[str, str], origin: str, layer: int) -> Listing:
    _check_fields(fields)
    cell = fields.get
    names = read_labels(cell("names"))
    if not names:
        raise OntologyError("it has no name")
    demonyms = read_labels(cell("demonyms"))
    seats = read_labels(cell("seats"))
    capital = read_labels(cell("capital"))
    entry = RegistryEntry(
        id=entry_id,
        name=names[0].text,
        kind=_kind(cell("kind")),
        sector=_sector(cell("sector")),
        country=_country(cell("country")),
        aliases=_texts(names[1:]),
        demonyms=_texts(demonyms),
        seats=_texts(seats),
        capital=capital[0].text if capital else None,
        parent=cell("parent"),
        wikidata=_wikidata(cell("wikidata")),
        offices=read_offices(cell("offices")),
        memberships=read_memberships(cell("memberships")),
    )
    return Listing(
        entry=entry,
        origin=origin,
        names=names,
        demonyms=demonyms,
        seats=capital + seats,
        layer=layer,
    )


def _check_fields(fields: Mapping[str, str]) -> None:
    for name in fields:
        if name not in _FIELDS:
            raise OntologyError(f"there is no field {name!r}; the fields are {', '.join(FIELDS)}")


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
