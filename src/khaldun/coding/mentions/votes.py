"""One decision per name and document: what bears it.

The model's labels are one vote among titles, head nouns, apposition, prepositions and verbs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from khaldun.coding.mentions.givennames import given_gender
from khaldun.coding.mentions.model import NamePiece, NameType
from khaldun.coding.mentions.nouns import OWNED, PERSONAL, NounKind, lexicon, noun_ending_at
from khaldun.coding.mentions.spelling import same_spelling, skeleton
from khaldun.coding.syntax import Sentence, Word
from khaldun.gazetteer import gazetteer
from khaldun.ontology.registry import RegistryKind

_OF_LABEL = {
    "PERSON": NameType.PERSON,
    "ORG": NameType.BODY,
    "GPE": NameType.PLACE,
    "LOC": NameType.PLACE,
    "FAC": NameType.PLACE,
    "NORP": NameType.PEOPLE,
    "PRODUCT": NameType.THING,
    "WORK_OF_ART": NameType.THING,
    "LAW": NameType.THING,
    "EVENT": NameType.THING,
    "LANGUAGE": NameType.THING,
    "DATE": NameType.THING,
}
_OF_KIND = {
    RegistryKind.PERSON: NameType.PERSON,
    RegistryKind.STATE: NameType.STATE,
    RegistryKind.TERRITORY: NameType.STATE,
    RegistryKind.PEOPLE: NameType.PEOPLE,
}
_DECIDED = 5
_SPOKEN_FOR = 3
_VILLAGE = 4
# A preposition of place says more than that the gazetteer does not know the name.
_PLACED = 2
_LISTED = 3
_PREFERENCE = list(NameType)
_Scores = Counter[NameType]


class NameVotes:
    """Collects what speaks for each reading of each name, then decides."""

    def __init__(self) -> None:
        self._scores: dict[str, _Scores] = defaultdict(Counter)
        self._surnames: dict[str, str] = {}
        self._heads: dict[int, str] = {}
        self._listed: list[tuple[int, int]] = []

    def count(self, piece: NamePiece, sentence: Sentence) -> None:
        """Add what this occurrence says."""
        scores = self._scores[piece.key]
        if piece.title:
            scores[NameType.PERSON] += 8
            self._surnames.setdefault(piece.name[-1].lower, piece.key)
        label = _OF_LABEL.get(piece.name[-1].entity)
        if label is not None:
            scores[label] += 1
        _vote_by_form(piece, scores)
        _vote_by_neighbours(piece, sentence, scores)
        _vote_by_syntax(piece, sentence, scores)
        self._heads[piece.head.index] = piece.key
        if piece.head.dep == "conj":
            self._listed.append((piece.head.head.index, piece.head.index))

    def decide(self, pieces: Iterable[NamePiece]) -> Mapping[str, NameType | None]:
        """The reading of each name; None where nothing speaks for any."""
        keys = {piece.key: piece for piece in pieces}
        self._vote_by_lists(keys)
        persons = {skeleton(word): word for word in sorted(self._person_words(keys))}
        return {key: self._reading(key, piece, persons) for key, piece in keys.items()}

    def _vote_by_lists(self, keys: Mapping[str, NamePiece]) -> None:
        """Let an unknown name be what it is listed with: "Aleppo and Kafr Foo"."""
        for first, second in self._listed:
            one, other = self._heads.get(first, ""), self._heads[second]
            if one not in keys or other not in keys:
                continue
            for known, unknown in ((one, other), (other, one)):
                if self._is_town(known, keys[known]):
                    self._scores[unknown][NameType.PLACE] += self._unsettled(keys[unknown])

    def _is_town(self, key: str, piece: NamePiece) -> bool:
        """Whether the gazetteer has it as a place of some weight and nothing else claims it."""
        spoken_of = self._scores[key][NameType.PLACE] > 0
        if piece.demonym or (piece.entries and not (piece.seat and spoken_of)):
            return False
        places = gazetteer().find(piece.surface)
        village = not places or places[0].rank < _VILLAGE
        return not village and self._best(key) is not NameType.BODY

    def _unsettled(self, piece: NamePiece) -> int:
        """The weight of a list: none for what is known or has more than one vote."""
        settled = piece.entries or max(self._scores[piece.key].values(), default=0) >= _PLACED
        return 0 if settled else _LISTED

    def _person_words(self, keys: Mapping[str, NamePiece]) -> frozenset[str]:
        """Last words of the names of persons: a surname alone is that person's."""
        found = set(self._surnames)
        for key, piece in keys.items():
            if len(piece.name) > 1 and self._best(key) is NameType.PERSON:
                found.add(piece.name[-1].lower)
        return frozenset(found)

    def _reading(self, key: str, piece: NamePiece, persons: Mapping[str, str]) -> NameType | None:
        if piece.seat:
            return NameType.STATE
        if piece.entries:
            return _OF_KIND.get(piece.entries[0].kind, NameType.BODY)
        self._ask_gazetteer(key, piece)
        surname = " " not in key and self._is_surname(key, persons.get(skeleton(key)))
        if surname and self._scores[key][NameType.PLACE] < 4:
            return NameType.PERSON
        return self._best(key)

    def _ask_gazetteer(self, key: str, piece: NamePiece) -> None:
        """Let the gazetteer vote where the text alone decides little."""
        scores = self._scores[key]
        if max((s for t, s in scores.items() if t is not NameType.PLACE), default=0) >= _DECIDED:
            return
        places = gazetteer().find(piece.surface)
        if places:
            scores[NameType.PLACE] += max(round(places[0].rank - _VILLAGE) + 1, 0)
        elif scores[NameType.PLACE] < _PLACED:
            scores[NameType.PLACE] -= 2

    def _is_surname(self, key: str, person: str | None) -> bool:
        """Whether it is a person's surname, or a variant of one that little else speaks of."""
        if person is None or key == person:
            return person is not None
        weak = max(self._scores[key].values(), default=0) < _SPOKEN_FOR
        return weak and same_spelling(key, person)

    def _best(self, key: str) -> NameType | None:
        scores = self._scores[key]
        best = max(_PREFERENCE, key=lambda t: scores[t])
        return best if scores[best] >= 1 else None


