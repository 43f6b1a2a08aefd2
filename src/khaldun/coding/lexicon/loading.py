"""Reads the YAML files of the lexicon."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from khaldun.errors import LexiconError


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The content of `lexicon/<name>.yaml`.

    Raises:
        LexiconError: there is no such file, or it is not a YAML mapping.
    """
    path = files("khaldun.coding.lexicon") / f"{name}.yaml"
    try:
        content = yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"lexicon file {name}.yaml cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise LexiconError(f"lexicon file {name}.yaml is not a mapping")
    return content


# The C loader is ten times faster; both are safe.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
