"""Who acts and who is acted upon: the parties of a reading, as actor ids."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft, Predicate, Role
from khaldun.coding.events.reading import Reading
from khaldun.coding.events.states import States
from khaldun.coding.lexicon.loading import words
from khaldun.coding.predicates import predicate_of, subject_of
from khaldun.coding.syntax import Word
from khaldun.record import EventType

Ids = tuple[str, ...]

_CONTENT = ("content.actor", "content.recipient")
_BY_EFFECT = {
    "request": ("object", "indirect", "on", "to", "from", "with", *_CONTENT),
    "accuse": ("object", *_CONTENT),
    "refuse": ("from", "to", "content.recipient", "content.actor", "object", "with"),
    "disapprove": (*_CONTENT, "object", "for", "over"),
    "approve": (*_CONTENT, "object", "for"),
    "discuss": ("with", "content.recipient", "content.actor"),
    "prevent": ("object", *_CONTENT),
}
_DEFAULT = ("object", "indirect", "with", "to", "against", "content.recipient", "content.actor")
_FALLBACK = (
    *("owner", "indirect", "against", "on", "with", "to", "at", "for", "from", "in", "into"),
    *("of", "between", "among", "over", "content.recipient", "content.actor"),
)
# Aid and sanctions "in" a country are done to it; a treaty signed "in" one is not.
_GIVEN_IN = frozenset({EventType.AID, EventType.SANCTION})
_HOSTILE = frozenset({EventType.ASSAULT, EventType.THREATEN})
_HOSTILE_FALLBACK = ("owner", "against", "on", "at", "of", "between", "among", "over")
_DURING = frozenset({"in", "at", "during", "after", "following", "before"})
_NESTED = ("with", "by", "against", "between", "to", "on", "of", "from", "in", "into", "for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Finds the parties of readings in one draft; states may become actors on the way."""

    draft: Draft
    states: States

    def of(self, reading: Reading) -> tuple[Ids, Ids]:
        """Actor ids and recipient ids; an open party stays empty, never invented."""
        actors = self._actors(reading)
        recipients = _without(self._recipients(reading, actors), actors)
        sense = reading.sense
        if reading.type is EventType.AGREE and len(actors) > 1 and reading.governor is not None:
            return actors, ()
        if sense is not None and sense.two_sided:
            both = _without((*actors, *recipients), ())
            return (both if len(both) > 1 else self._with_clause(reading, both)), ()
        return actors, recipients

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
            named = _at(reading.predicate, place)
            found = self._ids(named) or self._behind_events(reading, named)
            if found:
                return found
        return ()

    def _behind_events(self, reading: Reading, named: Iterable[Word]) -> Ids:
        """Who does what the subject names: "air strikes that killed 40" are somebody's."""
        if reading.predicate.trigger.pos != "VERB":
            return ()
        for noun in (n for word in named for n in _holding(word)):
            predicate = predicate_of(noun)
            found = self._ids(_at(predicate, "subject")) if predicate is not None else ()
            if found:
                return found
        return ()

    def _recipients(self, reading: Reading, actors: Ids) -> Ids:
        for place in _places(reading):
            if place.startswith("content."):
                found = self._of_content(reading, place.removeprefix("content."))
            else:
                found = self._at_place(reading, place)
            found = _without(found, actors)
            if found:
                return found
        return ()

    def _at_place(self, reading: Reading, place: str) -> Ids:
        named = _at(reading.predicate, place)
        sense = reading.sense
        listed = place != "in" or reading.type in _GIVEN_IN or (sense and "in" in sense.recipient)
        for word in named:
            found = self._ids([word])
            if not found and listed:
                found = self.states.at(word, place, reading.type)
            if found:
                return found
        return self._ids(n for w in named for part in (w, *w.conjuncts()) for n in _nested(part))

    def _of_content(self, reading: Reading, party: str) -> Ids:
        if reading.content is not None:
            actors, recipients = self.of(reading.content)
            return actors if party == "actor" else recipients
        return self._ids(w for clause in reading.contents for w in _clause_parties(clause, party))

    def _ids(self, named: Iterable[Word]) -> Ids:
        """Actor ids of the first word that has any; coordinated words count together."""
        found = (actors_at(self.draft, word) or self._speaker(word) for word in named)
        return next((ids for ids in found if ids), ())

    def _speaker(self, word: Word) -> Ids:
        """Who an open "they" or "it" is that somebody says will do something: the speaker."""
        clause = word.head
        if word.tag != "PRP" or clause.dep != "ccomp" or clause.head.lemma not in _announcing():
            return ()
        subject = subject_of(clause.head)
        return actors_at(self.draft, subject) if subject is not None and subject is not word else ()