def _vote_by_form(piece: NamePiece, scores: _Scores) -> None:
    last = piece.name[-1]
    words = lexicon()
    lowers = [w.lower for w in piece.name]
    before_of = [a for a, b in pairwise(lowers) if b in ("of", "for")]
    body_nouns = (w for w in (last.lower, *before_of) if words.has("body_name_nouns", w))
    opens = len(lowers) > 1 and words.has("body_openers", lowers[0])
    if opens or any(body_nouns):
        scores[NameType.BODY] += 5
    elif words.has("place_name_nouns", last.lower) and len(lowers) > 1:
        scores[NameType.PLACE] += 5
    named_thing = words.has("thing_name_nouns", last.lower) or lowers[0] == "operation"
    if named_thing or _is_weapon(piece) or (len(lowers) > 1 and last.text[-1:].isdigit()):
        scores[NameType.THING] += 6
    if len(lowers) == 1 and last.text.isupper() and 2 <= len(last.text) <= 6:
        scores[NameType.BODY] += 2
    if len(lowers) > 1 and given_gender(piece.name[0].lower) is not None:
        scores[NameType.PERSON] += 3
    if len(lowers) > 1 and any(w in ("al", "bin", "ibn", "abu", "van", "von") for w in lowers[1:]):
        scores[NameType.PERSON] += 1


def _is_weapon(piece: NamePiece) -> bool:
    """Whether it is a weapon's name, or written as makers write them: "T-72", "Su-30"."""
    name = piece.surface.lower()
    if any(lexicon().has("weapon_names", n) for n in (name, name.removesuffix("s"))):
        return True
    letters, hyphen, number = piece.name[-1].text.partition("-")
    return bool(hyphen) and len(letters) < 4 and letters.isalpha() and number[:1].isdigit()


