"""What a page sends: documents to add and decisions to keep."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from khaldun.errors import UsageError
from khaldun.record import Action, Decision, Span
from khaldun.workspace import Record
from khaldun.workspace.deciding import Judged

T = TypeVar("T")
MOST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of it: an HTTP status, and what the page is told."""

    status: int
    data: object


class Pasted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text that was pasted or dropped."""

    text: str
    name: str = "pasted.txt"
    published: str | None = None


class Judgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision, and how many that stand on the record its maker had seen.

    `span` is where the words stand that a correction puts into `field`: code point offsets
    into the text of the document.
    """

    action: str
    by: str
    record: str = ""
    seen: int = 0
    field: str | None = None
    value: str | None = None
    span: tuple[int, int] | None = None
    others: tuple[str, ...] = ()
    outcome: str | None = None
    sequence: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preceded:
    """The decision of who was first; who sends `seen` has been told and decides all the same."""

    decision: Decision
    seen: int


def add(record: Record, body: bytes) -> Written:
    """Code a text and add it to the record."""
    sent = _decoded(body, Pasted)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(sent.name).name or "pasted.txt")
        path.write_text(sent.text, "utf-8", "replace")
        told: list[str] = []
        additions = record.add(
            [path],
            published=sent.published or None,
            acknowledge=lambda a: told.append(str(a.problem) if a.problem else a.document or ""),
        )
    if additions.problems or not told:
        problem = told[0].replace(f"{folder}/", "") if told else "nothing was read"
        return Written(status=422, data={"problem": problem})
    return Written(status=201, data={"document": told[0]})


def decide(record: Record, body: bytes) -> Written:
    """Keep a decision, unless another was made on the record that its maker has not seen."""
    sent = _decoded(body, Judgement)
    if sent.action not in ("undo", "merge", "split"):
        standing = [
            judged.decision
            for judged in record.decisions(sent.record, limit=None)
            if not judged.undone and judged.decision.action is not Action.UNDO
        ]
        others = [decision for decision in standing if decision.by != sent.by]
        if len(standing) > sent.seen and others:
            return Written(status=409, data=Preceded(decision=others[-1], seen=len(standing)))
    return Written(status=201, data=Judged(decision=_kept(record, sent), stale=False, undone=False))


def _kept(record: Record, sent: Judgement) -> Decision:
    by, reason = sent.by, sent.reason
    match sent.action:
        case "accept":
            return record.accept(sent.record, by=by, reason=reason)
        case "reject":
            return record.reject(sent.record, by=by, reason=reason)
        case "correct" if sent.field is not None and (value := _value(record, sent)) is not None:
            return record.correct(sent.record, sent.field, value, by=by, reason=reason)
        case "resolve" if sent.outcome is not None:
            return record.resolve(sent.record, sent.outcome, by=by, reason=reason)
        case "merge":
            return record.merge(sent.others, by=by, reason=reason)
        case "split":
            return record.split(sent.record, sent.others, by=by, reason=reason)
        case "undo" if sent.sequence is not None:
            return record.undo(sent.sequence, by=by, reason=reason)
        case _:
            raise UsageError(f"{sent.action!r} is not a decision that can be made like this")


def _value(record: Record, sent: Judgement) -> str | None:
    """The value of a correction; words are taken from the text itself, not from the page."""
    if sent.span is None:
        return sent.value
    whole = record.coded(record.statement(sent.record).document).document.text
    start, end = sent.span
    if not 0 <= start < end <= len(whole):
        raise UsageError(f"there are no words from {start} to {end} in the document")
    return msgspec.json.encode(Span.of(whole, start, end)).decode()


def _decoded(body: bytes, kind: type[T]) -> T:
    if len(body) > MOST_BYTES:
        raise UsageError(f"more than {MOST_BYTES:,} bytes at once; add the file with khaldun add")
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"not what a page of the workbench sends: {error}") from error
