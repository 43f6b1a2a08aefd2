"""States as parties: "aid to Somalia" goes to the state, though Somalia is also the place."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.coding.syntax import Word
from khaldun.ontology import registry
from khaldun.record import Actor, EventType, Mention, Place

_TOWARDS = ("to", "on", "against", "for", "from", "with", "into", "in", "between", "of")
_ACTED_UPON = frozenset(
    {
        EventType.AID,
        EventType.SANCTION,
        EventType.COOPERATE,
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.THREATEN,
    }
)


@dataclass(slots=True, kw_only=True)
class States:
    """The states of one draft that events make parties of; new ones get an actor record."""

    draft: Draft
    made: list[Actor] = field(default_factory=list)

    def recipient(self, predicate: Predicate, kind: EventType) -> tuple[str, ...]:
        """The state that the event is done to, where only its name as a place says so."""
        if kind not in _ACTED_UPON:
            return ()
        for word in self._towards(predicate):
            named = next((c for c in word.children if c.index in self.draft.actor_ids), None)
            if named is not None and named.dep in ("amod", "poss", "compound"):
                return self.draft.actor_ids[named.index]
            place = self._place(word)
            if place is not None and place.kind == "country":
                found = self._actor(place, word)
                if found is not None:
                    return (found,)
        return ()

    def actors(self) -> tuple[Actor, ...]:
        """All actors of the draft, with those that were made."""
        return (*self.draft.actors, *self.made)

    def _towards(self, predicate: Predicate) -> Iterable[Word]:
        yield from predicate.by_role(Role.OBJECT)
        for preposition in _TOWARDS:
            yield from predicate.by_role(Role.OBLIQUE, preposition)

    def _place(self, word: Word) -> Place | None:
        place_id = self.draft.place_ids.get(word.index)
        return next((p for p in self.draft.places if p.id == place_id), None)

    def _actor(self, place: Place, word: Word) -> str | None:
        entry = registry().state(place.country) if place.country else None
        if entry is None:
            return None
        known = next((a for a in self.actors() if a.registry_id == entry.id), None)
        if known is not None:
            return known.id
        made = Actor(
            id=f"a{len(self.actors()) + 1}",
            name=entry.name,
            sector=entry.sector,
            country=entry.country,
            registry_id=entry.id,
            mentions=(Mention(span=self.draft.syntax.span([word])),),
        )
        self.made.append(made)
        return made.id


def with_states(draft: Draft, states: States) -> Draft:
    """The draft with the actors that `states` made, and the words that name them."""
    if not states.made:
        return draft
    at = {m.span.start: a.id for a in states.made for m in a.mentions}
    ids = {w.index: (at[w.start],) for w in draft.syntax.words if w.start in at}
    return replace(draft, actors=states.actors(), actor_ids={**draft.actor_ids, **ids})