def _vote_by_neighbours(piece: NamePiece, sentence: Sentence, scores: _Scores) -> None:
    words, offset = sentence.words, sentence.words[0].index
    start, end = piece.name[0].index - offset, piece.name[-1].index - offset + 1
    before = words[start - 1].lower if start else ""
    if before == "the" and start > 1:
        before = words[start - 2].lower
        scores[NameType.PERSON] -= 2
    if before == "of" and start > 1 and _place_noun(words[start - 2]):
        scores[NameType.PLACE] += 4
    elif before in ("in", "near", "at", "into", "inside", "outside", "around", "through"):
        scores[NameType.PLACE] += 2
    elif before in ("pro", "anti", "-"):
        scores[NameType.PERSON] += 1
    if end < len(words):
        _vote_by_next(piece, words, end, scores)


def _vote_by_next(
    piece: NamePiece, words: tuple[Word, ...], position: int, scores: _Scores
) -> None:
    after = words[position]
    if after.lower in ("who", "whom", "whose"):
        scores[NameType.PERSON] += 2
    if after.text == "," and _age_follows(words, position):
        scores[NameType.PERSON] += 4
    if piece.head.dep not in ("compound", "amod", "nmod") or not after.text[0].islower():
        return
    head = piece.head.head
    noun = noun_ending_at(words, head.index - words[0].index)
    if _place_noun(head):
        scores[NameType.PLACE] += 3
    elif lexicon().has("thing_name_nouns", head.lemma) or (
        noun is not None and noun.is_any((NounKind.EQUIPMENT,))
    ):
        scores[NameType.THING] += 3
    elif noun is not None and noun.kinds[0] is not NounKind.DEED:
        scores[NameType.BODY] += 4


def _age_follows(words: tuple[Word, ...], comma: int) -> bool:
    age = words[comma + 1] if comma + 1 < len(words) else None
    closing = words[comma + 2].text if comma + 2 < len(words) else ""
    return age is not None and age.text.isdigit() and int(age.text) < 110 and closing in (",", ".")


def _vote_by_syntax(piece: NamePiece, sentence: Sentence, scores: _Scores) -> None:
    head = piece.head
    spoken = lexicon().has("speech_verbs", head.head.lemma)
    if spoken and head.dep in ("nsubj", "dobj"):
        scores[NameType.PERSON] += 1
        scores[NameType.BODY] += 1
    _vote_by_verb(head, scores)
    if head.dep == "poss" and not piece.entries:
        _vote_by_possession(head.head, sentence, scores)
    if head.dep == "nsubj" and head.head.pos == "VERB":
        scores[NameType.PLACE] -= 1
        scores[NameType.THING] -= 1
    partners = head.children_by("appos")
    if head.dep == "nsubj" and head.head.lemma == "be":
        partners += head.head.children_by("attr")
    if head.dep == "appos":
        partners = [*partners, head.head]
    for partner in partners:
        _vote_by_partner(partner, sentence, scores)


def _vote_by_verb(head: Word, scores: _Scores) -> None:
    """Towns are shelled, persons are jailed and resign."""
    verb = head.head.lemma
    if head.dep in ("dobj", "nsubjpass"):
        if lexicon().has("town_verbs", verb):
            scores[NameType.PLACE] += 1
        if lexicon().has("person_verbs", verb):
            scores[NameType.PERSON] += 5
    elif head.dep == "nsubj" and lexicon().has("personal_verbs", verb):
        scores[NameType.PERSON] += 3


def _vote_by_possession(head: Word, sentence: Sentence, scores: _Scores) -> None:
    """Who has deeds, aides or kin is rather a person or body than a place."""
    noun = noun_ending_at(sentence.words, head.index - sentence.words[0].index)
    if noun is not None and noun.kinds[0] is not NounKind.PEOPLE:
        scores[NameType.PERSON] += 1
        scores[NameType.BODY] += 1


def _vote_by_partner(partner: Word, sentence: Sentence, scores: _Scores) -> None:
    if partner.pos != "NOUN":
        return
    noun = noun_ending_at(sentence.words, partner.index - sentence.words[0].index)
    if _place_noun(partner):
        scores[NameType.PLACE] += 3
    elif noun is not None and not noun.is_any(OWNED):
        personal = noun.is_any(PERSONAL) and partner.tag == "NN"
        scores[NameType.PERSON if personal else NameType.BODY] += 3


def _place_noun(word: Word) -> bool:
    return lexicon().has("place_name_nouns", word.lemma) and word.text[0].islower()
