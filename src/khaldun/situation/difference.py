"""What changed between two situations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from khaldun.situation.model import Initiative, Situation, Standing


class ChangeKind(StrEnum):
    """How a finding of the second situation differs from the first."""

    APPEARED = "appeared"
    ENDED = "ended"
    CHANGED = "changed"


class Field(StrEnum):
    """What a finding is of."""

    ALLIANCE = "alliance"
    BACKING = "backing"
    OPPOSITION = "opposition"
    CONTROL = "control"
    INITIATIVE = "initiative"
    PHASE = "phase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One change, with the ids of the parties or place that it is of and its evidence.

    `before` and `after` are what the finding says in each: for backing the means, for control
    and initiative the id of who has it ("contested" where nobody has), for the phase its name.
    """

    field: Field
    change: ChangeKind
    of: tuple[str, ...]
    before: str | None
    after: str | None
    evidence: tuple[str, ...]


CONTESTED = "contested"
HOLDS = "holds"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    says: str
    evidence: tuple[str, ...]


_Findings = dict[tuple[Field, tuple[str, ...]], _Finding]


def difference(before: Situation, after: Situation) -> tuple[Difference, ...]:
    """What is different in `after`, by what it is of; nothing where both say the same."""
    one, other = _findings(before), _findings(after)
    return tuple(_changes(one, other))


def _changes(one: _Findings, other: _Findings) -> Iterator[Difference]:
    order = {field: number for number, field in enumerate(Field)}
    for key in sorted({*one, *other}, key=lambda k: (order[k[0]], k[1])):
        first, second = one.get(key), other.get(key)
        if first is None or second is None or first.says != second.says:
            yield _change(key, first, second)


def _change(
    key: tuple[Field, tuple[str, ...]], first: _Finding | None, second: _Finding | None
) -> Difference:
    change = ChangeKind.CHANGED
    if first is None or second is None:
        change = ChangeKind.APPEARED if first is None else ChangeKind.ENDED
    sides = [finding for finding in (first, second) if finding is not None]
    return Difference(
        field=key[0],
        change=change,
        of=key[1],
        before=first.says if first else None,
        after=second.says if second else None,
        evidence=tuple(dict.fromkeys(i for side in sides for i in side.evidence)),
    )


def _findings(situation: Situation) -> _Findings:
    found: _Findings = {}
    found.update(_standings(Field.ALLIANCE, situation.alliances))
    found.update(_standings(Field.BACKING, situation.backing))
    found.update(_standings(Field.OPPOSITION, situation.opposition))
    for held in situation.control:
        says = _Finding(says=held.holder, evidence=held.grounds.evidence)
        found[Field.CONTROL, (held.place,)] = says
    if situation.initiative is not None:
        found[Field.INITIATIVE, ()] = _initiative(situation.initiative)
    if situation.phases:
        first = situation.phases[0]
        found[Field.PHASE, ()] = _Finding(says=first.phase, evidence=first.grounds.evidence)
    return found


def _standings(field: Field, standings: Iterable[Standing]) -> _Findings:
    found: _Findings = {}
    for item in standings:
        key = (field, (item.subject, item.target))
        says, evidence = ", ".join(item.means) or HOLDS, item.grounds.evidence
        if key in found:
            says = ", ".join(dict.fromkeys((found[key].says, says)))
            evidence = (*found[key].evidence, *evidence)
        found[key] = _Finding(says=says, evidence=evidence)
    return found


def _initiative(initiative: Initiative) -> _Finding:
    return _Finding(says=initiative.holder or CONTESTED, evidence=initiative.grounds.evidence)
