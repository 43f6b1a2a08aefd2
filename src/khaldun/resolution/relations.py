"""Relations of all documents to ties: what holds between two parties over an interval.

All relations of one type between the same two parties lie in one block. In the order of time,
what says that the tie holds lengthens the interval; what says that it is over, or holds no more,
ends it; what says later that it holds begins another.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from khaldun.record import (
    Bound,
    Contradiction,
    ContradictionKind,
    Factuality,
    Means,
    Relation,
    RelationType,
    Stated,
    Tie,
)
from khaldun.resolution.digests import digest
from khaldun.resolution.model import NONE, Context, Decisions, ResolvedTie
from khaldun.resolution.origins import origins_of

_SYMMETRIC = frozenset({RelationType.ALLIED_WITH, RelationType.OPPOSES, RelationType.LIAISES_WITH})
_HELD = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNCOMMITTED)
_ORDER = tuple(Factuality)
Said = Stated[Relation]


def relation_key(stated: Said) -> str:
    """The block of a relation: its type and its two parties, sorted where it goes both ways."""
    subject, target = _parties(stated.item)
    return f"{stated.item.type}|{subject}|{target}"


def resolve_relations(
    relations: Iterable[Said], context: Context, decisions: Decisions = NONE
) -> tuple[ResolvedTie, ...]:
    """The ties of a set of relations that has all of each block, in order of id.

    Every relation is in one tie, as ground of it or as what contradicts it. `decisions` can
    keep relations out of a tie (`apart`): they then make ties of their own.
    """
    blocks: dict[str, list[Said]] = defaultdict(list)
    for item in {item.id: item for item in relations}.values():
        blocks[relation_key(item)].append(item)
    found = [
        ResolvedTie(block=key, tie=_tie(interval, context))
        for key in sorted(blocks)
        for part in _parted(blocks[key], decisions)
        for interval in _intervals(part)
    ]
    return tuple(sorted(found, key=lambda resolved: resolved.tie.id))


def _parties(relation: Relation) -> tuple[str, str]:
    if relation.type in _SYMMETRIC and relation.target < relation.subject:
        return relation.target, relation.subject
    return relation.subject, relation.target


def _parted(members: Sequence[Said], decisions: Decisions) -> list[list[Said]]:
    """The relations of a block as people put them apart."""
    parts: list[list[Said]] = []
    for item in sorted(members, key=lambda m: m.id):
        apart = decisions.apart_from(item.id)
        home = next((p for p in parts if not any(m.id in apart for m in p)), None)
        if home is None:
            parts.append([item])
        else:
            home.append(item)
    return parts


@dataclass(slots=True)
class _Interval:
    """A tie in the making: what says that it holds, that it ends, and what denies it."""

    holds: list[Said] = field(default_factory=list)
    ends: list[Said] = field(default_factory=list)
    denies: list[Said] = field(default_factory=list)


def _intervals(members: Sequence[Said]) -> list[_Interval]:
    """Intervals in the order of time; denials go to the interval in which they fall."""
    found = [_Interval()]
    for item in sorted(members, key=_in_time):
        current = found[-1]
        if item.item.over or (_is_negative(item.item) and _is_over(item, current)):
            current.ends.append(item)
        elif _is_negative(item.item):
            current.denies.append(item)
        elif current.ends and _resumes(item, current):
            found.append(_Interval(holds=[item]))
        else:
            current.holds.append(item)
    return found


def _is_negative(relation: Relation) -> bool:
    return relation.certainty.value not in _HELD


def _is_over(item: Said, interval: _Interval) -> bool:
    """Whether a negative relation ends a tie rather than denies it.

    It does where the tie is known to have held before, and where it is not one of the two
    parties who says so: "Egypt no longer backs the general" against "Egypt denies backing him".
    """
    if item.item.certainty.value is not Factuality.CERTAINLY_NOT:
        return False
    own = {item.item.subject, item.item.target}
    if any(link.actor in own for link in item.item.attribution):
        return False
    day, last = _day(item), max((_day(held) for held in interval.holds), default=None)
    return last is not None and day is not None and last < day


def _resumes(item: Said, interval: _Interval) -> bool:
    """Whether the tie is said to hold after its end."""
    ended = max((_day(end) for end in interval.ends if _day(end)), default=None)
    day = item.item.when.earliest or item.item.when.latest
    return ended is not None and day is not None and day > ended


def _day(item: Said) -> date:
    """The last day that a relation speaks of, the first there is where none is known."""
    when = item.item.when
    return when.latest or when.earliest or date.min


def _in_time(item: Said) -> tuple[date, bool, str]:
    return _day(item), _is_negative(item.item), item.id


def _tie(interval: _Interval, context: Context) -> Tie:
    grounds = interval.holds or interval.ends or interval.denies
    said = [*interval.holds, *interval.ends, *interval.denies]
    origins = origins_of(said, context.lineages)
    subject, target = _parties(grounds[0].item)
    means = {m for item in said for m in item.item.means}
    return Tie(
        id=f"tie-{digest(min(item.id for item in said))}",
        type=grounds[0].item.type,
        subject=subject,
        target=target,
        certainty=_certainty(grounds),
        relations=tuple(sorted(item.id for item in said)),
        sources=origins.names,
        means=tuple(m for m in Means if m in means),
        began=_began(interval.holds),
        attested=_attested(interval.holds),
        ended=_ended(interval.ends),
        contradictions=_denials(interval),
    )


def _certainty(grounds: Sequence[Said]) -> Factuality:
    """The value that most of the grounds have; of as many, the surer."""
    values = [item.item.certainty.value for item in grounds]
    return min(set(values), key=lambda v: (-values.count(v), _ORDER.index(v)))


def _began(holds: Sequence[Said]) -> Bound | None:
    """By when it held at the latest: the earliest of the days on which it is known to hold.

    A stated beginning ("since 2015") bounds it from below too; a mere attestation does not.
    """
    days = sorted((day, item.id) for item in holds if (day := _known_from(item)) is not None)
    if not days:
        return None
    first = days[0][0]
    stated = [i for i in holds if i.item.when.earliest == first and i.item.when.latest is None]
    ground = [item.id for item in holds if _known_from(item) == first]
    return Bound(earliest=first if stated else None, latest=first, relations=tuple(sorted(ground)))


def _known_from(item: Said) -> date | None:
    """The first day on which the tie is known to hold: the end of its range, if it has one."""
    when = item.item.when
    return when.earliest if when.latest is None else when.latest


def _attested(holds: Sequence[Said]) -> date | None:
    """The last day on which a document says that it held; for what is not over, its publication."""
    days = [d for item in holds if (d := _attested_on(item)) is not None]
    return max(days, default=None)


def _attested_on(item: Said) -> date | None:
    when = item.item.when
    if when.latest is None and item.published is not None:
        return max(item.published.earliest, when.earliest or item.published.earliest)
    return when.latest or when.earliest


def _ended(ends: Sequence[Said]) -> Bound | None:
    """The days in which it ended: after the last beginning of a range, by its earliest end."""
    if not ends:
        return None
    days = [day for item in ends if (day := item.item.when.latest or item.item.when.earliest)]
    starts = [item.item.when.earliest for item in ends if item.item.when.earliest is not None]
    latest = min(days, default=None)
    earliest = min((d for d in starts if latest is None or d <= latest), default=None)
    return Bound(
        earliest=earliest, latest=latest, relations=tuple(sorted(item.id for item in ends))
    )


def _denials(interval: _Interval) -> tuple[Contradiction, ...]:
    one = tuple(sorted(item.id for item in interval.holds))
    other = tuple(sorted(item.id for item in interval.denies))
    if not one or not other:
        return ()
    return (Contradiction(kind=ContradictionKind.DENIED, one=one, other=other),)
