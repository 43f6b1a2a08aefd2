"""What a decision changed, as a reader would say it."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from khaldun.exchange import wording
from khaldun.record import Action, Decision, When
from khaldun.workspace import Record

_PARTED = (Action.MERGE, Action.SPLIT)


def changes(record: Record, decisions: Sequence[Decision]) -> list[tuple[str, str]]:
    """What stood before each decision and what stands after it; nothing where no field does."""
    values = [(_decoded(d.before), _decoded(d.after)) for d in decisions]
    names = dict(record.names(set(_texts([part for pair in values for part in pair]))))
    return [
        (
            _in_words(before, names) if d.field else "",
            _in_words(after, names) if d.field or (d.after and d.action not in _PARTED) else "",
        )
        for d, (before, after) in zip(decisions, values, strict=True)
    ]


def _decoded(value: str | None) -> Any:  # noqa: ANN401 - JSON of any shape
    if value is None:
        return None
    try:
        return msgspec.json.decode(value)
    except msgspec.DecodeError:  # the outcome of a forecast is a plain word
        return value


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401
    """All texts in a value, some of which are ids."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _in_words(value: Any, names: dict[str, str]) -> str:  # noqa: ANN401
    """A value as a reader would say it: names for ids, quotes for spans, days for ranges."""
    if value is None or value == []:
        return "nothing"
    if isinstance(value, list):
        return ", ".join(_in_words(part, names) for part in value)
    if not isinstance(value, dict):
        return names.get(str(value), str(value))
    if "quote" in value:
        return f"“{value['quote']}”"
    if "basis" in value:
        return wording.when(msgspec.convert(value, When))
    return "; ".join(f"{key}: {_in_words(part, names)}" for key, part in value.items())
