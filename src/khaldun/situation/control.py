"""Who is reported to control which places, and when a place changed hands.

Read from statements and not from ties: a tie is one interval between a party and a place, and
of a place that goes back and forth those intervals overlap.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from khaldun.record import Factuality, Relation, RelationType, Stated
from khaldun.situation.model import Control
from khaldun.situation.rules import DENIED, grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """A statement that `holder` has `place`, with the days that it speaks of.

    `side` is the party that the holder counts as; `began` says that the place was taken then.
    """

    id: str
    place: str
    holder: str
    side: str
    began: bool
    certainty: Factuality
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A place passing to a side, from `loser` where somebody is reported to have had it."""

    place: str
    side: str
    loser: str | None
    day: date
    evidence: tuple[str, ...]


def attestations(
    relations: Iterable[Stated[Relation]], sides: Mapping[str, str]
) -> tuple[Attestation, ...]:
    """The dated statements of control, by place and time; `sides` says who counts as whom.

    Of one document on one place, statements with a first day outrank those without: a headline
    says again what the report dates.
    """
    said = [
        stated
        for stated in relations
        if stated.item.type is RelationType.CONTROLS and stated.item.certainty.value not in DENIED
    ]
    dated = {_subject(stated) for stated in said if stated.item.when.earliest is not None}
    found = [
        attested
        for stated in said
        if stated.item.when.earliest is not None or _subject(stated) not in dated
        if (attested := _attestation(stated, sides)) is not None
    ]
    return tuple(sorted(found, key=lambda a: (a.place, a.first, a.last, a.id)))


def _subject(stated: Stated[Relation]) -> tuple[str, str]:
    """What a statement of control speaks of: which document on which place."""
    return stated.document, stated.item.target


def undated(relations: Iterable[Stated[Relation]]) -> tuple[str, ...]:
    """The ids of statements of control of which no day is known."""
    return tuple(
        stated.id
        for stated in relations
        if stated.item.type is RelationType.CONTROLS and _attestation(stated, {}) is None
    )


def control_on(
    attested: Iterable[Attestation], day: date, since: date | None = None
) -> tuple[Control, ...]:
    """The holder of each place on `day`: of whom it was last said, the later comer of equals.

    With `since`, places that nothing was said of from then on are left out.
    """
    past = [a for a in attested if a.first <= day and (since is None or a.last >= since)]
    by_place = groupby(past, key=lambda a: a.place)
    return tuple(_control(tuple(group), day) for _, group in by_place)


def captures(attested: Iterable[Attestation], first: date, last: date) -> tuple[Capture, ...]:
    """The places that passed to a party between two days, by the statements up to `last`."""
    found: list[Capture] = []
    past = (a for a in attested if a.first <= last)
    for _, group in groupby(past, key=lambda a: a.place):
        found.extend(c for c in _changes(tuple(group)) if first <= c.day)
    return tuple(found)


def _attestation(stated: Stated[Relation], sides: Mapping[str, str]) -> Attestation | None:
    relation = stated.item
    first = relation.when.earliest or relation.when.latest
    if first is None:
        return None
    # Where the end is open the document speaks for the time up to its own day.
    published = stated.published.latest if stated.published else first
    return Attestation(
        id=stated.id,
        place=relation.target,
        holder=relation.subject,
        side=sides.get(relation.subject, relation.subject),
        began=relation.when.latest is None,
        certainty=relation.certainty.value,
        first=first,
        last=max(first, relation.when.latest or published),
    )


def _control(group: tuple[Attestation, ...], day: date) -> Control:
    ordered = sorted(group, key=lambda a: (min(a.last, day), a.first, a.id))
    latest = ordered[-1]
    tenure = _tenure(ordered, latest.side)
    others = (a.side for a in reversed(ordered) if a.side != latest.side)
    return Control(
        place=latest.place,
        holder=latest.holder,
        certainty=latest.certainty,
        since=min(a.first for a in tenure),
        grounds=grounds(day, latest.last, (a.id for a in tenure)),
        others=tuple(dict.fromkeys(others)),
    )


def _tenure(ordered: list[Attestation], side: str) -> list[Attestation]:
    """The statements of the holding side after the last of anybody else, latest first."""
    tenure: list[Attestation] = []
    for attested in reversed(ordered):
        if attested.side != side:
            break
        tenure.append(attested)
    return tenure


def _changes(group: tuple[Attestation, ...]) -> Iterator[Capture]:
    """Each taking of the place: said to be one, or seen from another's holding it before."""
    before: Attestation | None = None
    for now in group:
        changed = now.began if before is None else now.side != before.side
        if changed:
            yield Capture(
                place=now.place,
                side=now.side,
                loser=before.side if before else None,
                day=now.first,
                evidence=(now.id, before.id) if before else (now.id,),
            )
        before = now
