"""Reads the YAML files that ship beside the modules: one loader for every layer."""

import hashlib
import re
from importlib.resources import files
from typing import Any

import yaml

from khaldun.errors import ResourceError

# The C loader is ten times faster; both are safe.
_SAFE: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_SAFE):  # type: ignore[misc]
    """Safe YAML in which "on", "off", "yes" and "no" are words, as they are in a lexicon."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in _SAFE.yaml_implicit_resolvers.items()  # type: ignore[attr-defined]
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def load_data(
    package: str, name: str, error: type[ResourceError] = ResourceError
) -> dict[str, Any]:
    """The content of `<name>.yaml` of a package.

    Raises:
        ResourceError: as `error`; there is no such file, or it is not a YAML mapping.
    """
    path = files(package) / f"{name}.yaml"
    try:
        content = yaml.load(path.read_bytes(), Loader=Loader)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as fault:
        raise error(f"{package}: {name}.yaml cannot be read: {fault}") from fault
    if not isinstance(content, dict):
        raise error(f"{package}: {name}.yaml is not a mapping")
    return content


def data_versions(package: str, *folders: str) -> tuple[tuple[str, str], ...]:
    """Name and content hash of every YAML file of a package: a changed entry is another version."""
    root = files(package)
    found = [*root.iterdir(), *(file for f in folders for file in (root / f).iterdir())]
    return tuple(
        (file.name.removesuffix(".yaml"), hashlib.sha256(file.read_bytes()).hexdigest()[:12])
        for file in sorted(found, key=lambda file: file.name)
        if file.name.endswith(".yaml")
    )
