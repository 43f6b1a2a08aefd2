"""The YAML files that reading ships with, each read once a process."""

from functools import cache
from typing import Any

from khaldun.data_files import data_versions, load_data

_PACKAGE = "khaldun.reading"


@cache
def load_resource(name: str) -> dict[str, Any]:
    """The content of `reading/<name>.yaml`.

    Raises:
        ResourceError: there is no such file, or it is not a YAML mapping.
    """
    return load_data(_PACKAGE, name)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words listed under `key` of `reading/<name>.yaml`."""
    return frozenset(load_resource(name)[key])


def versions() -> tuple[tuple[str, str], ...]:
    """Name and content hash of every file of rules that reading follows."""
    return data_versions(_PACKAGE)
