"""Reports to events: which reports of all documents are of one event.

Three steps, each of which looks only so far: reports of an exact day are grouped within their
block; the others join the one group of the days that they allow, or are grouped in their own
block; groups without an exact day join the earlier one that they repeat. A report that fits two
events equally well stays an event of its own and joins nothing together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from operator import attrgetter

from khaldun.record import Report, Stated
from khaldun.resolution.blocks import LOOK_BACK, is_narrow
from khaldun.resolution.facts import Facts, facts_of, parties_of
from khaldun.resolution.grouping import (
    Group,
    Shelf,
    fitting,
    most_exact_first,
    parted,
    shelve,
    told_apart,
)
from khaldun.resolution.matching import TWICE, repeats
from khaldun.resolution.model import NONE, Context, Decisions, ResolvedEvent
from khaldun.resolution.summary import event_of
from khaldun.resolution.unions import Unions

Shelves = Mapping[str, Shelf]


def resolve_reports(
    reports: Iterable[Stated[Report]], context: Context, decisions: Decisions = NONE
) -> tuple[ResolvedEvent, ...]:
    """The events of a set of reports, in order of id; every report is in exactly one.

    The events of a block are right if the blocks that it needs (see `reach`) are in the set.
    """
    stated = {item.id: item for item in reports}
    parties = parties_of(context)
    facts = (facts_of(item, context, parties) for item in stated.values())
    groups = group(facts, decisions)
    made = (_resolved(found, stated, context) for found in _decided(groups, decisions))
    return tuple(sorted(made, key=lambda resolved: resolved.event.id))


def group(facts: Iterable[Facts], decisions: Decisions = NONE) -> list[list[Group]]:
    """Reports in groups, and groups of one event together, the earliest first."""
    blocks: dict[str, list[Facts]] = defaultdict(list)
    for item in facts:
        blocks[item.block].append(item)
    for members in blocks.values():
        members.sort(key=most_exact_first)
    names = sorted(blocks)
    exact = {name: _exact_groups(blocks[name], decisions) for name in names}
    vague = {name: _vague_groups(blocks[name], exact, decisions) for name in names}
    return _joined(exact, vague, decisions)


def _exact_groups(members: Sequence[Facts], decisions: Decisions) -> Shelf:
    return shelve((item for item in members if item.exact), decisions)


def _vague_groups(members: Sequence[Facts], exact: Shelves, decisions: Decisions) -> Shelf:
    """Groups of the reports that fit no group of an exact day."""
    left: list[Facts] = []
    alone: list[Group] = []
    for item in members:
        if item.exact:
            continue
        found = told_apart(item, fitting(item, _on_its_days(item, exact), decisions))
        if len(found) == 1:
            found[0].add(item, to_core=False)
        elif found:
            alone.append(Group.of(item, is_open=False))
        else:
            left.append(item)
    shelf = shelve(left, decisions)
    shelf.groups.extend(alone)
    return shelf


def _on_its_days(facts: Facts, exact: Shelves) -> Iterator[Group]:
    if not is_narrow((facts.first, facts.last)) or facts.first is None or facts.last is None:
        return
    sought = facts.sought
    for back in range((facts.last - facts.first).days + 1):
        shelf = exact.get(_block(facts, back))
        if shelf is not None:
            yield from shelf.near(sought)


def _block(facts: Facts, back: int) -> str:
    """The block of the day so many days before the last of a report."""
    day = facts.last and facts.last - timedelta(days=back)
    return f"{facts.family}|{day}"


def _joined(exact: Shelves, vague: Shelves, decisions: Decisions) -> list[list[Group]]:
    """Groups with the later groups that repeat them.

    Only a group that repeats none itself takes others in: what a group is joined with then
    never depends on more than a few days, however long a war is reported.
    """
    every = [g for name in exact for shelf in (exact[name], vague[name]) for g in shelf.groups]
    earlier = {id(g): _earlier(g, exact if g.head.exact else vague, decisions) for g in every}
    joined = {id(g): [g] for g in every}
    for one in every:
        heads = [other for other in earlier[id(one)] if not earlier[id(other)]]
        if len(heads) == 1 and not any(parted(one, g, decisions) for g in joined[id(heads[0])]):
            joined[id(heads[0])].append(one)
            del joined[id(one)]
    return list(joined.values())


def _earlier(one: Group, shelves: Shelves, decisions: Decisions) -> list[Group]:
    """Groups of the days before that this one repeats, the best.

    An exact day is looked for on the day before, and only where counts can show that one of
    the two days is wrong; what has no exact day did not fit one and looks among its like.
    """
    head = one.head
    if not one.open or not is_narrow((head.first, head.last)):
        return []
    days = LOOK_BACK if not head.exact else int(len(head.amounts) >= TWICE)
    found = (shelves.get(_block(head, back)) for back in range(1, days + 1))
    sought = head.sought if days else ()
    near = (other for shelf in found if shelf is not None for other in shelf.near(sought))
    kept = (g for g in near if not parted(one, g, decisions))
    return fitting(head, kept, decisions, repeats)


def _decided(groups: Sequence[list[Group]], decisions: Decisions) -> list[list[Group]]:
    """The groups after people put some together."""
    home = {m.id: i for i, joined in enumerate(groups) for g in joined for m in g.members}
    unions = Unions(range(len(groups)))
    for one, other in sorted(decisions.together):
        if one in home and other in home:
            unions.join(home[one], home[other])
    return [[g for i in joined for g in groups[i]] for joined in unions.sets()]


def _resolved(
    groups: Sequence[Group], stated: Mapping[str, Stated[Report]], context: Context
) -> ResolvedEvent:
    members = sorted((m for g in groups for m in g.members), key=attrgetter("id"))
    facts = {member.id: member for member in members}
    event = event_of([stated[m.id] for m in members], facts, context)
    return ResolvedEvent(block=min(g.head.block for g in groups), event=event)
