"""The last decisions, each with who, when, before and after, in words."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from khaldun.exchange import wording
from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.record import When
from khaldun.web.showing import path_of, table
from khaldun.workspace import Judged, Record

_HISTORY = 20
_COLUMNS = ("No.", "When", "Who", "What", "Record", "Field", "Before", "After", "Why", "Standing")


def history(record: Record) -> Markup:
    """A table of the last decisions, newest first."""
    judged = record.last_decisions(_HISTORY)
    values = [_decoded(v) for j in judged for v in (j.decision.before, j.decision.after)]
    names = dict(record.names(set(_texts(values))))
    rows = [_cells(one, names) for one in reversed(judged)]
    if not rows:
        return EMPTY
    shown = table("Last decisions", _COLUMNS, rows)
    return element("section", element("h2", text("Last decisions")), shown)


def _cells(judged: Judged, names: dict[str, str]) -> Iterable[Markup]:
    d = judged.decision
    standing = "stale" if judged.stale else "undone" if judged.undone else "holds"
    parted = d.action in ("merge", "split")
    before = "" if parted else _in_words(_decoded(d.before), names)
    after = _in_words(_decoded(d.after), names)
    link = element("a", text(d.record), href=path_of("at", d.record))
    cells = (d.sequence, d.at, d.by, d.action, link, d.field or "", before, after, d.reason,
             standing)  # fmt: skip
    yield from (link if cell is link else text(cell) for cell in cells)


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
