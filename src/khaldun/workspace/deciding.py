"""What people decide: checked, written, and carried out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from khaldun.errors import UsageError
from khaldun.record import Action, Decision, Event
from khaldun.store import STATEMENTS, Item, Kind, Store, Unsettled, decode, encode
from khaldun.workspace.identity import ground_of, statements_of
from khaldun.workspace.judgements import Judgements, Parts, parts_as_json, parts_of
from khaldun.workspace.page import Page
from khaldun.workspace.projecting import Projecting, check_correction
from khaldun.workspace.reviewing import as_coded

OUTCOMES = ("hit", "miss", "void")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A decision; `stale` where what it was made on has changed, `undone` where it was undone."""

    decision: Decision
    stale: bool
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who decides, and why."""

    by: str
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise UsageError("a decision needs the name of who makes it")


class Deciding:
    """Writes decisions and what follows from them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._projecting = Projecting(store)

    def judge(self, record: str, action: Action, said: Said) -> Decision:
        """Accept or reject a record.

        Raises:
            UsageError: there is no such record, or it is rejected but no statement.
        """
        with self._store.transaction():
            item = self._item(record)
            if action is Action.REJECT and item.kind not in STATEMENTS:
                raise UsageError(f"{record} follows from statements; reject those")
            decision = self._write(item.id, action, said, ground=self._ground(item))
            self._carry_out(decision)
        return decision

    def correct(self, record: str, field: str, value: str, said: Said) -> Decision:
        """Correct a field of a statement; `value` is JSON."""
        with self._store.transaction():
            item = self._item(record)
            check_correction(item, field, value)
            before = encode(msgspec.json.decode(item.body).get(field)).decode()
            ground = self._ground(item)
            decision = self._write(
                item.id,
                Action.CORRECT,
                said,
                field=field,
                before=before,
                after=value,
                ground=ground,
            )
            self._carry_out(decision)
        return decision

    def resolve(self, forecast: str, outcome: str, said: Said) -> Decision:
        """Say what became of a forecast: "hit", "miss" or "void"."""
        with self._store.transaction():
            item = self._item(forecast)
            if item.kind is not Kind.FORECAST or outcome not in OUTCOMES:
                raise UsageError(f"{forecast}: only a forecast is a {', '.join(OUTCOMES)}")
            ground = self._ground(item)
            return self._write(item.id, Action.RESOLVE, said, after=outcome, ground=ground)

    def merge(self, ids: Sequence[str], said: Said) -> Decision:
        """Join actors, or events, into one."""
        with self._store.transaction():
            items = [self._item(id_) for id_ in dict.fromkeys(ids)]
            if len(items) < 2 or len({item.kind for item in items}) > 1:
                raise UsageError("a merge needs two actors or two events, or more of one of them")
            first, *rest = (self._parts(item) for item in items)
            other = tuple(id_ for parts in rest for id_ in parts)
            parts = Parts(actors=items[0].kind is Kind.ENTITY, one=first, other=other)
            others = tuple(item.id for item in items[1:])
            return self._write_parts(items[0].id, Action.MERGE, said, others, parts)

    def split(self, record: str, others: Sequence[str], said: Said) -> Decision:
        """Say that these are not of this actor or event."""
        with self._store.transaction():
            item = self._item(record)
            all_of = self._parts(item)
            off, alone = self._split_off(others)
            rest = tuple(id_ for id_ in all_of if id_ not in off)
            if not off or not rest or not (alone or set(off) <= set(all_of)):
                raise UsageError(f"name some, but not all, of what {record} is made of")
            parts = Parts(actors=item.kind is Kind.ENTITY, one=off, other=rest, alone=alone)
            return self._write_parts(item.id, Action.SPLIT, said, tuple(others), parts)

    def undo(self, sequence: int, said: Said) -> Decision:
        """Take a decision back; an undoing can itself be undone."""
        with self._store.transaction():
            undone = self._store.decisions.get(sequence)
            if undone is None:
                raise UsageError(f"there is no decision {sequence}")
            if sequence in Judgements.read(self._store).undone:
                raise UsageError(f"decision {sequence} has been undone")
            decision = self._write(undone.record, Action.UNDO, said, others=(str(sequence),))
            while undone.action is Action.UNDO:
                undone = self._store.decisions.get(int(undone.others[0])) or undone
            self._carry_out(undone)
        return decision

    def page(self, record: str | None, limit: int | None, after: str | None) -> Page[Judged]:
        """Decisions in their order, all or those of a record."""
        start = int(after) if after and after.isdecimal() else 0
        if record is None:
            found = self._store.decisions.after(start, None if limit is None else limit + 1)
        else:
            found = tuple(d for d in self._store.decisions.of(record) if d.sequence > start)
        undone = Judgements.read(self._store).undone
        shown = found if limit is None else found[:limit]
        judged = (
            Judged(decision=d, stale=self._is_stale(d), undone=d.sequence in undone) for d in shown
        )
        more = len(shown) < len(found) and shown
        return Page(items=tuple(judged), after=str(shown[-1].sequence) if more else None)

    def last(self, number: int) -> tuple[Judged, ...]:
        """The last decisions, in their order."""
        start = max(0, self._store.decisions.next_sequence() - 1 - number)
        return self.page(None, None, str(start)).items

    def _item(self, record: str) -> Item:
        # Who decides second must be able to: what the first rejected is listed no more.
        item = self._store.items.find(record) or as_coded(self._store, record)
        if item is None:
            raise UsageError(f"there is no {record} in the record")
        return item

    def _write_parts(
        self, record: str, action: Action, said: Said, others: tuple[str, ...], parts: Parts
    ) -> Decision:
        decision = self._write(record, action, said, others=others, before=parts_as_json(parts))
        self._carry_out(decision)
        return decision

    def _write(self, record: str, action: Action, said: Said, **rest: Any) -> Decision:  # noqa: ANN401 - other fields of a decision
        decision = Decision(
            sequence=self._store.decisions.next_sequence(),
            record=record,
            action=action,
            by=said.by,
            at=_now(),
            reason=said.reason,
            **rest,
        )
        self._store.decisions.add(decision)
        return decision

    def _ground(self, item: Item) -> str:
        """The digest of a record as the coder, or the resolution, made it."""
        known = self._store.decisions.ground(item.id)
        if known is not None:
            return known[1]
        ground = ground_of(item.kind, item.body)
        if item.document is not None:
            self._store.decisions.set_ground(item.id, item.document, ground)
        return ground

    def _carry_out(self, decision: Decision) -> None:
        """Bring what the record lists in line with a decision that was made or taken back."""
        if decision.action in (Action.MERGE, Action.SPLIT):
            self._carry_out_parts(parts_of(decision))
        elif ground := self._store.decisions.ground(decision.record):
            self._projecting.project_again(ground[0])

    def _carry_out_parts(self, parts: Parts) -> None:
        if parts.actors:
            for name in parts.alone:
                self._projecting.project_again(name.partition("#")[0])
            keys = self._store.members.keys((*parts.one, *parts.other))
            self._store.settling.mark(Unsettled.MEMBER, keys)
            return
        reports = self._store.items.among(Kind.REPORT, "id", (*parts.one, *parts.other))
        blocks = {item.block for item in reports if item.block is not None}
        self._store.settling.mark_blocks(Kind.EVENT, sorted(blocks))

    def _parts(self, item: Item) -> tuple[str, ...]:
        if item.kind is Kind.ENTITY:
            return self._store.members.of_entity(item.id)
        if item.kind is Kind.EVENT:
            return decode(item.body, Event).reports
        raise UsageError(f"{item.id} is a {item.kind.value}; name actors or events")

    def _split_off(self, others: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is split off, as ids of descriptions or reports, and the actors taken alone."""
        off, alone = [], []
        for other in others:
            document, mark, actor = other.partition("#")
            if mark:
                off.append(self._described_alone(document, actor))
                alone.append(other)
            else:
                off.append(other)
        return tuple(off), tuple(alone)

    def _described_alone(self, document: str, actor: str) -> str:
        coded = self._store.documents.coded(document)
        said = statements_of(coded, document, frozenset({actor})).namings if coded else ()
        for naming in said:
            if naming.actor == actor:
                return naming.member.id
        raise UsageError(f"there is no actor {actor} in {document}")

    def _is_stale(self, decision: Decision) -> bool:
        if decision.action is Action.UNDO:
            return False
        if decision.action in (Action.MERGE, Action.SPLIT):
            return not self._stands(parts_of(decision))
        known = self._store.decisions.ground(decision.record)
        if known is not None:
            return known[1] != decision.ground
        item = self._store.items.find(decision.record)
        return item is None or ground_of(item.kind, item.body) != decision.ground

    def _stands(self, parts: Parts) -> bool:
        """Whether something is left of both sides."""
        if parts.actors:
            return all(self._store.members.keys(side) for side in (parts.one, parts.other))
        sides = (parts.one, parts.other)
        return all(any(self._store.items.among(Kind.REPORT, "id", side)) for side in sides)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
