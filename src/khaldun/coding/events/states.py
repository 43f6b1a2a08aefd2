"""States as parties: "aid to Somalia" goes to the state, though Somalia is also the place."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from khaldun.coding.draft import Draft, Event
from khaldun.coding.lexicon.loading import words
from khaldun.coding.mentions.nouns import lexicon
from khaldun.coding.mentions.phrases import noun_phrase
from khaldun.coding.syntax import Word
from khaldun.ontology import RegistryEntry, RegistryKind, registry
from khaldun.record import Actor, EventType, Mention, Place, Span

_TOWARDS = frozenset(
    {"object", "indirect", "against", "on", "at", "into", "toward", "towards", "over", "of"}
)
_GIVEN = _TOWARDS | {"to", "for", "from", "out of", "with", "in", "between", "near"}
_SPOKEN_TO = frozenset({"object", "indirect", "to", "with", "against", "on"})
# A bombed capital is a city, not its state.
_PHYSICAL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT})
_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})
# Meetings and accords are held in places that have no part in them.
_TWO_SIDED = frozenset({EventType.CONSULT, EventType.COOPERATE})
# Sectors of bodies that have no country of their own.
_BETWEEN_STATES = frozenset({"IGO", "NGO"})
_UNPEOPLED = frozenset({"water", "route", "mountain"})
_Ids = tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class States:
    """The states of one draft that events make parties of; new ones get an actor record."""

    draft: Draft
    made: list[Actor] = field(default_factory=list)
    named: dict[int, str] = field(default_factory=dict)
    inferred: dict[str, list[Mention]] = field(default_factory=dict)
    _known: dict[str, Actor] = field(default_factory=dict)
    _places: dict[str, Place] = field(default_factory=dict)
    _peoples: dict[tuple[str, str | None, str | None], Actor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known = {a.id: a for a in self.draft.actors}
        self._places = {p.id: p for p in self.draft.places}

    def at(self, word: Word, place: str, kind: EventType, actors: _Ids) -> _Ids:
        """The state whose name `word` is, if an event of this type is done to what stands there.

        An attack "on Syria" is one on the state, fighting "in Syria" is not; aid "to" or "in"
        Syria goes to it. A town or region stands for its state only where `actors` are foreign
        to it: "Hezbollah shelled Haifa" is done to Israel, a curfew of its own state is not.
        """
        if place == "owner":
            return self.named_by([word], actors)
        if place not in (_TOWARDS if kind in _HOSTILE else _GIVEN):
            return self.owning([word], place, kind, actors) if _is_decree(kind, place) else ()
        entry = self._state(word, seats=place in _SPOKEN_TO and kind not in _PHYSICAL)
        if entry is None:
            return self.owning([word], place, kind, actors)
        self.named[word.index] = self._actor(entry, self._span(word))
        return (self.named[word.index],)

    def owning(self, candidates: Iterable[Word], place: str, kind: EventType, actors: _Ids) -> _Ids:
        """The state in which the first of these words lies, where the actors are foreign to it."""
        if kind in _TWO_SIDED or place not in _GIVEN:
            return ()
        for word in candidates:
            if lexicon().has("venue_nouns", word.head.lemma):
                continue  # "the Pretoria agreement" is of no party there
            found = self._place(word)
            if found is None or found.country is None or not self._foreign(actors, found.country):
                continue
            entry = registry().state(found.country)
            if entry is not None:
                return (self._inferred(entry, word),)
        return ()

    def named_by(self, candidates: Iterable[Word], actors: _Ids) -> _Ids:
        """The foreign state whose name one of these modifiers is: "the US resolution"."""
        for word in candidates:
            entry = self._state(word, seats=False)
            if entry is not None and entry.country and self._foreign(actors, entry.country):
                return (self._inferred(entry, word),)
        return ()

    def naming(self, candidates: Iterable[Word], *, seats: bool = False) -> _Ids:
        """The state whose name, or with `seats` whose capital's, one of these words is."""
        for word in candidates:
            entry = self._state(word, seats=seats)
            if entry is not None:
                return (self._inferred(entry, word),)
        return ()

    def at_capital(self, word: Word, kind: EventType) -> _Ids:
        """The state whose capital is visited or spoken to: "a trip to the Russian capital"."""
        if word.lemma != "capital" or word.pos != "NOUN" or kind in _PHYSICAL:
            return ()
        for people in word.children_by("amod"):
            entry = registry().by_demonym(people.text)
            if entry is not None and entry.kind is RegistryKind.STATE:
                span = self.draft.syntax.span([people, word])
                return (self._mentioned(self._actor(entry, span, inferred=True), span),)
        return ()

    def people_at(self, word: Word, sector: str | None = "CVL") -> _Ids:
        """Those who live in the place or area that `word` names, as an actor of their own.

        A curfew that a government puts on its own town is done to nobody else's state, yet it is
        done to somebody. Without a sector it is the place itself that changes hands.
        """
        if not self.is_inhabited(word):
            return ()
        name, area = self._named(word), _is_inhabited(word)
        place = self._place(name)
        phrase = noun_phrase(word, self.draft.syntax.sentences[word.sentence])
        span = self.draft.syntax.span(phrase) if area else self._span(name)
        if place is None:
            named = self.draft.syntax.span([w for w in phrase if w.dep != "det"])
            return (self._people(named.quote, None, span, sector),)
        return (self._people(place.name, place.country, span, sector),)

    def is_inhabited(self, word: Word) -> bool:
        """Whether the word names a place or an area in which people live."""
        place = self._place(self._named(word))
        return _is_inhabited(word) if place is None else place.kind not in _UNPEOPLED

    def _named(self, word: Word) -> Word:
        names = (word, *_name_of(word)) if _is_inhabited(word) else (word,)
        return next((w for w in names if self._place(w) is not None), word)

    def standing_for(self, state: RegistryEntry, thing: Word) -> str:
        """The state for which a thing of its own stands: "boycotted the poll" in Chad."""
        span = self._phrase(thing)
        return self._mentioned(self._actor(state, span, inferred=True), span)

    def by_words(self, thing: Word, sector: str | None) -> str:
        """Whoever holds a thing of which the text tells no owner, named by the words for it."""
        span = self._phrase(thing)
        phrase = noun_phrase(thing, self.draft.syntax.sentences[thing.sentence])
        named = self.draft.syntax.span([w for w in phrase if w.dep != "det"])
        return self._people(named.quote, None, span, sector)

    def _phrase(self, word: Word) -> Span:
        return self.draft.syntax.span(noun_phrase(word, self.draft.syntax.sentences[word.sentence]))

    def _people(
        self, name: str, country: str | None, span: Span, sector: str | None = "CVL"
    ) -> str:
        found = self._peoples.get((name, country, sector))
        if found is None:
            found = Actor(
                id=f"a{len(self._known) + 1}", name=name, sector=sector, country=country,
                mentions=(Mention(span=span, inferred=True),),
            )  # fmt: skip
            self._peoples[name, country, sector] = self._known[found.id] = found
        return self._mentioned(found.id, span)

    def _place(self, word: Word) -> Place | None:
        return self._places.get(self.draft.place_ids.get(word.index, ""))

    def _foreign(self, actors: _Ids, country: str) -> bool:
        """Whether all of the actors are known to be of other countries, or of none."""
        found = [self._known[i] for i in actors if i in self._known]
        return bool(found) and all(
            a.country != country if a.country is not None else a.sector in _BETWEEN_STATES
            for a in found
        )

    def _inferred(self, entry: RegistryEntry, word: Word) -> str:
        """The actor of a state that only a place within it names."""
        span = self._span(word)
        return self._mentioned(self._actor(entry, span, inferred=True), span)

    def _mentioned(self, actor: str, span: Span) -> str:
        mentions = self.inferred.setdefault(actor, [])
        mention = Mention(span=span, inferred=True)
        if mention not in mentions:
            mentions.append(mention)
        return actor

    def peoples(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """Those of the peoples with these ids, who become actors only where an event needs them."""
        wanted = frozenset(ids)
        return tuple(self._with_inferred(a) for a in self._peoples.values() if a.id in wanted)

    def actors(self) -> tuple[Actor, ...]:
        """All actors of the draft, with those that were made."""
        return tuple(self._with_inferred(a) for a in (*self.draft.actors, *self.made))

    def _with_inferred(self, actor: Actor) -> Actor:
        added = self.inferred.get(actor.id, ())
        spans = {m.span for m in actor.mentions}
        mentions = (*actor.mentions, *(m for m in added if m.span not in spans))
        return replace(actor, mentions=tuple(sorted(mentions, key=_position))) if added else actor

    def _state(self, word: Word, *, seats: bool) -> RegistryEntry | None:
        """The state that a country's name, or with `seats` its capital's, stands for."""
        place = self._place(word)
        if place is None:
            return None
        if place.kind == "country" and place.country is not None:
            return registry().state(place.country)
        entry = registry().by_seat(place.name) if seats else None
        return entry if entry is not None and entry.kind is RegistryKind.STATE else None

    def _actor(self, entry: RegistryEntry, span: Span, *, inferred: bool = False) -> str:
        names = (entry.id, entry.wikidata)
        known = self._known.values()
        found = next((a for a in known if a.registry_id and a.registry_id in names), None)
        if found is not None:
            return found.id
        made = Actor(
            id=f"a{len(self._known) + 1}",
            name=entry.name,
            sector=entry.sector,
            country=entry.country,
            registry_id=entry.id,
            mentions=(Mention(span=span, inferred=inferred),),
        )
        self.made.append(made)
        self._known[made.id] = made
        return made.id

    def _span(self, word: Word) -> Span:
        """All words of the place's name that stand together with `word`."""
        ids, text = self.draft.place_ids, self.draft.syntax.words
        first = last = word.index
        while first and ids.get(first - 1) == ids[word.index]:
            first -= 1
        while ids.get(last + 1) == ids[word.index]:
            last += 1
        return self.draft.syntax.span(text[first : last + 1])


def with_states(draft: Draft, states: States) -> Draft:
    """The draft with the actors that `states` made, and the words that name a state as a party."""
    return replace(
        draft, actors=states.actors(), actor_ids={**draft.actor_ids, **_each(states.named)}
    )


def with_people(draft: Draft, states: States, events: Iterable[Event]) -> Draft:
    """The draft with the peoples of places to whom something is done."""
    ids = (i for e in events for i in e.recipients)
    return replace(draft, actors=(*draft.actors, *states.peoples(ids)))


def _is_decree(kind: EventType, place: str) -> bool:
    """A curfew or blockade "in" a place is done to it."""
    return kind is EventType.COERCE and place == "in"


def _name_of(word: Word) -> list[Word]:
    """Where the name of a place stands beside its kind: "the town of Goma", "Tahoua region"."""
    behind = [w for p in word.children_by("prep") if p.lower == "of" for w in p.children_by("pobj")]
    return [*behind, *word.children_by("appos", "compound", "nmod")]


def _is_inhabited(word: Word) -> bool:
    """Whether people live in what the noun names: "two districts", "parts of the country"."""
    if word.pos != "NOUN" or word.lemma not in words("parties", "parts"):
        return word.pos == "NOUN" and word.lemma in words("parties", "inhabited")
    wholes = [w for p in word.children_by("prep") for w in p.children_by("pobj")]
    return any(w.lemma == "country" or w.lemma in words("parties", "inhabited") for w in wholes)


def _position(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def _each(named: dict[int, str]) -> dict[int, tuple[str, ...]]:
    return {index: (actor,) for index, actor in named.items()}
