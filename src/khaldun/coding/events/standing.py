"""Things that stand for those whose they are: "boycotted the poll", "stopped work at the mine"."""

from collections.abc import Iterator
from dataclasses import dataclass

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft
from khaldun.coding.events.phrases import at_place
from khaldun.coding.events.reaching import reachable
from khaldun.coding.events.reading import Reading
from khaldun.coding.events.states import States
from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.predicates import verbal
from khaldun.coding.syntax import Word
from khaldun.ontology.registry import registry
from khaldun.record import Actor, EventType

Ids = tuple[str, ...]

_AIMED = frozenset(
    {EventType.PROTEST, EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT, EventType.THREATEN}
)
_AT = ("object", "against", "to", "of", "on", "over", "in", "at", "outside", "for")
_SITES = ("object", "at", "in", "to", "for", "against", "outside")
_SERVED = frozenset({EventType.PROTEST, EventType.AID})
_BEFORE = 60  # words
_MODIFIERS = ("poss", "compound", "amod", "nmod")
# Those who hold votes and make laws themselves, or answer to no state.
_RULING = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "IGO", "MED"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Finds whose the things are at which the events of one draft are aimed."""

    draft: Draft
    states: States

    def of(self, reading: Reading, actors: Ids) -> Ids:
        """The holder of a vote, the maker of a law, the employer at a site; else nobody."""
        if reading.type in _AIMED:
            for word in _things(reading, _AT):
                found = self._of_owner(word, actors) or self._of_state(word, reading, actors)
                if found:
                    return found
        if reading.type in _SERVED:
            for word in _sites(reading):
                if word.lemma in words_of("parties", "sites") and word.pos in ("NOUN", "PROPN"):
                    return (self.states.by_words(word, _sector_of_site(word)),)
        return ()

    def _of_owner(self, word: Word, actors: Ids) -> Ids:
        """Whose the thing was when it was spoken of before: "Chad's plan … rejected the plan"."""
        article = word.child("det")
        if word.pos != "NOUN" or article is None or article.lower not in ("the", "this", "that"):
            return ()
        words = self.draft.syntax.words[max(word.index - _BEFORE, 0) : word.index]
        for other in reversed(words):
            if other.lemma == word.lemma and other.pos == "NOUN":
                owners = [o for o in other.children_by("poss") if o.tag != "PRP$"]
                ids = (i for o in owners for i in actors_at(self.draft, o))
                return tuple(i for i in dict.fromkeys(ids) if i not in actors)
        return ()

    def _of_state(self, word: Word, reading: Reading, actors: Ids) -> Ids:
        """The state that holds the vote or made the law; of a vote whose state is not told, it."""
        votes, laws = (words_of("parties", k) for k in ("votes", "laws"))
        tells = (word, *word.children_by("compound", "nmod"))
        vote = any(w.lemma in votes for w in tells)
        if not vote and word.lemma not in laws:
            return ()
        country = self._country(word, reading, actors)
        state = registry().state(country) if country is not None else None
        if state is not None:
            found = self.states.standing_for(state, word)
            return () if found in actors else (found,)
        return (self.states.by_words(word, "GOV"),) if vote else ()

    def _country(self, word: Word, reading: Reading, actors: Ids) -> str | None:
        """Of which state: the thing's own words say so, or the doers are its citizens."""
        own = self._first_country(w for w in word.subtree() if w is not word)
        if own is not None:
            return own
        doers = [a for a in self.draft.actors if a.id in actors]
        if not doers or any(a.sector in _RULING for a in doers):
            return None
        sentence = self.draft.syntax.sentences[word.sentence]
        return _shared(doers) or self._first_country(iter(sentence.words))

    def _first_country(self, words: Iterator[Word]) -> str | None:
        places = {p.id: p for p in self.draft.places}
        for word in words:
            place = places.get(self.draft.place_ids.get(word.index, ""))
            people = registry().by_demonym(word.text) if word.dep in _MODIFIERS else None
            country = place.country if place is not None else people and people.country
            if country:
                return country
        return None


def _things(reading: Reading, places: tuple[str, ...]) -> Iterator[Word]:
    """What stands where a deed is aimed, its outcome undone: "the results of the vote"."""
    predicates = [reading.predicate]
    if reading.content is not None:
        predicates.append(reading.content.predicate)
    if reading.type is EventType.PROTEST:
        aims = reading.predicate.trigger.children_by("xcomp", "advcl")
        predicates += [verbal(v) for v in aims if v.tag in ("VB", "VBG")]
    for predicate in predicates:
        for place in places:
            for word in at_place(predicate, place):
                yield word
                yield from _of_outcome(word)


def _sites(reading: Reading) -> Iterator[Word]:
    """Where those work or are served whose deed it is; strikers tell it anywhere."""
    yield from _things(reading, _SITES)
    if "strike" in reading.modes:
        yield from reachable(reading.predicate.trigger)


def _of_outcome(word: Word) -> Iterator[Word]:
    if word.lemma not in words_of("parties", "outcomes"):
        return
    for preposition in word.children_by("prep"):
        if preposition.lower in ("of", "in", "from"):
            yield from preposition.children_by("pobj")


def _shared(doers: list[Actor]) -> str | None:
    countries = {a.country for a in doers}
    return countries.pop() if len(countries) == 1 else None


def _sector_of_site(word: Word) -> str:
    if word.lemma in words_of("parties", "clinics"):
        return "HLH"
    return "EDU" if word.lemma in words_of("parties", "schools") else "BUS"
