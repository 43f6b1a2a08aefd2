"""The entries of a registry file in YAML, each with the line where it stands.

A file has `sections`, each with fields that its entries share (kind, sector, country, parent)
and `entries` by id: a list of names, or a mapping of fields. Nodes are read as they stand
instead of being made into Python values: all fields are text, loading takes half the time, and
messages can name a line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from khaldun.data_files import Loader
from khaldun.errors import OntologyError

_SHARED = frozenset({"kind", "sector", "country", "parent"})
_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedEntry:
    """An entry as the file writes it, with the fields of its section."""

    id: str
    fields: Mapping[str, str]
    line: int


class _TextLoader(Loader):
    """Takes every scalar for text, so that the country code NO is not a falsehood."""

    def resolve(self, kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        return _TAGS[kind]


def compose_entries(data: bytes, *, origin: str) -> Iterator[ComposedEntry]:
    """The entries of a file, in its order.

    Raises:
        OntologyError: the bytes are not YAML of this form; names `origin` and the line.
    """
    root = _items(_compose(data, origin), origin)
    if set(root) != {"sections"}:
        raise OntologyError(f"{origin}: line 1: a registry file is a mapping with 'sections' only")
    sections = root["sections"]
    if not isinstance(sections, yaml.SequenceNode):
        raise _error(sections, origin, "'sections' is not a list")
    for section in sections.value:
        yield from _section(section, origin)


def _compose(data: bytes, origin: str) -> yaml.Node:
    loader = _TextLoader(data)
    try:
        node: yaml.Node | None = loader.get_single_node()
    except yaml.YAMLError as error:
        raise OntologyError(f"{origin}: not readable as YAML: {error}") from error
    finally:
        loader.dispose()
    if node is None:
        raise OntologyError(f"{origin}: line 1: the file is empty")
    return node


def _section(node: yaml.Node, origin: str) -> Iterator[ComposedEntry]:
    items = _items(node, origin)
    entries = items.pop("entries", None)
    if not isinstance(entries, yaml.MappingNode) or not _SHARED.issuperset(items):
        known = ", ".join(sorted(_SHARED))
        raise _error(node, origin, f"a section has 'entries' by id, and may have {known}")
    shared = {name: _text(value, origin) for name, value in items.items()}
    for key, value in entries.value:
        if isinstance(value, yaml.MappingNode):
            own = {_text(k, origin): _text(v, origin) for k, v in value.value}
        else:
            own = {"names": _text(value, origin)}
        yield ComposedEntry(
            id=_text(key, origin), fields=shared | own, line=key.start_mark.line + 1
        )


def _items(node: yaml.Node, origin: str) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise _error(node, origin, "this is not a mapping")
    return {_text(key, origin): value for key, value in node.value}


def _text(node: yaml.Node, origin: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _error(node, origin, "this is not text")
    value: str = node.value
    return value


def _error(node: yaml.Node, origin: str, message: str) -> OntologyError:
    return OntologyError(f"{origin}: line {node.start_mark.line + 1}: {message}")
