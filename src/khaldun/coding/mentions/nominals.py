"""Noun phrases that speak of actors without naming them."""

from collections.abc import Container, Iterator

from khaldun.coding.draft import MentionKind
from khaldun.coding.lexicon.loading import words
from khaldun.coding.mentions.model import NominalMention
from khaldun.coding.mentions.nouns import (
    OWNED,
    ActorNoun,
    NounKind,
    is_plural,
    lexicon,
    noun_ending_at,
)
from khaldun.coding.mentions.phrases import core_phrase, noun_phrase
from khaldun.coding.syntax import Sentence, Word

_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMING = frozenset({"appos", "attr", "oprd"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_SPECIFIERS = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "predet"})


class NominalReader:
    """Finds the nominal mentions of one sentence; `named` holds the words of its names."""

    def __init__(self, sentence: Sentence, named: Container[int], owners: Container[int]) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.named = named
        self.owners = owners

    def mentions(self) -> Iterator[NominalMention]:
        """The nominal mentions, in text order."""
        for position, word in enumerate(self.words):
            if word.index in self.named:
                continue
            if word.pos in _NOUNS or word.dep in _ARGUMENTS or word.dep == "amod":
                noun = noun_ending_at(self.words, position) or _only_seized(word)
                if noun is not None and self._speaks_of_actor(word, noun):
                    yield self._mention(word, noun)

    def _mention(self, word: Word, noun: ActorNoun) -> NominalMention:
        modifier = _modifies(word)
        words = core_phrase(word, self.sentence) if modifier else self._phrase(word)
        return NominalMention(words=words, head=word, kind=MentionKind.NOMINAL, noun=noun)

    def _phrase(self, word: Word) -> tuple[Word, ...]:
        """The phrase, from what counts it on: "dozens of soldiers"."""
        words = self._to_end_of_name(noun_phrase(word, self.sentence))
        counter = counted_by(word)
        if counter is None or counter.index in self.named:
            return words
        start = noun_phrase(counter, self.sentence)[0].index - self.words[0].index
        return self.words[start : words[-1].index - self.words[0].index + 1]

    def _to_end_of_name(self, phrase: tuple[Word, ...]) -> tuple[Word, ...]:
        """The phrase with all of the name it ends in, where the parser cut that at an "and"."""
        first = self.words[0].index
        end = phrase[-1].index - first + 1
        inside = phrase[-1].index in self.named
        while inside and end < len(self.words) and self.words[end].index in self.named:
            end += 1
        return self.words[phrase[0].index - first : end]

    def _speaks_of_actor(self, word: Word, noun: ActorNoun) -> bool:
        if _modifies(word):
            return self._modifies_as_owner(word, noun)
        if office_field(word.head.head) is word or _is_tie(word, noun):
            return False
        if noun.kinds[0] in OWNED:
            return noun.kinds[0] is not NounKind.DEED and self._is_owned(word)
        if NounKind.TRANSPARENT in noun.kinds and _counts(word, noun):
            return self._counts_people(word)
        if word.pos not in _NOUNS and "-" not in noun.phrase:
            return noun.kinds[0] is NounKind.PEOPLE and _is_substantive(word)
        return self._is_specific(word, noun)

    def _is_owned(self, word: Word) -> bool:
        """Whether a name or an actor noun says whose it is: "Turkish drones"."""
        return any(
            child.index in self.owners or self._is_owner_noun(child)
            for child in word.children
            if child.index < word.index
        )

    def _is_owner_noun(self, word: Word) -> bool:
        noun = noun_ending_at(self.words, word.index - self.words[0].index)
        return noun is not None and self._modifies_as_owner(word, noun)

    def _modifies_as_owner(self, word: Word, noun: ActorNoun) -> bool:
        """Whether it says whose the noun after it is: "army positions", "a rebel attack"."""
        if not _modifies(word) or not noun.is_any((NounKind.BODY, NounKind.MEMBERS)):
            return False
        if word.lower == "patrol" and word.head.lemma in words("classes", "vehicle"):
            return False
        if word.dep == "npadvmod":
            return True
        head = noun_ending_at(self.words, word.head.index - self.words[0].index)
        if head is not None and head.phrase.endswith(f"{word.lower} {word.head.lemma}"):
            return False
        if word.pos not in _NOUNS:
            own = head is not None and head.kinds[0] is NounKind.BELONGING
            return own and lexicon().has("owner_adjectives", word.lower)
        return head is None or head.kinds[0] in OWNED

    def _counts_people(self, word: Word) -> bool:
        """Whether a bare count stands for people: "dozens were killed"."""
        if word.dep not in ("nsubjpass", "nsubj", "dobj") or word.child("prep") is not None:
            return False
        counts = word.lemma in ("dozen", "hundred", "thousand", "score") or word.lower == "many"
        return counts and word.head.pos in ("VERB", "AUX")

    def _is_specific(self, word: Word, noun: ActorNoun) -> bool:
        """Whether the noun points at somebody: plural, with a specifier, or acting."""
        if word.dep == "nsubj" and any(c.lower == "no" for c in word.children_by("det")):
            return False
        if lexicon().has("only_modified", noun.phrase) and (
            not is_plural(word) or noun.sector == "CVL"
        ):
            return any(c.dep in ("amod", "compound") for c in word.children)
        if is_plural(word):
            return True
        specified = any(c.dep in _SPECIFIERS and c.index < word.index for c in word.children)
        if noun.is_any((NounKind.OFFICE,)) and (word.dep in _NAMING or _in_capitals(word)):
            return True
        if word is self.words[0] and noun.is_any((NounKind.BODY,)) and word.dep in _SUBJECTS:
            return True  # a headline leaves the article out: "Army retakes town"
        acting = word.dep in ("nsubj", "nsubjpass", "pobj", "conj", "appos", "dobj", "poss")
        return specified or noun.phrase.count(" ") > 0 or (acting and self._stands_bare(noun))

    def _stands_bare(self, noun: ActorNoun) -> bool:
        """Whether the noun needs no article: "police", "parliament", "people"."""
        return noun.sector in ("COP", "LEG") or noun.phrase in ("people", "personnel", "staff")


