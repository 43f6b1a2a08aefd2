"""Blocks: which reports can be of one event, and how far a change reaches.

A report lies in one block: its type family with the last day on which it can have happened.
What the events of a block are depends on blocks at most `_REACH` days away and on nothing else,
so that a record is resolved piece by piece with the result of resolving it whole.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from khaldun.gazetteer.names import fold_name
from khaldun.record import EventType, Report, Stated, Status, TimeBasis, When
from khaldun.resolution.digests import digest
from khaldun.resolution.model import Reach

WIDEST = 7  # days; a report with a wider range is resolved only with those of the same range
RECENT = 3  # days before publication in which what is news without a date is held to have happened
LOOK_BACK = 3  # days that a group of reports looks back for an earlier group of the same event
# A report looks back over its range, its group over LOOK_BACK, and that group's head once more.
_REACH = WIDEST + 2 * LOOK_BACK
_FUTURE = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_FAMILIES = {
    EventType.CONCEDE: "RETREAT",  # freeing captives or pulling out, as offered or as carried out
    EventType.COOPERATE: "AID",  # material cooperation
    EventType.SUPPORT: "AGREE",  # signing and approving
}
Window = tuple[date | None, date | None]


def family(report: Report) -> str:
    """The types that are mistaken for each other, and whether it happened or lies ahead."""
    name = _FAMILIES.get(report.type, report.type)
    return f"{name}-" if report.status in _FUTURE else str(name)


def window(when: When) -> Window:
    """The days in which it happened; news without a date is held to be a few days old."""
    if when.earliest is None and when.latest is not None and when.basis is not TimeBasis.STATED:
        return when.latest - timedelta(days=RECENT), when.latest
    return when.earliest, when.latest


def is_narrow(days: Window) -> bool:
    """Whether a window has two ends that are at most a week apart."""
    first, last = days
    return first is not None and last is not None and (last - first).days <= WIDEST


def report_key(stated: Stated[Report]) -> str:
    """The block of a report; it depends on nothing but the report's type, status and time."""
    report = stated.item
    first, last = window(report.when)
    kind = family(report)
    if is_narrow((first, last)) and last is not None:
        return f"{kind}|{last.isoformat()}"
    if first is None and last is None:
        return f"{kind}|?{digest(fold_name(report.evidence.quote))}"
    return f"{kind}|{_written(first)}/{_written(last)}"


def reach(keys: Iterable[str], together: Sequence[Sequence[str]] = ()) -> Reach:
    """The blocks that can change when reports of these blocks are added, changed or taken away.

    `together` are groups of blocks whose reports a person put together: where one of a group
    is owned, all are.
    """
    owned: set[str] = set()
    waiting = set(keys)
    while waiting:
        owned |= {near for key in waiting for near in _near(key)}
        groups = [group for group in together if owned.intersection(group)]
        waiting = {key for group in groups for key in group} - owned
    needed = {near for key in owned for near in _near(key)}
    return Reach(owned=tuple(sorted(owned)), needed=tuple(sorted(needed)))


def _near(key: str) -> Iterable[str]:
    """The blocks of the same family at most `_REACH` days away."""
    kind, _, last = key.partition("|")
    if last.startswith("?") or "/" in last:
        return (key,)
    day = date.fromisoformat(last).toordinal()
    earliest = max(1, day - _REACH)
    latest = min(date.max.toordinal(), day + _REACH)
    return (f"{kind}|{date.fromordinal(d).isoformat()}" for d in range(earliest, latest + 1))


def _written(day: date | None) -> str:
    return "" if day is None else day.isoformat()
