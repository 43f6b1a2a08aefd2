"""States as parties: "aid to Somalia" goes to the state, though Somalia is also the place."""

from dataclasses import dataclass, field, replace

from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.ontology import RegistryEntry, RegistryKind, registry
from khaldun.record import Actor, EventType, Mention, Span

_TOWARDS = frozenset(
    {"object", "indirect", "against", "on", "at", "into", "toward", "towards", "over", "of"}
)
_GIVEN = _TOWARDS | {"to", "for", "from", "with", "in", "between", "near"}
_SPOKEN_TO = frozenset({"object", "indirect", "to", "with", "against", "on"})
# A bombed capital is a city, not its state.
_PHYSICAL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT})
_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})


@dataclass(slots=True, kw_only=True)
class States:
    """The states of one draft that events make parties of; new ones get an actor record."""

    draft: Draft
    made: list[Actor] = field(default_factory=list)
    named: dict[int, str] = field(default_factory=dict)

    def at(self, word: Word, place: str, kind: EventType) -> tuple[str, ...]:
        """The state whose name `word` is, if an event of this type is done to what stands there.

        An attack "on Syria" is one on the state, fighting "in Syria" is not; aid "to" or "in"
        Syria goes to it.
        """
        if place not in (_TOWARDS if kind in _HOSTILE else _GIVEN):
            return ()
        entry = self._state(word, seats=place in _SPOKEN_TO and kind not in _PHYSICAL)
        if entry is None:
            return ()
        self.named[word.index] = self._actor(entry, word)
        return (self.named[word.index],)

    def actors(self) -> tuple[Actor, ...]:
        """All actors of the draft, with those that were made."""
        return (*self.draft.actors, *self.made)

    def _state(self, word: Word, *, seats: bool) -> RegistryEntry | None:
        """The state that a country's name, or with `seats` its capital's, stands for."""
        place_id = self.draft.place_ids.get(word.index)
        place = next((p for p in self.draft.places if p.id == place_id), None)
        if place is None:
            return None
        if place.kind == "country" and place.country is not None:
            return registry().state(place.country)
        entry = registry().by_seat(place.name) if seats else None
        return entry if entry is not None and entry.kind is RegistryKind.STATE else None

    def _actor(self, entry: RegistryEntry, word: Word) -> str:
        names = (entry.id, entry.wikidata)
        known = next((a for a in self.actors() if a.registry_id and a.registry_id in names), None)
        if known is not None:
            return known.id
        made = Actor(
            id=f"a{len(self.actors()) + 1}",
            name=entry.name,
            sector=entry.sector,
            country=entry.country,
            registry_id=entry.id,
            mentions=(Mention(span=self._span(word)),),
        )
        self.made.append(made)
        return made.id

    def _span(self, word: Word) -> Span:
        """All words of the place's name that stand together with `word`."""
        ids, words = self.draft.place_ids, self.draft.syntax.words
        first = last = word.index
        while first and ids.get(first - 1) == ids[word.index]:
            first -= 1
        while ids.get(last + 1) == ids[word.index]:
            last += 1
        return self.draft.syntax.span(words[first : last + 1])


def with_states(draft: Draft, states: States) -> Draft:
    """The draft with the actors that `states` made, and the words that name a state as a party."""
    return replace(
        draft, actors=states.actors(), actor_ids={**draft.actor_ids, **_each(states.named)}
    )


def _each(named: dict[int, str]) -> dict[int, tuple[str, ...]]:
    return {index: (actor,) for index, actor in named.items()}
