"""The actor registry: who is known by name before any text is read.

A name that is not in it is new, not an error.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from khaldun.ontology.registry.index import Registry
from khaldun.ontology.registry.loading import by_id, read_yaml, shipped_files, version_of
from khaldun.ontology.registry.model import (
    DatedMembership,
    DatedOffice,
    RegistryEntry,
    RegistryKind,
)
from khaldun.ontology.registry.names import fold_name
from khaldun.ontology.registry.userfiles import open_user_file, read_user_file

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
    shipped = shipped_files()
    with _collection_paused():
        listings = by_id(listing for file in shipped for listing in read_yaml(file))
        return Registry(listings.values(), version=version_of(shipped))


@contextmanager
def _collection_paused() -> Iterator[None]:
    """No garbage collection: loading makes many objects that stay, and it takes half the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def load_registry(paths: Iterable[Path | str]) -> Registry:
    """The shipped registry with a user's files laid over it, later files over earlier ones.

    An entry with the id of an earlier one replaces it; a name in a later file outranks the
    same name in an earlier one. Suffixes: .yaml, .csv, or .txt for PETRARCH dictionaries.

    Raises:
        OntologyError: naming the file and the line or entry that breaks the rules.
    """
    base = registry()
    own = [open_user_file(Path(path), layer=layer) for layer, path in enumerate(paths, start=1)]
    codes = {entry.country for entry in base if entry.country}
    states = {code: state.id for code in codes if (state := base.state(code))}
    merged = {listing.entry.id: listing for listing in base.listings}
    for file in own:
        merged |= by_id(read_user_file(file, states=states))
    return Registry(merged.values(), version=version_of([*shipped_files(), *own]))
