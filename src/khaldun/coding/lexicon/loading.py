"""Reads the YAML files of the lexicon."""

import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from khaldun.errors import LexiconError

# The C loader is ten times faster; both are safe.
_SAFE: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SAFE):  # type: ignore[misc]
    """YAML in which "on", "off", "yes" and "no" are words, as they are in a lexicon."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in _SAFE.yaml_implicit_resolvers.items()  # type: ignore[attr-defined]
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The content of `lexicon/<name>.yaml`.

    Raises:
        LexiconError: there is no such file, or it is not a YAML mapping.
    """
    path = files("khaldun.coding.lexicon") / f"{name}.yaml"
    try:
        content = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"lexicon file {name}.yaml cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise LexiconError(f"lexicon file {name}.yaml is not a mapping")
    return content


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The word list under `key` of `lexicon/<name>.yaml`, as a set."""
    return frozenset(str(word) for word in load_lexicon(name)[key])


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """Name and content hash of every lexicon file: a changed entry is another version."""
    root = files("khaldun.coding.lexicon")
    found = [*root.iterdir(), *(root / "events").iterdir()]
    return tuple(
        (f.name.removesuffix(".yaml"), hashlib.sha256(f.read_bytes()).hexdigest()[:12])
        for f in sorted(found, key=lambda f: f.name)
        if f.name.endswith(".yaml")
    )