def _places(reading: Reading) -> Iterator[str]:
    if reading.governor is not None:
        yield from _BY_EFFECT.get(reading.governor.effect, _DEFAULT)
    elif reading.sense is not None:
        yield from reading.sense.recipient
        if reading.sense.recipient:
            yield from _HOSTILE_FALLBACK if reading.type in _HOSTILE else _FALLBACK


def _clause_parties(clause: Word, party: str) -> list[Word]:
    """Parties of a clause that has no type of its own ("urged that X step in")."""
    if party == "actor":
        return clause.children_by("nsubj", "nsubjpass")
    return clause.children_by("dobj")


def _at(predicate: Predicate, place: str) -> list[Word]:
    if place == "subject":
        return _owners_first(predicate)
    if place == "modifier":
        return [a.word for a in predicate.arguments if a.preposition in ("modifier", "poss")]
    if place == "owner":
        return [n for word in predicate.by_role(Role.OBJECT) for n in _owners(word)]
    if place == "purpose":
        return _of_purposes(predicate.trigger)
    if place in ("object", "indirect"):
        return predicate.by_role(Role(place))
    return predicate.by_role(Role.OBLIQUE, place)


def _owners(word: Word) -> Iterator[Word]:
    """Whose the thing is: "rejected Trump's plan", "every offer made by the Taliban"."""
    yield from (owner for owner in word.children_by("poss") if owner.tag != "PRP$")
    agents = (c.child("agent") for c in word.children_by("acl"))
    for agent in agents:
        if agent is not None:
            yield from agent.children_by("pobj")


def _announcing() -> frozenset[str]:
    return words("modality", "announcing_verbs")


def _of_purposes(trigger: Word) -> list[Word]:
    """For whom it was done: "donated tents to assist the villagers"."""
    clauses = [*trigger.children_by("advcl", "xcomp"), *_acl_of_objects(trigger)]
    return [o for c in clauses if c.tag == "VB" for o in c.children_by("dobj")]


def _acl_of_objects(trigger: Word) -> list[Word]:
    return [c for o in trigger.children_by("dobj") for c in o.children_by("acl", "relcl")]


def _nested(word: Word) -> Iterator[Word]:
    """Nouns within a phrase: "the accord with Tehran", "a bus carrying workers"."""
    for clause in word.children_by("acl"):
        if clause.tag == "VBG":
            yield from clause.children_by("dobj")
        yield from clause.children_by("nsubj")
    yield from word.children_by("appos")
    for preposition in word.children_by("prep"):
        if preposition.lower in _NESTED:
            yield from preposition.children_by("pobj")


def _holding(word: Word) -> Iterator[Word]:
    """A noun, and the noun whose preposition it follows: "strikes on villages that killed"."""
    if word.pos == "NOUN":
        yield word
        if word.dep == "pobj" and word.head.head.pos == "NOUN":
            yield word.head.head


def _owners_first(predicate: Predicate) -> list[Word]:
    """Subjects, with those that only modify an event noun ("Russian strikes") last."""
    subjects = [a for a in predicate.arguments if a.role is Role.SUBJECT]
    return [a.word for a in sorted(subjects, key=lambda a: a.preposition == "modifier")]


def _without(ids: Iterable[str], taken: Ids) -> Ids:
    return tuple(dict.fromkeys(i for i in ids if i not in taken))
