"""The YAML files of the lexicon, each read once a process."""

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from khaldun.data_files import Loader, data_versions, load_data
from khaldun.errors import LexiconError

OWN_FILES = "KHALDUN_LEXICON"
"""The environment variable that lists a user's own files of senses, as PATH lists folders."""

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


def own_files() -> tuple[Path, ...]:
    """The user's own files of event senses, in the order in which they are listed."""
    return tuple(Path(p) for p in os.environ.get(OWN_FILES, "").split(os.pathsep) if p)


def load_own(path: Path) -> dict[str, Any]:
    """The content of a user's own file of senses.

    Raises:
        LexiconError: it cannot be read, or is not a mapping with a list of senses.
    """
    try:
        content = yaml.load(path.read_bytes(), Loader=Loader)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as fault:
        raise LexiconError(f"{path}: cannot be read: {fault}") from fault
    if not isinstance(content, dict) or not isinstance(content.get("senses"), list):
        raise LexiconError(f"{path}: not a mapping with a list of senses")
    return content


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """Name and content hash of every lexicon file, the user's own ones as "own:name"."""
    return (*data_versions(_PACKAGE, "events"), *map(_own_version, own_files()))


def _own_version(path: Path) -> tuple[str, str]:
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise LexiconError(f"{path}: cannot be read: {fault}") from fault
    return f"own:{path.stem}", hashlib.sha256(content).hexdigest()[:12]
