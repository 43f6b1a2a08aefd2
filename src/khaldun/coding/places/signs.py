"""What the words around a name say about whether it is a place."""

from collections.abc import Sequence

from khaldun.coding.places.holding import is_held, is_ruled
from khaldun.coding.places.lexicon import PlaceLexicon, place_lexicon
from khaldun.coding.places.names import Sign
from khaldun.coding.syntax import Syntax, Word
from khaldun.gazetteer import Match, PlaceKind, gazetteer

# Places of a hundred thousand and a million people, capitals and countries need no other sign.
WELL_KNOWN = 5.0
FAMOUS = 6.0
FAMOUS_NAME = 7.0
KNOWN_TO_PARSER = 3.0
CONTAINER = 6.3
LONGEST_ACRONYM = 3
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# "They overran Vukovar", "Vukovar was overrun".
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_INHABITED = (PlaceKind.CITY, PlaceKind.QUARTER, PlaceKind.DISTRICT, PlaceKind.REGION)
_DASHES = frozenset({"-", "--", "---", "–", "—", "("})


def plain(word: Word) -> str:
    """The word in lower case without full stops."""
    return word.lower.replace(".", "")


class Signs:
    """Reads the surroundings of names in one sentence."""

    def __init__(self, syntax: Syntax, words: Sequence[Word], *, title_case: bool) -> None:
        self.syntax = syntax
        self.words = words
        self.title_case = title_case
        self.lexicon: PlaceLexicon = place_lexicon()

    def kind_around(self, start: int, end: int) -> tuple[PlaceKind | None, int]:
        """The kind that the words around a name say, and where the name ends with them.

        A capitalised kind word is part of the name, one in lower case is not.
        """
        kinds = self.lexicon.kind_words
        after = self.words[end] if end < len(self.words) else None
        if after is not None and after.pos in ("NOUN", "PROPN"):
            kind = kinds.get(after.lower)
            if kind is not None:
                capital = after.text[0].isupper() and not self.title_case
                return kind, end + 1 if capital else end
        return self.kind_before(start), end

    def kind_before(self, start: int) -> PlaceKind | None:
        """The kind that stands before a name: "the village of", "the town"."""
        kinds = self.lexicon.kind_words
        before = self.words[max(0, start - 2) : start]
        if len(before) == 2 and before[1].lower == "of" and before[0].text.islower():
            return kinds.get(before[0].lower)
        if before and before[-1].lower in ("village", "town", "hamlet"):
            return PlaceKind.CITY
        return None

    def sign_of(
        self, start: int, end: int, matches: Sequence[Match], kind: PlaceKind | None
    ) -> Sign:
        """How the words around a name that the gazetteer knows speak for a place."""
        words = self.words[start:end]
        located = (
            kind is not None
            or (len(words) > 1 and words[-1].lower in self.lexicon.kind_words)
            or self.is_located(start, end)
            or self._is_home(start, end)
            or self.is_called(words[-1])
        )
        if len(words) == 1 and self.is_ordinary(words[0], located=located):
            return Sign.PART
        labels = {w.entity for w in words}
        if len(words) == 1 and self._is_acronym(start) and max(map(fame, matches)) < FAMOUS_NAME:
            return Sign.PART
        if located:
            return Sign.LOCATED
        # The parser takes many a town for a person; one of size that is seized is a town.
        known = max(map(fame, matches)) >= WELL_KNOWN
        done_to = self._is_goal(start, end) or self._owns_ground(end) or is_held(words[-1])
        if done_to and ("PERSON" not in labels or known):
            return Sign.KNOWN
        return self._sign_of_labels(words, labels, max(map(fame, matches)))

    def _sign_of_labels(self, words: Sequence[Word], labels: set[str], best: float) -> Sign:
        if labels & PLACE_LABELS:
            return Sign.KNOWN if best >= KNOWN_TO_PARSER or len(words) > 1 else Sign.POSSIBLE
        if "PERSON" in labels:
            alone = len(words) == 1 and not self._acts(words[0])
            known = best >= FAMOUS_NAME
            return Sign.KNOWN if known else Sign.POSSIBLE if alone else Sign.PART
        needed = FAMOUS if labels & {"NORP", "ORG"} else WELL_KNOWN
        named = any(w.pos == "PROPN" for w in words)
        return Sign.KNOWN if best >= needed and named else Sign.POSSIBLE

    def is_called(self, head: Word) -> bool:
        """Whether a noun beside it says what kind of place it is: "Baga, a town on the lake"."""
        return any(
            noun.index > head.index and self.lexicon.kind_words.get(noun.lower) in _INHABITED
            for noun in head.children_by("appos")
        )

    def _is_goal(self, start: int, end: int) -> bool:
        """Whether something goes to it, comes from it or is done to it, as to a person too."""
        head = self.words[end - 1]
        if head.dep == "dobj" and head.head.lemma in self.lexicon.goal_verbs:
            return True
        return self._after(start, end, self.lexicon.goal)

    def _owns_ground(self, end: int) -> bool:
        """Whether what it has is a place or part of one: "Kidal's airport", "Goma's suburbs"."""
        head = self.words[end - 1]
        ground = self.lexicon.surroundings | self.lexicon.kind_words.keys()
        return head.dep == "poss" and head.head.lower in ground

    def is_ordinary(self, word: Word, *, located: bool = False) -> bool:
        """Whether a lone word is not a name at all, or not first of all a place's."""
        if plain(word) in self.lexicon.common_words and word.text not in ("US", "U.S."):
            return True
        if word.pos in ("PROPN", "X") or word.entity in PLACE_LABELS or located:
            return False
        return not self.title_case and word.tag not in ("NNP", "NNPS")

    def is_located(self, start: int, end: int) -> bool:
        """Whether a preposition, a dateline or another place says that this is a place."""
        head = self.words[end - 1]
        if self._after(start, end, self.lexicon.locative):
            return True
        if head.dep in _OBJECTS and head.head.lemma in self.lexicon.place_verbs:
            return True
        if self._is_reached(head) or is_ruled(head):
            return True
        if self._is_surrounded(start, end):
            return True
        return self._is_contained(end) or self._is_dateline(start, end)

    def _is_reached(self, head: Word) -> bool:
        """Whether somebody moves to or from it: "withdrew from Mogok"."""
        preposition = head.head
        if preposition.lower == "of" and preposition.head.lower == "out":
            preposition = preposition.head  # "driven out of Mogok"
        elif preposition.lower not in self.lexicon.goal:
            return False
        return head.dep == "pobj" and preposition.head.lemma in self.lexicon.motion_verbs

    def _is_acronym(self, start: int) -> bool:
        """Whether a word is a few capitals that nothing shouts: "EST", "NICE", but "UK" too."""
        text = self.words[start].text.replace(".", "")
        if not (text.isupper() and 2 <= len(text) <= LONGEST_ACRONYM):
            return False
        shouted = all(w.text.isupper() for w in self.words if w.text.isalpha())
        return not shouted and not self._is_dateline(start, start + 1)

    def _is_home(self, start: int, end: int) -> bool:
        """Whether people are said to be from it: "a Mersin man", "Deniz Kaya, 24, of Mersin"."""
        if end < len(self.words) and self.words[end].lower in self.lexicon.locals:
            return True
        before = self.words[max(0, start - 3) : start]
        if len(before) < 3 or before[-1].lower != "of":
            return False
        aged = before[-2].text == "," and before[-3].text.isdigit()
        return aged or before[-2].entity == "PERSON"

    def _is_surrounded(self, start: int, end: int) -> bool:
        """Whether a word for the surroundings of a place goes with it: "the Hama countryside"."""
        words = self.lexicon.surroundings
        if end < len(self.words) and self.words[end].lower in words:
            return True
        before = self.words[max(0, start - 2) : start]
        around = words | self.lexicon.directions
        return len(before) == 2 and before[1].lower == "of" and before[0].lower in around

    def _after(self, start: int, end: int, prepositions: frozenset[str]) -> bool:
        """Whether one of `prepositions` stands before the name or governs it."""
        head = self.words[end - 1]
        if start and self.words[start - 1].lower in prepositions:
            return True
        return head.dep == "pobj" and head.head.lower in prepositions

    def _acts(self, word: Word) -> bool:
        """Whether the word is what says or does something, as persons do."""
        return word.dep in ("nsubj", "poss", "agent") and word.head.lemma != "fall"

    def _is_dateline(self, start: int, end: int) -> bool:
        after = self.words[end].text if end < len(self.words) else ""
        shouted = self.words[start].text.isupper() and len(self.words[start].text) > 2
        return after in _DASHES and shouted and (start == 0 or after != "-")

    def _is_contained(self, end: int) -> bool:
        follows = self.words[end : end + 2]
        if len(follows) < 2 or follows[0].text != ",":
            return False
        if plain(follows[1]) in self.lexicon.abbreviations and follows[1].text[0].isupper():
            return True
        known = gazetteer().matches(self._name_from(end + 1))
        return any(m.entry.rank >= CONTAINER and m.entry.kind in _CONTAINERS for m in known)

    def _name_from(self, start: int) -> str:
        end = start
        while end < min(len(self.words), start + 3) and self.words[end].text[:1].isupper():
            end += 1
        if end == start:
            return ""
        return self.syntax.text[self.words[start].start : self.words[end - 1].end]


_CONTAINERS = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.AREA)


def fame(match: Match) -> float:
    """How well known a place is under this name, districts only by their full name."""
    short = match.entry.kind is PlaceKind.DISTRICT and not match.usual
    return match.entry.rank - (not match.usual) * 0.7 - short
