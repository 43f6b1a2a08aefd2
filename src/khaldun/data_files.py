"""Reads the YAML files that ship beside the modules: one loader for every layer."""

import hashlib
import re
import sys
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import msgspec
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
        content = _parsed(path)
    except (OSError, yaml.YAMLError) as fault:
        raise error(f"{package}: {name}.yaml cannot be read: {fault}") from fault
    if not isinstance(content, dict):
        raise error(f"{package}: {name}.yaml is not a mapping")
    return content


def _parsed(path: Traversable) -> Any:  # noqa: ANN401 - whatever the file holds
    """The content of a YAML file, kept once parsed: parsing takes a fifth of a command's start."""
    source = path.read_bytes()
    kept = _kept_at(path, source) if isinstance(path, Path) else None
    if kept is not None:
        with suppress(OSError, msgspec.MsgspecError):
            return msgspec.msgpack.decode(kept.read_bytes())
    content = yaml.load(source, Loader=Loader)  # noqa: S506 - a safe loader
    if kept is not None and not sys.dont_write_bytecode:
        with suppress(OSError, TypeError, OverflowError):
            _keep(content, kept)
    return content


def _kept_at(path: Path, source: bytes) -> Path:
    """Where the parsed content lies, beside compiled modules, by digest: it is never stale."""
    digest = hashlib.sha256(source).hexdigest()[:16]
    return Path(cache_from_source(str(path))).with_suffix(f".{digest}.msgpack")


def _keep(content: object, kept: Path) -> None:
    """Write parsed content whole or not at all, and drop that of older versions of the file."""
    packed = msgspec.msgpack.encode(content)
    if msgspec.msgpack.decode(packed) != content:
        return  # a date, say, which would come back as text
    kept.parent.mkdir(exist_ok=True)
    with NamedTemporaryFile(dir=kept.parent, delete=False) as stream:
        stream.write(packed)
    Path(stream.name).replace(kept)
    module = kept.name.split(".")[0]
    for older in kept.parent.glob(f"{module}.*.msgpack"):
        if older != kept:
            older.unlink(missing_ok=True)


def data_versions(package: str, *folders: str) -> tuple[tuple[str, str], ...]:
    """Name and content hash of every YAML file of a package: a changed entry is another version."""
    root = files(package)
    found = [*root.iterdir(), *(file for f in folders for file in (root / f).iterdir())]
    return tuple(
        (file.name.removesuffix(".yaml"), hashlib.sha256(file.read_bytes()).hexdigest()[:12])
        for file in sorted(found, key=lambda file: file.name)
        if file.name.endswith(".yaml")
    )
