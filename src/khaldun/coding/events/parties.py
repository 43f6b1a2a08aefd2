"""Who acts and who is acted upon: the parties of a reading, as actor ids."""

from collections.abc import Iterable
from dataclasses import dataclass

from khaldun.coding.actors import actors_at
from khaldun.coding.actors.owners import aligned_words, slashed_with
from khaldun.coding.draft import Draft, Role
from khaldun.coding.events.deeds import doers_of, reproached, tells_which
from khaldun.coding.events.frames import (
    CONDITIONAL,
    GIVEN_IN,
    HOSTILE,
    NEAR,
    SPOKEN,
    SUFFERED,
    YIELDING,
    about_violence,
    is_between,
    is_exchange,
    is_joint,
    may_have_recipient,
    places_of,
    stated_at,
)
from khaldun.coding.events.listing import listed
from khaldun.coding.events.peopled import PEOPLED, Peopled
from khaldun.coding.events.phrases import (
    addressee,
    announcing,
    are_added,
    at_place,
    clause_parties,
    holding,
    in_reason,
    in_wording,
    is_given,
    is_made,
    modifiers,
    nested,
    offered,
    on_condition,
    outcome_of,
    speakers,
)
from khaldun.coding.events.reaching import reachable
from khaldun.coding.events.reading import Reading
from khaldun.coding.events.standing import Standing
from khaldun.coding.events.states import States
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.senses import senses
from khaldun.coding.predicates import predicate_of, subject_of, undergoes
from khaldun.coding.syntax import Word
from khaldun.ontology.registry import registry
from khaldun.record import EventType

Ids = tuple[str, ...]

