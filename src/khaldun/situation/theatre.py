"""What belongs to a theatre: the events, ties and statements of control of a country or place."""

from collections.abc import Mapping
from dataclasses import dataclass

from khaldun.record import Account, Event, Place, Relation, Stated, Tie
from khaldun.situation.model import Theatre


def narrowed(account: Account, theatre: Theatre) -> Account:
    """The events, ties and relations of `account` that belong to the theatre.

    Of a country are its places and the actors that have it as their country; of a place, the
    parties to what happened there and to ties with it.
    """
    if theatre.country is None and theatre.place is None:
        return account
    ground = _ground(account, theatre)
    return Account(
        entities=account.entities,
        places=account.places,
        events=tuple(event for event in account.events if ground.has_event(event)),
        ties=tuple(tie for tie in account.ties if ground.has_tie(tie)),
        relations=tuple(stated for stated in account.relations if ground.has_relation(stated)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """The places of a theatre and the parties at home in it."""

    places: frozenset[str]
    known: frozenset[str]
    members: frozenset[str]
    both: bool

    def has_event(self, event: Event) -> bool:
        """By its places; only an event without any by its parties."""
        if event.places:
            return not self.places.isdisjoint(event.places)
        return not self.both and not self.members.isdisjoint((*event.actors, *event.recipients))

    def has_tie(self, tie: Tie) -> bool:
        return self._has(tie.subject, tie.target)

    def has_relation(self, stated: Stated[Relation]) -> bool:
        return self._has(stated.item.subject, stated.item.target)

    def _has(self, subject: str, target: str) -> bool:
        if target in self.known:
            return target in self.places
        inside = (subject in self.members, target in self.members)
        return all(inside) if self.both else any(inside)


def _ground(account: Account, theatre: Theatre) -> _Ground:
    known = {place.id: place for place in account.places}
    places = frozenset(_places(known, theatre))
    members = _at(account, places) if theatre.place else _of(account, theatre.country)
    return _Ground(
        places=places,
        known=frozenset(known),
        members=frozenset(members),
        both=theatre.place is not None,
    )


def _places(known: Mapping[str, Place], theatre: Theatre) -> set[str]:
    if theatre.place is not None:
        return {theatre.place}
    return {place.id for place in known.values() if place.country == theatre.country}


def _of(account: Account, country: str | None) -> set[str]:
    return {entity.actor.id for entity in account.entities if entity.actor.country == country}


def _at(account: Account, places: frozenset[str]) -> set[str]:
    events = (event for event in account.events if not places.isdisjoint(event.places))
    parties = {party for event in events for party in (*event.actors, *event.recipients)}
    return parties | {tie.subject for tie in account.ties if tie.target in places}
