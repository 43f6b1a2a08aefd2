"""The YAML files of the lexicon, each read once a process."""

from functools import cache
from typing import Any

from khaldun.data_files import data_versions, load_data
from khaldun.errors import LexiconError

_PACKAGE = "khaldun.coding.lexicon"


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The content of `lexicon/<name>.yaml`.

    Raises:
        LexiconError: there is no such file, or it is not a YAML mapping.
    """
    return load_data(_PACKAGE, name, LexiconError)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The word list under `key` of `lexicon/<name>.yaml`, as a set."""
    return frozenset(str(word) for word in load_lexicon(name)[key])


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """Name and content hash of every lexicon file."""
    return data_versions(_PACKAGE, "events")