_DURING = frozenset({"in", "at", "during", "after", "following", "before"})
_FRIENDLY = frozenset({EventType.SUPPORT, EventType.AID, EventType.COOPERATE})
_DECRYING = frozenset({EventType.ACCUSE, EventType.PROTEST, EventType.REJECT})
_STEPS = 2  # how deep in the phrase of its object a party may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Finds the parties of readings in one draft; states may become actors on the way."""

    draft: Draft
    states: States

    def of(self, reading: Reading) -> tuple[Ids, Ids]:
        """Actor ids and recipient ids; an open party stays empty, never invented."""
        actors = self._actors(reading)
        recipients = self._with_listed(reading, self._recipients(reading, actors), actors)
        if reading.type is EventType.THREATEN:
            recipients = _without(recipients, self._own_state(actors))
        sense = reading.sense
        if reading.type is EventType.AGREE and len(actors) > 1 and reading.governor is not None:
            return actors, ()
        if sense is not None and sense.two_sided:
            both = _without((*self._slashed(reading), *actors, *recipients), ())
            return (both if len(both) > 1 else self._with_clause(reading, both)), ()
        if not actors and len(recipients) > 1 and is_between(reading):
            return recipients, ()
        return actors, recipients

    def _slashed(self, reading: Reading) -> Ids:
        """The first of two names joined before what they do: "Chad/Sudan talks"."""
        for name in at_place(reading.predicate, "modifier"):
            for other in slashed_with(name):
                return self._ids([other]) or self.states.naming([other])
        return ()

    def _with_listed(self, reading: Reading, recipients: Ids, actors: Ids) -> Ids:
        """The recipients, with those of whom the text gives the names one by one."""
        if reading.type not in SUFFERED or not recipients:
            return recipients
        heads = reading.predicate.by_role(Role.OBJECT)
        if not heads and reading.predicate.trigger.pos == "NOUN":
            heads = reading.predicate.by_role(Role.OBLIQUE, "of", "on", "against")
        return _without((*recipients, *listed(self.draft, heads)), actors)

    def _with_clause(self, reading: Reading, party: Ids) -> Ids:
        """The other side of a meeting told in passing: "in a call with Y, X confirmed"."""
        preposition = reading.predicate.trigger.head
        verb = preposition.head
        if preposition.dep != "prep" or preposition.lower not in _DURING or verb.pos != "VERB":
            return party
        subject = subject_of(verb)
        return _without((*self._ids([subject] if subject else []), *party), ())

    def _actors(self, reading: Reading) -> Ids:
        places = reading.sense.actor if reading.sense is not None else ("subject",)
        for place in places:
            named = at_place(reading.predicate, place)
            doers = [w for w in named if not self._tells_act(reading, w)]
            found = self._ids(doers) or self._behind(reading, named)
            if found:
                return found
        trigger, content = reading.predicate.trigger, reading.content
        if "subject" in places and trigger.pos == "NOUN" and reading.governor is None:
            found = self._ids(aligned_words(trigger))
            if found:
                return found
        if content is not None and reading.governor is None and content.type is reading.type:
            return self._actors(content)
        if content is not None and reading.future and content.predicate.trigger.pos == "NOUN":
            return self._actors(content)  # "the premier's visit was meant to calm Chad"
        return self._standing_behind(reading)

    def _tells_act(self, reading: Reading, subject: Word) -> bool:
        """Whether the subject is an attack, whose "of" suffers: "the bombing of a party left"."""
        if reading.type is not EventType.ASSAULT or subject.index in self.draft.actor_ids:
            return False
        kinds = {s.type for s in senses().nouns.get(subject.lemma, ())}
        return subject.pos == "NOUN" and EventType.ASSAULT in kinds

    def _standing_behind(self, reading: Reading) -> Ids:
        """The state that a phrase names: "a US report urged", "they were expelled from Chad"."""
        predicate = reading.predicate
        passive = predicate.construction == "passive"
        if reading.type is EventType.THREATEN and passive:
            named = speakers(predicate.trigger)
        elif reading.type in SPOKEN:
            named = [m for w in at_place(predicate, "subject") for m in modifiers(w)]
        elif "expel" in reading.modes and passive:
            named = [w for w in at_place(predicate, "from") if w.pos == "PROPN"]
        else:
            named = []
        return self._ids(named) or self.states.naming(named) or self._doing(reading)

    def _doing(self, reading: Reading) -> Ids:
        """The state whose name or capital is the subject: "Ottawa is to train the guards"."""
        subjects = (a for a in reading.predicate.arguments if a.role is Role.SUBJECT)
        return self.states.naming([a.word for a in subjects if not a.preposition], seats=True)

    def _behind(self, reading: Reading, named: Iterable[Word]) -> Ids:
        """Who does what the subject names, or uses it: "air strikes that", "threw bombs that"."""
        if reading.predicate.trigger.pos != "VERB":
            return ()
        for word in named:
            for noun in holding(word):
                predicate = predicate_of(noun)
                found = self._ids(at_place(predicate, "subject")) if predicate is not None else ()
                if found:
                    return found
            user = _user_of(word, reading)
            if user is not None:
                return self._ids([user])
        return ()

    def _recipients(self, reading: Reading, actors: Ids) -> Ids:
        """Who stands at a place that the frame gives, before who stands deeper in its phrase."""
        deeds = reproached(self.draft, reading)
        if deeds and not self._at_place(reading, "indirect", actors):
            return self._behind_deeds(deeds, actors)
        if self._asks_open_pronoun(reading):
            return _without(self._ids(addressee(reading.predicate.trigger)), actors)
        places = offered(reading.predicate, places_of(reading))
        if reading.type in _FRIENDLY:
            places = tuple(p for p in places if p != "against")
        if len(actors) > 1 and is_exchange(reading):
            places = offered(reading.predicate, ("with",))
            return self._at_place(reading, "with", actors) if places else ()
        for place in places:
            found = self._at_place(reading, place, actors)
            if found:
                return found
        for place in places:
            found = self._deeper(reading, place, actors)
            if found:
                return found
        if self._is_done_to_a_place(reading):
            return ()
        things = Standing(draft=self.draft, states=self.states)
        return things.of(reading, actors) or self._further(reading, actors)

    def _asks_open_pronoun(self, reading: Reading) -> bool:
        """Whether "it" or "them" is asked, and nobody knows who that is: "urging it to leave"."""
        asked = reading.predicate.by_role(Role.OBJECT) if reading.type is EventType.REQUEST else []
        return any(w.tag == "PRP" and not self._ids([w]) for w in asked)

    def _behind_deeds(self, deeds: list[Word], actors: Ids) -> Ids:
        """Who did what is reproached; if the text does not tell, whoever the deed's words tell."""
        doers = doers_of(self.draft, deeds)
        found = _without(self._ids(doers) or self.states.naming(doers), actors)
        named = [w for w in deeds if tells_which(w)]
        return found or tuple(self.states.by_words(w, None) for w in named[:1])

    def _is_done_to_a_place(self, reading: Reading) -> bool:
        """Whether the frame itself leads to a place: its people come before whoever is further."""
        frame = ("object", *(reading.sense.recipient if reading.sense is not None else ()))
        named = [w for place in frame for w in at_place(reading.predicate, place)]
        return reading.type in PEOPLED and any(map(self.states.is_inhabited, named))

    def _at_place(self, reading: Reading, place: str, actors: Ids) -> Ids:
        if place.startswith("content."):
            found = self._of_content(reading, place.removeprefix("content."), actors)
            return _without(found, actors)
        stated, words = stated_at(reading, place), at_place(reading.predicate, place)
        if are_added(words):
            in_order = sorted(words, key=lambda w: w.index)
            added = (self._named(word, stated, reading, actors) for word in in_order)
            return tuple(dict.fromkeys(i for found in added for i in found))
        named = (self._named(word, stated, reading, actors) for word in words)
        return next((found for found in named if found), ())

    def _deeper(self, reading: Reading, place: str, actors: Ids) -> Ids:
        framed = reading.sense is None or place in reading.sense.recipient
        if place.startswith("content.") or (reading.type in HOSTILE and not framed):
            return ()
        named = at_place(reading.predicate, place)
        if any(is_given(self.draft, w, reading.type) for w in named):
            return ()
        return _without(self._within(named, stated_at(reading, place), reading, actors), actors)

    def _named(self, word: Word, place: str | None, reading: Reading, actors: Ids) -> Ids:
        """The actors that a phrase speaks of, and the states that it names."""
        if _is_decried(word, reading) or is_given(self.draft, word, reading.type):
            return ()
        parts = (word, *word.conjuncts())
        ids = _without(self._ids([word]) or self.states.at_capital(word, reading.type), actors)
        if place is None or (ids and len(parts) == 1):
            return ids
        named = (
            self.states.at(part, place, reading.type, actors)
            for part in parts
            if part.index not in self.draft.actor_ids
        )
        return _without((*(i for found in named for i in found), *ids), actors)

    def _within(
        self, named: Iterable[Word], place: str | None, reading: Reading, actors: Ids
    ) -> Ids:
        """Parties named deeper in the phrase: "the gates of the camp in Chad"."""
        level = [part for word in named for part in (word, *word.conjuncts())]
        for _ in range(_STEPS):
            owners = [m for word in level for m in modifiers(word)]
            level = [n for word in level for n in nested(word) if not _is_foe(n, reading)]
            stated = place is not None and not about_violence(reading)
            found = self.states.named_by(owners, actors) if stated else ()
            found = found or _without(self._ids(level), actors)
            if not found and stated and place is not None:
                found = self.states.owning((*owners, *level), place, reading.type, actors)
            if found:
                return found
        return ()

    def _further(self, reading: Reading, actors: Ids) -> Ids:
        """Parties that only the clauses around tell, by the type of the event."""
        if not may_have_recipient(reading) or is_joint(reading, actors):
            return ()
        triggers = _triggers(reading)
        if reading.type in SPOKEN or reading.future:
            named = [*in_wording(triggers[0]), *addressee(triggers[0])]
            found = self._somewhere(named, reading, actors)
            if found:
                return found
        for word in outcome_of(triggers[0]) if reading.type in SUFFERED else ():
            found = _without(self._ids([word]), actors)
            found = found or self.states.at(word, "object", reading.type, actors)
            if found:
                return found
        named = []
        if reading.type in CONDITIONAL:
            named = list(on_condition(triggers))
        elif reading.type in YIELDING:
            named = list(in_reason(triggers))
        return self._somewhere(named, reading, actors) or self._below(reading, actors)

    def _below(self, reading: Reading, actors: Ids) -> Ids:
        """The nearest party in its phrases, behind a frame's "to" first; none where all signed."""
        if reading.type in NEAR or is_joint(reading, actors):
            return ()
        handed = reading.type is EventType.AID or "visit" in reading.modes
        things = reading.predicate.by_role(Role.OBJECT) if handed else []  # "sent an envoy, X"
        given = {p for t in things for p in (t, *t.conjuncts(), *t.children_by("appos"))}
        reached = (w for w in reachable(reading.predicate.trigger) if not _is_spared(w, reading))
        named = [w for w in reached if w not in given and not is_made(w)]
        framed = {p for p in places_of(reading) if p not in ("of", "in")}
        behind = (w for w in named if w.dep == "pobj" and w.head.lower in framed)
        found = (self._other(w, actors) for w in (*behind, *named))
        party = next((ids for ids in found if ids), ())
        if party or reading.type not in GIVEN_IN:
            return party
        return self.states.owning(named, "in", reading.type, actors)  # "for those in Yemen"

    def _other(self, word: Word, actors: Ids) -> Ids:
        """The actors that a word speaks of, if they are neither the doers nor their own."""
        own = any(c.dep == "poss" and c.tag == "PRP$" for c in word.children)
        return () if own else _without(self.draft.actor_ids.get(word.index, ()), actors)

    def _own_state(self, actors: Ids) -> Ids:
        """The states of those in office: "he vowed that Moscow would respond" threatens others."""
        serving = (a for a in self.draft.actors if a.id in actors and a.sector == "GOV")
        states = {a.country for a in serving if a.person and a.country}
        known = (registry().state(country) for country in sorted(states))
        ids = {x for entry in known if entry is not None for x in (entry.id, entry.wikidata)}
        return tuple(a.id for a in self.draft.actors if a.registry_id in ids - {None})

    def people(self, reading: Reading, actors: Ids) -> Ids:
        """Those who live where something is done: recipients where nobody else is told."""
        return Peopled(states=self.states).of(reading, actors)

    def _somewhere(self, named: list[Word], reading: Reading, actors: Ids) -> Ids:
        found = _without(self._ids(named) or self.states.naming(named, seats=True), actors)
        return found or self._within(named, "object", reading, actors)

    def _of_content(self, reading: Reading, party: str, actors: Ids) -> Ids:
        if reading.content is not None:
            doers, recipients = self.of(reading.content)
            violent = reading.content.type is EventType.ASSAULT
            if violent and reading.type in _FRIENDLY:
                return doers if party == "actor" else ()  # nobody attacked is backed by that
            return doers if party == "actor" else recipients
        parties = (w for clause in reading.contents for w in clause_parties(clause, party))
        named = [w for w in parties if not is_made(w)]
        return self._somewhere(named, reading, actors)

    def _ids(self, named: Iterable[Word]) -> Ids:
        """Actor ids of the first word that has any; coordinated words count together."""
        for word in named:
            found = actors_at(self.draft, word) or self._speaker(word)
            if found:
                return found
        return ()

    def _speaker(self, word: Word) -> Ids:
        """Who an open "they" or "it" is that somebody says will do something: the speaker."""
        clause = word.head
        if word.tag != "PRP" or clause.dep != "ccomp" or clause.head.lemma not in announcing():
            return ()
        subject = subject_of(clause.head)
        return actors_at(self.draft, subject) if subject is not None and subject is not word else ()


