"""What a page sends: documents to add and decisions to keep."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from khaldun.errors import UsageError
from khaldun.record import Action, AnyStated, Decision
from khaldun.web.correcting import Asked, value_of
from khaldun.web.telling import changes
from khaldun.workspace import Record

T = TypeVar("T")
MOST_BYTES = 20_000_000
_LOOKED_THROUGH = 10_000  # decisions of others


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of it: an HTTP status, and what the page is told."""

    status: int
    data: object


class Pasted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text that was pasted, or a file that was dropped: its bytes, as Base64 in JSON."""

    text: str = ""
    data: bytes | None = None
    name: str = "pasted.txt"
    published: str | None = None


class Judgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision, and how many that stand on the record its maker had seen.

    A correction puts `value` (JSON) into `field`, or what `words` and `span` come to there:
    what was written, and code point offsets of words that were selected in the text.
    """

    action: str
    by: str
    record: str = ""
    seen: int = 0
    field: str | None = None
    value: str | None = None
    words: str = ""
    span: tuple[int, int] | None = None
    others: tuple[str, ...] = ()
    outcome: str | None = None
    sequence: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A decision as it was kept, and in words what it changed."""

    decision: Decision
    change: str


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
        path.write_bytes(sent.text.encode("utf-8", "replace") if sent.data is None else sent.data)
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
    decision = _kept(record, sent)
    [(before, after)] = changes(record, [decision])
    change = f"{decision.field}: {before} → {after}" if decision.field else after
    return Written(status=201, data=Kept(decision=decision, change=change))


def _kept(record: Record, sent: Judgement) -> Decision:
    by, reason = sent.by, sent.reason
    match sent.action:
        case "accept":
            return record.accept(sent.record, by=by, reason=reason)
        case "reject":
            return record.reject(sent.record, by=by, reason=reason)
        case "correct" if sent.field is not None:
            value = _value(record, sent)
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


def _value(record: Record, sent: Judgement) -> str:
    """The value of a correction, as JSON: as it was sent, or made from what was written."""
    if sent.value is not None:
        return sent.value
    stated = _stated(record, sent)
    asked = Asked(record=record, stated=stated, words=sent.words.strip(), span=sent.span)
    return value_of(sent.field or "", asked)


def _stated(record: Record, sent: Judgement) -> AnyStated:
    """The statement, also where it was rejected by somebody else."""
    try:
        return record.statement(sent.record)
    except UsageError:
        for stated in record.decided_by_others(sent.by, limit=_LOOKED_THROUGH):
            if stated.id == sent.record:
                return stated
        raise


def _decoded(body: bytes, kind: type[T]) -> T:
    if len(body) > MOST_BYTES:
        raise UsageError(f"more than {MOST_BYTES:,} bytes at once; add the file with khaldun add")
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"not what a page of the workbench sends: {error}") from error
