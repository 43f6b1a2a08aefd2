"""Actors across documents: which descriptions are of one state, body, group or person.

A *description* is an actor of a document without its mentions; equal descriptions of many
documents are one. Order never matters: registry entries come first, then the fullest names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from khaldun.ontology.registry import fold_name
from khaldun.record import Actor, Office
from khaldun.resolution.alikeness import Likeness, likeness
from khaldun.resolution.digests import digest
from khaldun.resolution.model import NONE, Decisions, Membership, ResolvedActor
from khaldun.resolution.names import is_acronym, is_generic, skeleton, state_body, words_of
from khaldun.resolution.unions import Unions

_DECIDED = Likeness(score=1.0, reason="decided by a person")
_FIRST = Likeness(score=1.0, reason="its own name")
_REGISTERED = Likeness(score=1.0, reason="same entry of the registry")


def actor_keys(actor: Actor) -> tuple[str, ...]:
    """Keys of a description: two can only be of one actor if they share one.

    A generic description ("gunmen") has the key of its own id alone.
    """
    if is_generic(actor):
        return (f"only:{actor.id}",)
    found = {f"entry:{actor.registry_id}"} if actor.registry_id else set()
    body = state_body(actor)
    if body is not None:
        found.add(f"body:{actor.country}:{body}")
    for name in (actor.name, *actor.aliases):
        found |= _name_keys(actor, name)
    return tuple(sorted(found))


def _name_keys(actor: Actor, name: str) -> set[str]:
    words = words_of(name)
    if not words:
        return set()
    if actor.person:
        return {f"person:{skeleton(words[-1])}"}
    if len(words) == 1 and not is_acronym(name) and name != actor.name:
        return set()  # "Libyan", "Moscow" for a state: its entry is its key
    return {f"name:{' '.join(skeleton(w) for w in words)}"}


def resolve_actors(
    members: Iterable[Actor], decisions: Decisions = NONE
) -> tuple[ResolvedActor, ...]:
    """The actors of a set of descriptions that is closed under shared keys, in order of id.

    Each description is of exactly one actor.
    """
    groups = _Groups(decisions)
    for member in sorted(set(members), key=_fullest_first):
        groups.add(member)
    decided = _decided(groups.all, decisions)
    ids = _entity_ids(decided)
    made = (_resolved(group, name) for group, name in zip(decided, ids, strict=True))
    return tuple(sorted(made, key=lambda r: r.actor.id))


def _fullest_first(actor: Actor) -> tuple[object, ...]:
    known = (actor.country is not None) + (actor.sector is not None)
    return (actor.registry_id is None, -len(words_of(actor.name)), -known, actor.id)


@dataclass(slots=True)
class _Group:
    """Descriptions of one actor, with why each is of it; the first is what it is."""

    members: list[tuple[Actor, Likeness]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def add(self, actor: Actor, why: Likeness) -> None:
        self.members.append((actor, why))
        self.ids.add(actor.id)


class _Groups:
    """The actors so far, found by the keys of their descriptions."""

    def __init__(self, decisions: Decisions) -> None:
        self.all: list[_Group] = []
        self._decisions = decisions
        self._by_key: dict[str, list[_Group]] = defaultdict(list)

    def add(self, actor: Actor) -> None:
        keys = actor_keys(actor)
        group, why = self._fitting(actor, keys)
        if group is None:
            group, why = _Group(), _FIRST
            self.all.append(group)
        group.add(actor, why)
        for key in keys:
            if group not in self._by_key[key]:
                self._by_key[key].append(group)

    def _fitting(self, actor: Actor, keys: Iterable[str]) -> tuple[_Group | None, Likeness]:
        """The one group that the description is of; none where two fit it equally well."""
        apart = self._decisions.apart_from(actor.id)
        near = {id(g): g for key in keys for g in self._by_key[key] if not apart & g.ids}
        scored = [(found, g) for g in near.values() if (found := _like(actor, g)) is not None]
        if not scored:
            return None, _FIRST
        best, group = max(scored, key=lambda pair: pair[0].score)
        rivals = [found for found, _ in scored if found.score > best.score - 0.05]
        return (group, best) if len(rivals) == 1 else (None, _FIRST)


def _like(actor: Actor, group: _Group) -> Likeness | None:
    """How the description is like the group: one member speaks for it, none may speak against."""
    found: list[Likeness] = []
    for other, _ in group.members:
        if actor.registry_id and actor.registry_id == other.registry_id:
            return _REGISTERED
        pair = likeness(actor, other)
        if pair.score < 0:
            return None
        found.append(pair)
    best = max(found, key=lambda pair: pair.score)
    return best if best.score > 0 else None


def _decided(groups: Sequence[_Group], decisions: Decisions) -> list[_Group]:
    """The groups after people put some together."""
    home = {member: i for i, group in enumerate(groups) for member in group.ids}
    unions = Unions(range(len(groups)))
    for one, other in sorted(decisions.together):
        if one in home and other in home:
            unions.join(home[one], home[other])
    return [_merged([groups[i] for i in joined]) for joined in unions.sets()]


def _merged(groups: Sequence[_Group]) -> _Group:
    merged = groups[0]
    for group in groups[1:]:
        for actor, _ in group.members:
            merged.add(actor, _DECIDED)
    return merged


def _resolved(group: _Group, name: str) -> ResolvedActor:
    actors = [actor for actor, _ in group.members]
    first = actors[0]
    names = {name for a in actors for name in (a.name, *a.aliases)}
    return ResolvedActor(
        actor=Actor(
            id=name,
            name=first.name,
            sector=first.sector or _commonest(a.sector for a in actors),
            country=first.country or _commonest(a.country for a in actors),
            person=first.person,
            registry_id=first.registry_id,
            aliases=tuple(sorted(names - {first.name})),
            offices=_offices(actors),
        ),
        members=tuple(
            Membership(member=actor.id, score=why.score, reason=why.reason)
            for actor, why in sorted(group.members, key=lambda pair: pair[0].id)
        ),
    )


def _entity_ids(groups: Sequence[_Group]) -> list[str]:
    """The entry of the registry, else an id made of the smallest description.

    Where a person split an entry, it stays with the smallest of its descriptions.
    """
    smallest = [min(group.ids) for group in groups]
    entries = [group.members[0][0].registry_id for group in groups]
    owners: dict[str, str] = {}
    for entry, member in zip(entries, smallest, strict=True):
        if entry is not None:
            owners[entry] = min(member, owners.get(entry, member))
    return [
        entry if entry is not None and owners[entry] == member else f"actor-{digest(member)}"
        for entry, member in zip(entries, smallest, strict=True)
    ]


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _offices(actors: Iterable[Actor]) -> tuple[Office, ...]:
    titles = {fold_name(office.title): office.title for a in actors for office in a.offices}
    return tuple(Office(title=titles[folded]) for folded in sorted(titles))
