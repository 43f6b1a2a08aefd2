"""Which column of a user's own table is what: a mapping in YAML or JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from khaldun.data_files import Loader
from khaldun.errors import FormatError

# What a column or a constant can be; named as in our own table of events.
FIELDS = frozenset(
    (
        "id",
        "date_start",
        "date_end",
        "event_type",
        "event_mode",
        "contexts",
        "status",
        "certainty",
        "actors",
        "recipients",
        "actor_sector",
        "recipient_sector",
        "actor_country",
        "recipient_country",
        "place",
        "country_iso3",
        "latitude",
        "longitude",
        "geo_precision",
        "geonames_id",
        "killed_low",
        "killed_best",
        "killed_high",
        "wounded_low",
        "wounded_best",
        "wounded_high",
        "source",
        "published",
        "url",
        "title",
        "quote",
    )
)
_KEYS = {"name", "delimiter", "list_separator", "date_format", "fields", "values", "constants"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """What the columns of a table are.

    `name` is shown as the publisher; `fields` gives the column of each field, `values` what
    the values of a field mean, `constants` fields that are the same in every row.
    """

    name: str | None
    fields: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    delimiter: str | None = None
    list_separator: str = ";"
    date_format: str | None = None


# Our own table of events, as `khaldun export --format csv` writes it.
OWN_EVENTS = ColumnMapping(
    name=None,
    fields={name: name for name in FIELDS - {"id", "source", "published", "quote", "title"}}
    | {"id": "event_id", "source": "sources"},
)


def mapping_of(data: bytes) -> ColumnMapping:
    """The mapping that `data` holds in YAML, of which JSON is a part.

    Raises:
        FormatError: it is no mapping, names a field that there is not, or lacks a type.
    """
    content = _content(data)
    fields = _texts(content.get("fields"), "fields")
    constants = _texts(content.get("constants") or {}, "constants")
    values = content.get("values") or {}
    if not isinstance(values, dict):
        raise FormatError("the mapping: values is no mapping")
    unknown = sorted({*fields, *constants, *values} - FIELDS)
    if unknown:
        known = ", ".join(sorted(FIELDS))
        raise FormatError(f"the mapping: no field {', '.join(unknown)}; there are {known}")
    if "event_type" not in {*fields, *constants}:
        raise FormatError("the mapping: event_type is neither among the fields nor the constants")
    delimiter = _text(content, "delimiter")
    if delimiter is not None and len(delimiter) != 1:
        raise FormatError(f"the mapping: the delimiter {delimiter!r} is not one character")
    return ColumnMapping(
        name=_text(content, "name"),
        fields=fields,
        values={name: _texts(words, f"values of {name}") for name, words in values.items()},
        constants=constants,
        delimiter=delimiter,
        list_separator=_text(content, "list_separator") or ";",
        date_format=_text(content, "date_format"),
    )


def _content(data: bytes) -> dict[str, Any]:
    try:
        content = yaml.load(data, Loader=Loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, UnicodeError, ValueError, RecursionError) as error:
        raise FormatError(f"the mapping cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise FormatError("the mapping is no mapping")
    unknown = sorted(str(key) for key in content if key not in _KEYS)
    if unknown:
        keys = ", ".join(sorted(_KEYS))
        raise FormatError(f"the mapping: no key {', '.join(unknown)}; there are {keys}")
    return content


def _texts(value: object, what: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise FormatError(f"the mapping: {what} is no mapping")
    return {str(key): str(item) for key, item in value.items()}


def _text(content: dict[str, Any], key: str) -> str | None:
    value = content.get(key)
    return None if value is None else str(value)
