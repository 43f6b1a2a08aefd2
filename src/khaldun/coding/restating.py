"""Reports that only tell again what another sentence tells more fully: a headline and its lead.

A second mention that adds anything (a party, a count, a day, a place, a source, a doubt) is a
statement of its own and stays.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from khaldun.coding.draft import Draft, Dropped, Event
from khaldun.record import Quantity, QuantityRole, Report, SegmentKind, TimeBasis, When

NAME = "restating.v1"

_LOOKED_AT = 12  # reports that share a party or a count, the nearest before
_HEADLINE, _ASIDE, _MAIN = range(3)
_DEFINITE = frozenset({"the", "this", "that"})
# A commander that is captured and then "detained" is taken once.
_CAPTIVITY = "taken"
_TAKING = frozenset({"abduct", "arrest"})
_TAKEN = (QuantityRole.CAPTURED, QuantityRole.DETAINED)
_BACKGROUND = frozenset({"relcl", "acl", "advcl"})


def without_restated(
    draft: Draft, reports: Sequence[Report]
) -> tuple[tuple[Report, ...], tuple[Dropped, ...]]:
    """The reports that stand, and those that another one tells, with the reason.

    `reports` are those of `draft.events`, one each, in the same order.
    """
    ranks = {r.id: _rank(draft, r, e) for r, e in zip(reports, draft.events, strict=True)}
    told: dict[object, list[Report]] = defaultdict(list)
    gone: dict[str, Report] = {}
    for report in reports:
        for other in _akin(told, report):
            if other.id in gone:
                continue
            less = _told_again(report, other, ranks)
            if less is not None:
                gone[less.id] = other if less is report else report
            if less is report:
                break
        for key in _keys(report):
            told[key].append(report)
    dropped = tuple(
        Dropped(
            stage=NAME,
            span=r.trigger,
            reason=f"{r.type}: told more fully by “{gone[r.id].trigger.quote}”",
        )
        for r in reports
        if r.id in gone
    )
    return tuple(r for r in reports if r.id not in gone), dropped


def _told_again(report: Report, other: Report, ranks: Mapping[str, int]) -> Report | None:
    """Which of the two only tells again what the other tells, None where both add something."""
    if report.evidence == other.evidence:
        return None
    for less, more in sorted(((report, other), (other, report)), key=lambda p: ranks[p[0].id]):
        if ranks[less.id] < _MAIN and _says_no_more(less, more):
            return less
    return None


def _akin(told: dict[object, list[Report]], report: Report) -> Iterator[Report]:
    """The nearest earlier reports that share a party or a count with this one."""
    seen: set[str] = set()
    for key in _keys(report):
        for other in reversed(told[key][-_LOOKED_AT:]):
            if other.id not in seen:
                seen.add(other.id)
                yield other


def _keys(report: Report) -> Iterator[object]:
    act = _CAPTIVITY if _takes(report) else report.type
    for party in (*report.actors, *report.recipients):
        yield act, party
    for quantity in report.quantities:
        yield act, _count(quantity)


def _takes(report: Report) -> bool:
    """Whether somebody was taken, be it called a capture or an arrest."""
    return not _TAKING.isdisjoint(report.modes)


def _modes(report: Report) -> set[str]:
    return {_CAPTIVITY if mode in _TAKING else mode for mode in report.modes}


def _count(quantity: Quantity) -> tuple[object, ...]:
    role = _CAPTIVITY if quantity.role in _TAKEN else quantity.role
    return role, quantity.minimum, quantity.maximum


def _rank(draft: Draft, report: Report, event: Event) -> int:
    """How readily it gives way: headlines first, then "the attack", side clauses and counts."""
    word = event.trigger
    if draft.syntax.sentences[word.sentence].kind is SegmentKind.HEADLINE:
        return _HEADLINE
    if word.pos == "VERB":
        return _ASIDE if word.dep in _BACKGROUND or report.quantities else _MAIN
    definite = any(c.dep == "det" and c.lower in _DEFINITE for c in word.children)
    return _ASIDE if definite else _MAIN


def _says_no_more(report: Report, other: Report) -> bool:
    """Whether `other` tells all that `report` tells, of the same act."""
    counts = {_count(q) for q in other.quantities}
    counted = {q.of for q in report.quantities if _count(q) in counts and q.maximum != 1}
    parties = {*other.actors, *other.recipients}
    return (
        _modes(report) <= _modes(other)
        and set(report.actors) <= set(other.actors)
        and set(report.recipients) <= parties | counted
        and all(_count(q) in counts for q in report.quantities)
        and _is_within(report, other)
    )


def _is_within(report: Report, other: Report) -> bool:
    """Whether place, time, means, source and certainty of `report` are those of `other`."""
    return (
        report.place in (None, other.place)
        and report.instrument in (None, other.instrument)
        and _is_same_time(report.when, other.when)
        and report.status is other.status
        and report.certainty.value is other.certainty.value
        and _holders(report) == _holders(other)
    )


def _holders(report: Report) -> list[str | None]:
    return [link.actor for link in report.attribution]


def _is_same_time(when: When, other: When) -> bool:
    """Whether a time that the text states is also the other's."""
    if when.basis is not TimeBasis.STATED or when.time == other.time:
        return True
    days = when.earliest, when.latest
    return any(days) and days == (other.earliest, other.latest)
