"""The YAML files of the ontology, each with the version that records carry."""

from typing import Any

from khaldun.data_files import load_data as load_yaml
from khaldun.errors import OntologyError


def load_data(name: str) -> dict[str, Any]:
    """The content of `ontology/<name>.yaml`.

    Raises:
        OntologyError: there is no such file, or it is not a mapping with a version.
    """
    content = load_yaml("khaldun.ontology", name, OntologyError)
    if not isinstance(content.get("version"), str):
        raise OntologyError(f"{name}.yaml is not a mapping with a version")
    return content
