"""A record of PLOVER's JSON as cells: its keys in one spelling, its lists and objects flat."""

from collections.abc import Iterator, Mapping
from typing import Any

# The keys of the gold records, and those of the manual that mean the same.
_SPELLINGS = {
    "source": "actor",
    "target": "recipient",
    "eventText": "event_text",
    "eventLoc": "event_loc",
    "publication": "cite_info",
    "textInfo": "text_info",
}
_ENTITIES = ("actor", "recipient")
_NAMES = ("entity_text", "name", "text", "code")
Cell = tuple[str, str]


def flat(record: Mapping[str, Any]) -> list[Cell]:
    """The cells in the order of the record; what is null or empty has none."""
    return [cell for key, value in record.items() for cell in _cells(str(key), value)]


def _cells(key: str, value: object) -> Iterator[Cell]:
    name = _SPELLINGS.get(key, key)
    if name in _ENTITIES:
        for number, entity in enumerate(value if isinstance(value, list) else [value], start=1):
            yield from _named(name if number == 1 else f"{name} {number}", entity)
    elif name == "event_loc":
        yield from _named(name, value[0] if isinstance(value, list) and value else value)
    elif name == "size" and isinstance(value, dict):
        yield from ((str(part), _text(number)) for part, number in value.items())
    else:
        yield name, _text(value)


def _named(name: str, value: object) -> Iterator[Cell]:
    """An object with a name: the name under the key, its other parts under key and part."""
    if not isinstance(value, dict):
        yield name, _text(value)
        return
    title = next((part for part in _NAMES if _text(value.get(part))), None)
    if title is not None:
        yield name, _text(value[title])
    yield from ((f"{name} {part}", _text(each)) for part, each in value.items() if part != title)


def _text(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        parts = ((str(part), _text(each)) for part, each in value.items())
        return "; ".join(f"{part} {text}" for part, text in parts if text)
    return " ".join(str(value).split())
