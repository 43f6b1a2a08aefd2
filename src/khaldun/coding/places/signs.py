"""What the words around a name say about whether it is a place."""

from collections.abc import Sequence

from khaldun.coding.places.lexicon import PlaceLexicon, place_lexicon
from khaldun.coding.places.names import Sign
from khaldun.coding.syntax import Syntax, Word
from khaldun.gazetteer import Match, PlaceKind, gazetteer

# Places of a hundred thousand and a million people, capitals and countries need no other sign.
WELL_KNOWN = 5.0
FAMOUS = 6.0
FAMOUS_NAME = 8.0
KNOWN_TO_PARSER = 3.0
CONTAINER = 6.3
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
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
        before = self.words[max(0, start - 2) : start]
        if len(before) == 2 and before[1].lower == "of" and before[0].text.islower():
            return kinds.get(before[0].lower), end
        if before and kinds.get(before[-1].lower) is PlaceKind.CITY and before[-1].text.islower():
            return PlaceKind.CITY if before[-1].lower in ("village", "town") else None, end
        return None, end

    def sign_of(
        self, start: int, end: int, matches: Sequence[Match], kind: PlaceKind | None
    ) -> Sign:
        """How the words around a name that the gazetteer knows speak for a place."""
        words = self.words[start:end]
        if len(words) == 1 and self.is_ordinary(words[0]):
            return Sign.PART
        best = max(map(fame, matches))
        labels = {w.entity for w in words}
        if kind is not None or self.is_located(start, end):
            return Sign.LOCATED
        if self._after(start, end, self.lexicon.goal) and "PERSON" not in labels:
            return Sign.KNOWN
        if labels & PLACE_LABELS:
            return Sign.KNOWN if best >= KNOWN_TO_PARSER or len(words) > 1 else Sign.POSSIBLE
        if "PERSON" in labels:
            alone = len(words) == 1 and not self._acts(words[0])
            known = best >= FAMOUS_NAME
            return Sign.KNOWN if known else Sign.POSSIBLE if alone else Sign.PART
        needed = FAMOUS if labels & {"NORP", "ORG"} else WELL_KNOWN
        named = any(w.pos == "PROPN" for w in words)
        return Sign.KNOWN if best >= needed and named else Sign.POSSIBLE

    def is_ordinary(self, word: Word) -> bool:
        """Whether a lone word is not a name at all, or not first of all a place's."""
        if word.lower in self.lexicon.common_words and word.text not in ("US", "UK"):
            return True
        if word.pos in ("PROPN", "X") or word.entity in PLACE_LABELS:
            return False
        return not self.title_case and word.tag not in ("NNP", "NNPS")

    def is_located(self, start: int, end: int) -> bool:
        """Whether a preposition, a dateline or another place says that this is a place."""
        head = self.words[end - 1]
        if self._after(start, end, self.lexicon.locative):
            return True
        if head.dep == "dobj" and head.head.lemma in self.lexicon.place_verbs:
            return True
        return self._is_contained(end) or self._is_dateline(start, end)

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
        return start == 0 and after in _DASHES and self.words[0].text.isupper()

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