def _only_seized(word: Word) -> ActorNoun | None:
    """An unknown noun as one for people, where they alone are seized so: "jailed a busker"."""
    first = word.head if word.dep == "conj" else word
    seized = first.dep in ("dobj", "nsubjpass") and word.pos == "NOUN"
    if not seized or not lexicon().has("seizing_verbs", first.head.lemma):
        return None
    article = word.child("det")
    new = article is not None and article.lower in ("a", "an")
    if not (new or is_plural(word)) or word.child("prep") is not None:
        return None
    return ActorNoun(phrase=word.lemma, kinds=(NounKind.PEOPLE,), sectors=("CVL",))


def _is_tie(word: Word, noun: ActorNoun) -> bool:
    """Whether it is how somebody stands to another, and no body: "his alliance with the clans"."""
    owned = word.child("poss") is not None and lexicon().has("tie_nouns", noun.phrase)
    return owned and any(p.lower == "with" for p in word.children_by("prep"))


def _modifies(word: Word) -> bool:
    """Whether it stands before a noun, or before "-held" and the like, and modifies it."""
    aligned = word.dep == "npadvmod" and lexicon().has("alignments", word.head.lower)
    return word.dep in _MODIFIERS or aligned


def _is_substantive(word: Word) -> bool:
    """Whether an adjective with an article stands for people: "the wounded"."""
    article = word.child("det")
    return word.dep in _ARGUMENTS and article is not None and article.lower == "the"


def _in_capitals(word: Word) -> bool:
    """Whether a title is written as a name within the sentence: "the talks, Minister for Oil"."""
    return word.pos == "PROPN" and word.text[0].isupper()


def _counts(word: Word, noun: ActorNoun) -> bool:
    """Whether the noun only counts: it has no other reading, or an "of" follows."""
    return noun.kinds == (NounKind.TRANSPARENT,) or any(
        c.dep == "prep" and c.lower == "of" and c.index == word.index + 1 for c in word.children
    )


def office_field(office: Word) -> Word | None:
    """The field of an office: "state" in "minister of state"; not "the army", which is a body."""
    for preposition in office.children_by("prep"):
        field = preposition.child("pobj")
        bare = field is not None and field.child("det") is None
        fits = bare and field is not None and lexicon().has("title_modifiers", field.lower)
        if fits and preposition.lower in ("of", "for") and office.index == preposition.index - 1:
            return field
    return None


def counted_by(word: Word) -> Word | None:
    """The noun that counts or groups `word`: "dozens" in "dozens of soldiers"."""
    preposition = word.head
    if word.dep != "pobj" or preposition.lower != "of" or preposition.is_root:
        return None
    counter = preposition.head
    if counter.index > word.index:
        return None
    lemma = counter.lemma
    noun = lexicon().nouns.get(lemma) or lexicon().nouns.get(counter.lower)
    is_counter = counter.pos == "NUM" or (noun is not None and NounKind.TRANSPARENT in noun.kinds)
    return counter if is_counter else None


def counted_in(word: Word) -> Word | None:
    """What `word` counts or groups: "soldiers" at "dozens" in "dozens of soldiers"."""
    for preposition in word.children_by("prep"):
        target = preposition.child("pobj")
        if target is not None and counted_by(target) is word:
            return target
    return None
