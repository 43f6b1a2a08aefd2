"""Reads the YAML files that reading ships with."""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from khaldun.errors import ResourceError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_resource(name: str) -> dict[str, Any]:
    """The content of `reading/<name>.yaml`.

    Raises:
        ResourceError: there is no such file, or it is not a YAML mapping.
    """
    path = files("khaldun.reading") / f"{name}.yaml"
    try:
        content = yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise ResourceError(f"reading file {name}.yaml cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise ResourceError(f"reading file {name}.yaml is not a mapping")
    return content


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words listed under `key` of `reading/<name>.yaml`."""
    return frozenset(load_resource(name)[key])


def versions() -> tuple[tuple[str, str], ...]:
    """Name and content hash of every file of rules that reading follows."""
    found = sorted(files("khaldun.reading").iterdir(), key=lambda file: file.name)
    return tuple(
        (file.name.removesuffix(".yaml"), hashlib.sha256(file.read_bytes()).hexdigest()[:12])
        for file in found
        if file.name.endswith(".yaml")
    )
