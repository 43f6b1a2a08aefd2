"""Ties on a day: which hold, since when, and how old the last word of them is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from khaldun.record import Bound, Means, RelationType, Tie
from khaldun.situation.model import Standing
from khaldun.situation.rules import DENIED, grounds


def since(tie: Tie) -> date | None:
    """The first day on which the tie is known to hold, None where nothing dates it."""
    return _settled(tie.began) or tie.attested


def until(tie: Tie) -> date | None:
    """The first day on which it may hold no longer, None while no end is known."""
    return None if tie.ended is None else tie.ended.earliest or tie.ended.latest


def holds(tie: Tie, day: date) -> bool:
    """Whether the tie is known to hold on `day`."""
    first, end = since(tie), until(tie)
    if tie.certainty in DENIED or first is None or day < first:
        return False
    return tie.ended is None or (end is not None and day < end)


def standing(tie: Tie, day: date) -> Standing:
    """The tie as it stands on `day`, on which it must hold."""
    first = since(tie)
    assert first is not None  # noqa: S101 - `holds` asked for a date
    return Standing(
        tie=tie.id,
        type=tie.type,
        subject=tie.subject,
        target=tie.target,
        certainty=tie.certainty,
        since=first,
        means=tie.means,
        disputed=bool(tie.contradictions),
        grounds=grounds(day, max(first, tie.attested or first), (tie.id, *tie.relations)),
    )


def of_type(
    ties: Iterable[Tie], kind: RelationType, day: date, same: Mapping[str, str] | None = None
) -> tuple[Standing, ...]:
    """The ties of one type that hold on `day`, by their parties; one for those that are the same.

    `same` names the party that several count as.
    """
    known = same or {}
    by_parties: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        if tie.type is kind and holds(tie, day):
            parties = known.get(tie.target, tie.target), known.get(tie.subject, tie.subject)
            by_parties.setdefault(parties, []).append(tie)
    return tuple(
        _together([standing(tie, day) for tie in sorted(by_parties[parties], key=_place)])
        for parties in sorted(by_parties)
    )


def _place(tie: Tie) -> tuple[str, str, str]:
    return tie.target, tie.subject, tie.id


def _together(items: Sequence[Standing]) -> Standing:
    """What several ties between the same parties come to; the first, where there is one."""
    if len(items) == 1 and len(items[0].means) < 2:
        return items[0]
    latest = max(items, key=lambda item: (item.grounds.seen, item.tie))
    evidence = (i for item in items for i in item.grounds.evidence)
    means = {means for item in items for means in item.means}
    return replace(
        latest,
        since=min(item.since for item in items),
        means=tuple(m for m in Means if m in means),
        disputed=any(item.disputed for item in items),
        grounds=replace(latest.grounds, evidence=tuple(dict.fromkeys(evidence))),
    )


def undated(ties: Iterable[Tie]) -> tuple[str, ...]:
    """The ids of ties of which no day is known."""
    return tuple(t.id for t in ties if since(t) is None and t.certainty not in DENIED)


def _settled(bound: Bound | None) -> date | None:
    return None if bound is None else bound.latest or bound.earliest
