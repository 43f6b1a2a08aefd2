"""Reads the YAML files beside the modules of the ontology."""

from importlib.resources import files
from typing import Any

import yaml

from khaldun.errors import OntologyError

__all__ = ["Loader", "load_data"]

try:  # The C loader is ten times faster; both are safe.
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


def load_data(name: str) -> dict[str, Any]:
    """The content of `ontology/<name>.yaml`.

    Raises:
        OntologyError: there is no such file, or it is not a mapping with a version.
    """
    path = files("khaldun.ontology") / f"{name}.yaml"
    try:
        content = yaml.load(path.read_bytes(), Loader=Loader)
    except (OSError, yaml.YAMLError) as error:
        raise OntologyError(f"{name}.yaml cannot be read: {error}") from error
    if not isinstance(content, dict) or not isinstance(content.get("version"), str):
        raise OntologyError(f"{name}.yaml is not a mapping with a version")
    return content
