"""The actor registry: who is known by name before any text is read.

A name that is not in it is new, not an error.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from khaldun.ontology.registry.index import Registry
from khaldun.ontology.registry.loading import by_id, shipped_listings
from khaldun.ontology.registry.model import (
    DatedMembership,
    DatedOffice,
    RegistryEntry,
    RegistryKind,
)
from khaldun.ontology.registry.names import fold_name
from khaldun.ontology.registry.userfiles import read_user_file

__all__ = [
    "DatedMembership",
    "DatedOffice",
    "Registry",
    "RegistryEntry",
    "RegistryKind",
    "fold_name",
    "load_registry",
    "registry",
]


@cache
def registry() -> Registry:
    """The registry that ships with Khaldun."""
    listings, version = shipped_listings()
    return Registry(by_id(listings).values(), version=version)


def load_registry(paths: Iterable[Path | str]) -> Registry:
    """The shipped registry with a user's files laid over it, later files over earlier ones.

    An entry with the id of an earlier one replaces it; a name in a later file outranks the
    same name in an earlier one. Suffixes: .yaml, .csv, or .txt for PETRARCH dictionaries.

    Raises:
        OntologyError: naming the file and the line or entry that breaks the rules.
    """
    base = registry()
    merged = {listing.entry.id: listing for listing in base.listings}
    version = base.version
    for layer, path in enumerate(map(Path, paths), start=1):
        added = read_user_file(path, known=base.listings, layer=layer)
        merged |= by_id(added)
        version += f"+{path.name}"
    return Registry(merged.values(), version=version)
