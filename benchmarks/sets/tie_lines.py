"""Reads `benchmarks/data/ties.txt`; the head of that file states its notation."""

import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from benchmarks.gold import Row
from benchmarks.sets.blocks import blocks
from benchmarks.sets.conflict_lines import PUBLISHED
from khaldun.record import Means, RelationType

ANYBODY = "*"
NO_TIE = "NONE"
ANY_TYPE = "*"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One tie as it should be recorded; no types mean any, `*` as an end means anybody.

    `means`, `since` and `until` are judged only where they are given.
    """

    types: tuple[RelationType, ...]
    source: str
    target: str
    optional: bool = False
    over: bool = False
    denied: bool = False
    means: Means | None = None
    since: str | None = None
    until: str | None = None


class Item(Row, frozen=True, kw_only=True):
    """A text with its ties."""

    annotations: tuple[Line, ...] = ()


def items(lines: Sequence[str]) -> Iterator[Item]:
    """The texts in file order, each under an id made from its topic and its words."""
    for topic, block in blocks(lines):
        yield _item(topic, *(line.strip() for line in block))


def _item(topic: str, text: str, *told: str) -> Item:
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
    return Item(
        doc_id=f"{topic} {digest}",
        text=text,
        dct=PUBLISHED,
        annotations=tuple(line_of(line) for line in told if line != NO_TIE),
    )


def line_of(line: str) -> Line:
    """One tie from its line.

    Raises:
        ValueError: the line has a type, a means or a part that the notation does not know.
    """
    optional, asked = line.startswith("? "), line.removeprefix("? ")
    head, *parts = (part.strip() for part in asked.split(";"))
    kinds, _, ends = head.partition(":")
    source, _, target = (end.strip() for end in ends.partition(">"))
    read = Line(
        types=() if kinds == ANY_TYPE else tuple(map(RelationType, kinds.split("/"))),
        source=source,
        target=target,
        optional=optional,
    )
    for part in parts:
        read = _with(read, *part.partition(" ")[::2])
    return read


def _with(line: Line, key: str, value: str) -> Line:
    match key, value:
        case (("over" | "denied"), ""):
            return msgspec.structs.replace(line, **{key: True})
        case "with", means:
            return msgspec.structs.replace(line, means=Means(means))
        case (("since" | "until"), day):
            return msgspec.structs.replace(line, **{key: day})
    raise ValueError(f"what is {key} {value}?")
