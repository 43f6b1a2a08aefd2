"""Reads `benchmarks/data/conflict_sentences.txt`; the head of that file states its notation."""

import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from benchmarks.gold import Row
from benchmarks.sets.blocks import blocks
from benchmarks.templates import chosen, number_of_choices

NOT_JUDGED = "*"
NO_EVENT, FORECAST = "NONE", "FORECAST"
PUBLISHED = "2024-05-15"
_TOLERATED = "~"


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the sentence that must stand in a field, and those that may."""

    needed: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()


NOBODY = Words()


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One event as it should be recorded; a field that is None is not judged.

    `killed` is the two ends of a count, either of them None where it is open, or empty.
    """

    types: tuple[str, ...]
    optional: bool = False
    actors: Words | None = NOBODY
    recipients: Words | None = NOBODY
    place: Words | None = NOBODY
    holder: Words | None = NOBODY
    killed: tuple[float | None, ...] | None = ()
    day: tuple[str, str] | None = None
    status: str | None = "happened"


class Item(Row, frozen=True, kw_only=True):
    """A sentence with its events and the holders of its forecasts (empty: the author)."""

    annotations: tuple[Line, ...] = ()
    forecasts: tuple[Words, ...] = ()


def items(lines: Sequence[str]) -> Iterator[Item]:
    """The sentences in file order, each under an id made from its topic and its words."""
    for topic, block in blocks(lines):
        yield from _items(topic, block)


def _items(topic: str, block: Sequence[str]) -> Iterator[Item]:
    for number in range(number_of_choices(block[0])):
        text, *told = (chosen(line, number) for line in block)
        found = [line.strip() for line in told]
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
        yield Item(
            doc_id=f"{topic} {digest}",
            text=text,
            dct=PUBLISHED,
            annotations=tuple(line_of(t) for t in found if not t.startswith((NO_EVENT, FORECAST))),
            forecasts=tuple(_holder(t) for t in found if t.startswith(FORECAST)),
        )


def _holder(line: str) -> Words:
    return _words(line.partition("; says ")[2]) or NOBODY


def line_of(line: str) -> Line:
    """One event from its line.

    Raises:
        ValueError: the line has a part that the notation does not know.
    """
    if line.startswith("? "):
        return Line(types=(line[2:],), optional=True)
    head, *parts = (part.strip() for part in line.split(";"))
    types, _, parties = head.partition(":")
    actors, _, recipients = parties.partition(">")
    read = Line(types=tuple(types.split("/")), actors=_words(actors), recipients=_words(recipients))
    for part in parts:
        read = _with(read, *part.partition(" ")[::2])
    return read


def _with(line: Line, key: str, value: str) -> Line:
    match key, value:
        case "at", place:
            return msgspec.structs.replace(line, place=_words(place))
        case "says", holder:
            return msgspec.structs.replace(line, holder=_words(holder))
        case "killed", number:
            return msgspec.structs.replace(line, killed=_count(number))
        case "on", day:
            first, _, last = day.partition("/")
            return msgspec.structs.replace(line, day=(first, last or first))
        case (("denied" | "planned" | "attempted" | "possible" | "claimed"), ""):
            return msgspec.structs.replace(line, status=key)
        case "*", "":
            return msgspec.structs.replace(line, status=None)
    raise ValueError(f"what is {key} {value}?")


def _words(text: str) -> Words | None:
    found = [part.strip() for part in text.split(",") if part.strip()]
    if NOT_JUDGED in found:
        return None
    return Words(
        needed=tuple(w for w in found if not w.startswith(_TOLERATED)),
        tolerated=tuple(w[1:] for w in found if w.startswith(_TOLERATED)),
    )


def _count(text: str) -> tuple[float | None, ...] | None:
    if text == NOT_JUDGED:
        return None
    low, dash, high = text.partition("-")
    return tuple(None if end == "?" else float(end) for end in (low, high if dash else low))
