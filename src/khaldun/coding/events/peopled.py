"""Those who live where something is done: recipients where nobody else is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from khaldun.coding.draft import Predicate, Role
from khaldun.coding.events.phrases import at_place
from khaldun.coding.events.reaching import in_area, reachable
from khaldun.coding.events.reading import Reading
from khaldun.coding.events.states import States
from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.syntax import Word
from khaldun.record import EventType

Ids = tuple[str, ...]

_HOSTILE = frozenset({EventType.ASSAULT, EventType.THREATEN})
_HIT = ("object", "on", "at", "against", "of")
_IN = ("object", "in", "on", "to", "into", "for", "at", "of", "across", "throughout")
PEOPLED = {
    EventType.AGREE: ("for", "to"),
    EventType.ASSAULT: _HIT,
    EventType.THREATEN: (*_HIT, "in"),
    EventType.AID: _IN,
    EventType.COERCE: _IN,
    EventType.SANCTION: _IN,
    EventType.MOBILIZE: ("to", "into"),
    EventType.CONCEDE: (*_IN, "from"),
    EventType.RETREAT: (*_IN, "from"),
}
# Types by which something is yielded or promised: what is yielded tells where.
_YIELDED = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.RETREAT})
_JOINT = _YIELDED | {EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peopled:
    """Finds the places to whose people the events of one draft are done."""

    states: States

    def of(self, reading: Reading, actors: Ids) -> Ids:
        """The people of the place to which it is done; nobody where it has no such place."""
        if not _may_be(reading, actors):
            return ()
        stated = (at_place(reading.predicate, place) for place in _places(reading))
        for named in (*stated, _killing_ground(reading) if actors else []):
            inner = () if reading.type in _HOSTILE else (n for w in named for n in in_area(w))
            for word in (*named, *inner):
                found = self._living_at(word, _sector(reading))
                if found:
                    return found
        return self._where_yielded(reading, actors)

    def _where_yielded(self, reading: Reading, actors: Ids) -> Ids:
        """Where what is promised or given up is: "agreed to build a port at Lamu"."""
        if reading.type not in _YIELDED or not actors:
            return ()
        for word in (w for top in _yielded(reading) for w in reachable(top)):
            if word.dep != "pobj" or _hangs_on_talks(word):
                continue
            found = self.states.owning([word], "in", reading.type, actors) or self._living_at(
                word, "CVL"
            )
            if found:
                return found
        return ()

    def _living_at(self, word: Word, sector: str | None) -> Ids:
        found = [self.states.people_at(w, sector) for w in (word, *word.conjuncts())]
        return tuple(dict.fromkeys(i for ids in found for i in ids))


def _may_be(reading: Reading, actors: Ids) -> bool:
    acted = bool(actors) or reading.type is EventType.ASSAULT
    if (len(actors) > 1 and reading.type in _JOINT) or "arrest" in reading.modes:
        return False
    if reading.predicate.trigger.pos == "NOUN" and not acted:
        return False  # "traffic came to a halt in the old town"
    return reading.sense is None or not reading.sense.two_sided


def _sector(reading: Reading) -> str | None:
    """Civilians, unless it is the place that changes hands: "the rebels took Goma"."""
    return None if reading.predicate.trigger.lemma in words_of("parties", "taking") else "CVL"


def _places(reading: Reading) -> tuple[str, ...]:
    """Where places stand that suffer it: violence with an object is done to that alone."""
    sense = reading.sense
    objects = reading.predicate.by_role(Role.OBJECT)
    if reading.type is EventType.ASSAULT and objects:
        broken = all(w.lemma in words_of("classes", "paper") for w in objects)
        return sense.recipient if broken and sense is not None else ("object",)
    own = sense.recipient if sense is not None and reading.type is EventType.MOBILIZE else ()
    return (*own, *PEOPLED.get(reading.type, ()))


def _killing_ground(reading: Reading) -> list[Word]:
    """Where people are killed; "In Chad, soldiers burned a palace" only sets the scene."""
    if reading.type is not EventType.ASSAULT:
        return []
    trigger = reading.predicate.trigger
    return [w for w in at_place(reading.predicate, "in") if w.index > trigger.index]


def _yielded(reading: Reading) -> Iterator[Word]:
    """What tells the thing promised: the content of a promise, or the act itself."""
    governed: Predicate | None = reading.content.predicate if reading.content is not None else None
    if governed is not None:
        yield governed.trigger
    yield from reading.contents
    if reading.governor is None and reading.type is not EventType.AGREE:
        yield reading.predicate.trigger


def _hangs_on_talks(word: Word) -> bool:
    """Whether it is where people met: "agreed at talks in Geneva"."""
    return any(a.lemma in words_of("classes", "talks") for a in word.ancestors())
