"""Whether the name of a country, capital or seat stands for the state or for the place.

"Moscow denied it" speaks of the state, "in Moscow" of the town. The rules read the word's
place in the sentence; the words that they turn on are those of the actor lexicon.
"""

from khaldun.coding.mentions.nouns import OWNED, ActorNoun, lexicon, noun_ending_at
from khaldun.coding.syntax import Sentence, Word

_SUBJECTS = frozenset({"nsubj", "csubj"})
_NAMING = frozenset({"dative", "oprd", "attr", "agent"})


class StateReader:
    """Reads the names of places in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.words = sentence.words
        self.offset = sentence.words[0].index

    def acts(self, word: Word, *, town: bool) -> bool:
        """Whether the name headed by `word` speaks of the state; `town`: it is also a town."""
        word = first_of_coordination(word)
        if word.dep in _SUBJECTS:
            return self._acts_as_subject(word)
        if word.dep == "nsubjpass":
            return not _objects_are_places(word.head, town=town)
        if word.dep == "dobj":
            return not _objects_are_places(word.head, town=town)
        if word.dep == "pobj":
            return self._acts_after_preposition(word)
        if word.dep in ("compound", "poss", "nmod", "amod", "npadvmod"):
            venue = town and lexicon().has("venue_nouns", word.head.lemma)
            return not venue and self.names_owner(word)
        if word.dep == "appos":
            return self._acts_in_apposition(word, town=town)
        return word.dep in _NAMING and not word.is_root

    def speaks(self, word: Word) -> bool:
        """Whether it is the subject of a verb of saying."""
        word = first_of_coordination(word)
        return word.dep == "nsubj" and lexicon().has("speech_verbs", word.head.lemma)

    def governs(self, word: Word) -> bool:
        """Whether the subject is a province or town whose government acts: "Texas sued"."""
        word = first_of_coordination(word)
        return word.dep == "nsubj" and lexicon().has("government_verbs", word.head.lemma)

    def names_owner(self, word: Word) -> bool:
        """Whether a modifier names who owns, sends or does what the noun after it says."""
        head = word.head
        if head.pos == "VERB" or head.tag in ("VBN", "VBD") or _aligned(head):
            return _aligned(head)
        noun = self.noun(head)
        if noun is not None:
            return True
        if self._is_place_noun(head):
            with_whom = any(c.lower in ("against", "with") for c in head.children_by("prep"))
            inside = head.dep == "pobj" and self._in_actor_phrase(head)
            return word.dep == "poss" and (with_whom or inside)
        if word.dep == "poss":
            return True
        return head.pos == "NOUN" and word.tag.startswith("JJ")

    def noun(self, word: Word) -> ActorNoun | None:
        """The actor noun that ends at `word`."""
        return noun_ending_at(self.words, word.index - self.offset)

    def _is_place_noun(self, word: Word) -> bool:
        words = lexicon()
        return any(
            words.has(group, form)
            for group in ("place_name_nouns", "setting_nouns")
            for form in (word.lower, word.lemma)
        )

    def _in_actor_phrase(self, head: Word) -> bool:
        """Whether "from" or "of" ties the place to an actor noun: "soldiers from X's north"."""
        preposition = head.head
        return preposition.lower in ("from", "of") and self._governed_by_actor(preposition)

    def _governed_by_actor(self, preposition: Word) -> bool:
        noun = self.noun(preposition.head)
        if noun is None and preposition.lower == "of":
            # "Foreign Minister Hassan Nur of Chad"
            titles = (self.noun(c) for c in preposition.head.children_by("compound"))
            noun = next((n for n in titles if n is not None), None)
        return noun is not None and not noun.is_any(OWNED)

    def _acts_as_subject(self, word: Word) -> bool:
        verb = word.head
        if verb.lemma == "be":
            attribute = verb.child("attr")
            return (
                verb.child("acomp") is not None
                or (attribute is not None and self.noun(attribute) is not None)
                or any(_is_stance(c) for c in verb.children_by("prep"))
            )
        return not lexicon().has("place_subject_verbs", verb.lemma)

    def _acts_after_preposition(self, word: Word) -> bool:
        preposition = word.head
        form = preposition.lower
        if preposition.dep == "agent" or lexicon().has("actor_prepositions", form):
            return not (form == "for" and lexicon().has("place_verbs", preposition.head.lemma))
        if lexicon().has("place_prepositions", form):
            return False
        governors = lexicon().actor_governors.get(form)
        if governors is None:
            return False
        governor = _governor(preposition)
        carried = governor.child("dobj", "nsubjpass") if governor.pos == "VERB" else None
        if any(w is not None and {w.lemma, w.lower} & governors for w in (governor, carried)):
            return True
        return form in ("of", "from") and self._governed_by_actor(preposition)

    def _acts_in_apposition(self, word: Word, *, town: bool) -> bool:
        partner = word.head
        if self._is_place_noun(partner):
            return False
        return self.noun(partner) is not None and not (town and partner.pos == "PROPN")


def _is_stance(preposition: Word) -> bool:
    """Whether it says how one stands to another: "is at war with", "is behind the rebels"."""
    noun = preposition.child("pobj")
    stance = noun is not None and lexicon().has("stances", noun.lemma)
    return stance or preposition.lower == "behind"


def _governor(preposition: Word) -> Word:
    """What the phrase hangs on, past the field of an office: "minister of foreign affairs of"."""
    governor = preposition.head
    above = governor.head
    if preposition.lower == "of" and governor.dep == "pobj" and above.lower in ("of", "for"):
        return above.head if lexicon().has("title_modifiers", governor.lower) else governor
    return governor


def first_of_coordination(word: Word) -> Word:
    """The word that a list hangs by: "Israeli" for "Palestinian" in "Israeli and Palestinian"."""
    steps = 0
    while word.dep == "conj" and not word.is_root and steps < 50:
        word = word.head
        steps += 1
    return word


def _aligned(participle: Word) -> bool:
    return lexicon().has("alignments", participle.lower) and participle.lower not in (
        "based",
        "born",
        "made",
        "built",
        "occupied",
    )


def _objects_are_places(verb: Word, *, town: bool) -> bool:
    words = lexicon()
    return words.has("place_verbs", verb.lemma) or (town and words.has("town_verbs", verb.lemma))
