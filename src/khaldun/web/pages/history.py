"""The last decisions, each with who, when, before and after, in words."""

from collections.abc import Iterable

from khaldun.exchange.html.markup import EMPTY, Markup, element, text
from khaldun.web.showing import path_of, table
from khaldun.web.telling import changes
from khaldun.workspace import Judged, Record

_HISTORY = 20
_COLUMNS = ("No.", "When", "Who", "What", "Record", "Field", "Before", "After", "Why", "Standing")


def history(record: Record) -> Markup:
    """A table of the last decisions, newest first."""
    judged = record.last_decisions(_HISTORY)
    said = changes(record, [one.decision for one in judged])
    rows = [_cells(one, *change) for one, change in zip(judged, said, strict=True)]
    if not rows:
        return EMPTY
    shown = table("Last decisions", _COLUMNS, reversed(rows))
    return element("section", element("h2", text("Last decisions")), shown)


def _cells(judged: Judged, before: str, after: str) -> Iterable[Markup]:
    d = judged.decision
    standing = "stale" if judged.stale else "undone" if judged.undone else "holds"
    at = d.at[:16].replace("T", " ")
    link = element("a", text(d.record), href=path_of("at", d.record))
    first = (d.sequence, at, d.by, d.action)
    last = (d.field or "", before, after, d.reason, standing)
    yield from (*map(text, first), link, *map(text, last))