def _user_of(thing: Word, reading: Reading) -> Word | None:
    """Who threw, planted or fired the thing that did the harm: "planted a mine that killed two".

    Also behind it, "the shells fired by the rebels killed two".
    """
    fired = [a for c in thing.children_by("acl") for a in c.children_by("agent")]
    if fired and thing.lemma in words("classes", "weapon"):
        return fired[0].child("pobj")
    verb = thing.head
    harmed = reading.type is EventType.ASSAULT and thing.pos == "NOUN" and thing.dep == "dobj"
    types = {s.type for s in senses().verbs.get(verb.lemma, ())}
    gave = EventType.AID in types and EventType.ASSAULT not in types  # "supplied jets that bombed"
    other = verb is not reading.predicate.trigger and not gave
    return subject_of(verb) if harmed and other else None


def _triggers(reading: Reading) -> list[Word]:
    """The words of the reading and of what it governs, the reading's own first."""
    found = [reading.predicate.trigger, *reading.contents]
    if reading.content is not None:
        found.append(reading.content.predicate.trigger)
    return found


def _without(ids: Iterable[str], taken: Ids) -> Ids:
    return tuple(dict.fromkeys([i for i in ids if i not in taken]))


def _is_spared(word: Word, reading: Reading) -> bool:
    """Whether it is not what the words are aimed at: a foe, or whose harm is decried."""
    wronged = word.dep == "poss" and _is_decried(word.head, reading)
    return wronged or _is_foe(word, reading)


def _is_decried(deed: Word, reading: Reading) -> bool:
    """Whether the words reproach others with it: "called their trial a farce"."""
    return reading.type in _DECRYING and deed.child("poss") is not None and undergoes(deed)


def _is_foe(word: Word, reading: Reading) -> bool:
    """Whether what is supported is meant against it: "backs the war against Ukraine"."""
    return reading.type in _FRIENDLY and word.dep == "pobj" and word.head.lower == "against"
