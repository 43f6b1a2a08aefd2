"""What reviewers decided, beside what the coder said: agreement, precision, training data."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from khaldun.errors import UsageError
from khaldun.record import Action, Decision, Forecast, Relation, Report
from khaldun.review import (
    Agreement,
    Precision,
    Rating,
    Verdict,
    agreement,
    precisions,
    training_line,
)
from khaldun.store import (
    TYPES,
    Item,
    Store,
    corrected,
    decode,
    entry_of_statement,
)
from khaldun.workspace.identity import statements_of
from khaldun.workspace.judgements import Judgements

_JUDGED = (Action.ACCEPT, Action.CORRECT, Action.REJECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How reviewers agree, and the precision of the coder by type."""

    agreement: Agreement
    precision: tuple[Precision, ...]


def review_of(store: Store) -> Review:
    """The agreement of all reviewers and what they say of the coder."""
    decided = _decided(store)
    ratings = (
        Rating(item=d.record, by=d.by, label=d.action.value) for of in decided.values() for d in of
    )
    verdicts = (
        Verdict(type=item.type or item.kind.value, action=decided[item.id][-1].action)
        for item in _items(store, decided)
    )
    return Review(agreement=agreement(ratings), precision=precisions(verdicts))


def training(store: Store) -> Iterator[bytes]:
    """One line a reviewed statement, in the order of ids."""
    decided = _decided(store)
    for item in _items(store, decided):
        decisions = decided[item.id]
        coded = _statement(item, item.body)
        verdict = decisions[-1].action
        yield training_line(
            item.document or "",
            coded,
            _statement(item, _corrected(item, decisions)),
            verdict=verdict,
            by=tuple(dict.fromkeys(d.by for d in decisions if d.action is verdict)),
        )


def decided_by_others(store: Store, by: str, limit: int) -> list[Item]:
    """Statements, as coded, that others have decided and this reviewer has not."""
    others = (id_ for id_, of in _decided(store).items() if all(d.by != by for d in of))
    return [item for item, _ in zip(_items(store, others), range(limit), strict=False)]


def as_coded(store: Store, record: str) -> Item | None:
    """A decided statement as its document states it, also where it was rejected."""
    return next(_items(store, [record]), None)


def _decided(store: Store) -> dict[str, tuple[Decision, ...]]:
    """The decisions on statements that hold, by statement."""
    by_record = Judgements.read(store).by_record
    judged = {id_: tuple(d for d in of if d.action in _JUDGED) for id_, of in by_record.items()}
    return {id_: of for id_, of in sorted(judged.items()) if of}


def _items(store: Store, records: Iterable[str]) -> Iterator[Item]:
    for record in records:
        known = store.decisions.ground(record)
        coded = store.documents.coded(known[0]) if known else None
        if known is None or coded is None:
            continue
        alone = Judgements.read(store).alone(known[0])
        for item in statements_of(coded, known[0], alone).items:
            if item.id == record:
                yield _item(item, known[0])


def _item(item: Report | Relation | Forecast, document: str) -> Item:
    entry = entry_of_statement(item, made=None)
    return Item(
        kind=entry.kind,
        id=entry.id,
        version=0,
        body=entry.body,
        document=document,
        place_in_list=entry.place_in_list,
        key=0,
        block=None,
        type=entry.type,
    )


def _statement(item: Item, body: bytes) -> Report | Relation | Forecast:
    statement: Report | Relation | Forecast = decode(body, TYPES[item.kind])
    return statement


def _corrected(item: Item, decisions: tuple[Decision, ...]) -> bytes:
    body = item.body
    for decision in decisions:
        if decision.action is Action.CORRECT:
            with suppress(UsageError):  # what a newer coder says may no longer fit it
                body = corrected(body, item.kind, decision.field or "", decision.after or "")
    return body
