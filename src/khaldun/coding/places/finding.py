"""Which words of a document name a place.

Capitalised words are taken run by run. In a run the longest name that the gazetteer knows is a
place, unless the rest of the run makes it part of another name ("Lincoln Police", "George
Washington"); a name that it does not know is one where a kind word or a preposition says so
("the village of Tell Zaqa"). What is in doubt is decided by the rest of the document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from khaldun.coding.lexicon.loading import words as words_of
from khaldun.coding.places.demonyms import country_of
from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.places.names import FoundName, Sign
from khaldun.coding.places.scene import Scene
from khaldun.coding.places.signs import PLACE_LABELS, Signs, plain
from khaldun.coding.syntax import Sentence, Syntax, Word
from khaldun.gazetteer import Match, PlaceKind, fold_name, gazetteer
from khaldun.ontology.registry import registry

LONGEST_NAME = 6
LONGEST_RUN = 12
_CLOSED_CLASS = frozenset({"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PUNCT", "PART", "INTJ"})
_ARTICLES = frozenset({"al", "el", "as", "ash", "ar", "at", "an", "ad", "az", "ul"})
_NEARBY = frozenset({"nearby", "neighbouring", "neighboring"})
# What the parser takes an unknown name for.
_NAMES = PLACE_LABELS | {"", "ORG", "PERSON"}
# These are places of their own: the road to a town is not the town.
_APART = frozenset({PlaceKind.FACILITY, PlaceKind.ROUTE, PlaceKind.WATER, PlaceKind.LANDFORM})


def find_names(syntax: Syntax, persons: Iterable[str] = ()) -> list[FoundName]:
    """The place names of a document in text order, none overlapping another.

    Args:
        syntax: the parsed document.
        persons: names of persons that the document speaks of; their parts are no places
            unless something places them.
    """
    finders = [_Finder(syntax, s) for s in syntax.sentences]
    for finder in finders:
        finder.search()
    people = {fold_name(part) for name in persons for part in name.split()}
    people.update(*(f.people for f in finders))
    return _agreed([n for f in finders for n in f.names], people)


def _agreed(names: list[FoundName], people: set[str]) -> list[FoundName]:
    """The names that stand alone, and those in doubt that agree with them."""
    standing = [n for n in names if _stands(n, people)]
    sure = {fold_name(n.name) for n in standing}
    scene = Scene(standing)
    possible = {
        fold_name(n.name)
        for n in names
        if n.sign is Sign.POSSIBLE and fold_name(n.name) not in people and scene.holds(n)
    }
    return [n for n in names if _stands(n, people) or _agrees(n, sure | possible)]


def _stands(name: FoundName, people: set[str]) -> bool:
    if name.sign is Sign.LOCATED:
        return True
    return name.sign is Sign.KNOWN and fold_name(name.name) not in people


def _agrees(name: FoundName, sure: set[str]) -> bool:
    return bool(name.matches) and fold_name(name.name) in sure


@dataclass(slots=True)
class _Finder:
    """Goes through one sentence."""

    syntax: Syntax
    sentence: Sentence
    names: list[FoundName] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    words: tuple[Word, ...] = field(init=False)
    signs: Signs = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.sentence.words
        title_case = is_title_case(self.words)
        self.signs = Signs(self.syntax, self.words, title_case=title_case)

    def search(self) -> None:
        """Fills in the names and the parts of persons' names."""
        position = 0
        while position < len(self.words):
            if self._may_start(position):
                position = max(position + 1, self._read_run(position))
            else:
                position += 1
        self._share_kinds()

    def _share_kinds(self) -> None:
        """Gives the kind of a plural kind word to all it goes with: "A and B provinces"."""
        for number in range(len(self.names) - 1, 0, -1):
            name, before = self.names[number], self.names[number - 1]
            first, last = before.words[-1].index, name.words[0].index
            between = {w.lower for w in self.syntax.words[first + 1 : last]}
            after = self.syntax.words[name.words[-1].index + 1 : name.words[-1].index + 2]
            plural = name.kind and (not after or after[0].tag == "NNS" or after[0].text == ",")
            if plural and before.kind is None and between and between <= {"and", ",", "or"}:
                self.names[number - 1] = replace(before, kind=name.kind)

    def _may_start(self, position: int) -> bool:
        word = self.words[position]
        if word.text[:1].isupper():
            return word.pos not in _CLOSED_CLASS or word.lower in _ARTICLES
        follows = self.words[position + 1 : position + 3]
        return (
            word.lower in _ARTICLES
            and len(follows) == 2
            and follows[0].text == "-"
            and follows[1].text[:1].isupper()
        )

    def _run_end(self, start: int) -> int:
        """Where the capitalised words that start here end."""
        end = start
        while end < min(len(self.words), start + LONGEST_RUN):
            word = self.words[end]
            capital = word.text[:1].isupper() and word.pos not in _CLOSED_CLASS
            if not capital and word.text != "-" and not self._links(end):
                break
            end += 1
        while end > start + 1 and not self.words[end - 1].text[:1].isupper():
            end -= 1
        return max(end, start + 1)

    def _links(self, position: int) -> bool:
        """Whether a small word binds a name: "Nawah-ye Barakzai", "Tarnek wa Jaldak"."""
        word = self.words[position]
        if word.lower in ("al", "el", "wa"):
            return True
        hyphen = position > 0 and self.words[position - 1].text == "-"
        return hyphen and word.lower in place_lexicon().inner

    def _read_run(self, start: int) -> int:
        """Finds the names of the run that starts here; gives where to go on."""
        lexicon = place_lexicon()
        known = self._longest_known(start)
        title = plain(self.words[start]) in lexicon.titles or self._has_title(start)
        whole = known is not None and known[0] - start > 1
        if title and not whole and self.signs.kind_before(start) is None:
            return self._read_person(start)
        abbreviated = self._read_abbreviation(start)
        if abbreviated:
            return abbreviated
        if known is not None:
            return self._read_known(start, *known)
        if self.words[start].lower in lexicon.directions or self.words[start].pos == "ADJ":
            return start + 1
        return self._read_unknown(start)

    def _has_title(self, start: int) -> bool:
        before = self.words[start - 1] if start else None
        return before is not None and plain(before) in place_lexicon().titles

    def _read_person(self, start: int) -> int:
        end = self._run_end(start)
        self.people.update(fold_name(w.text) for w in self.words[start:end])
        return end

    def _longest_known(self, start: int) -> tuple[int, tuple[Match, ...]] | None:
        for end in range(min(start + LONGEST_NAME, len(self.words)), start, -1):
            if self._may_be_name(start, end) and not self._is_demonym(start, end):
                matches = gazetteer().matches(self._text(start, end))
                if matches:
                    return end, matches
        return None

    def _may_be_name(self, start: int, end: int) -> bool:
        last = self.words[end - 1].text.lstrip("'’‘ʻ")
        if not last[:1].isupper():
            return False
        return all(self._joins(word) for word in self.words[start + 1 : end - 1])

    def _is_demonym(self, start: int, end: int) -> bool:
        """Whether it is an adjective of a country: "a Chadian town" is not in Chadian, China."""
        word = self.words[start]
        return end == start + 1 and word.pos == "ADJ" and country_of(word.text) is not None

    def _joins(self, word: Word) -> bool:
        first = word.text[:1]
        return first.isupper() or first in "-'’‘.–&" or word.lower in place_lexicon().inner

    def _text(self, start: int, end: int) -> str:
        return self.syntax.text[self.words[start].start : self.words[end - 1].end]

    def _read_known(self, start: int, end: int, matches: tuple[Match, ...]) -> int:
        kind, stop = self.signs.kind_around(start, end)
        if kind is PlaceKind.REGION and all(m.entry.kind is PlaceKind.COUNTRY for m in matches):
            kind, stop = None, end  # "the United States Department of State"
        run_end = max(self._run_end(start), end)
        rest = self.words[stop:run_end]
        if rest and not self.signs.title_case and not self._separates(rest):
            return self._read_part(start, end, stop=stop, run_end=run_end)
        sign = self.signs.sign_of(start, end, matches, kind)
        self._add(start, stop, name_end=end, kind=kind, matches=matches, sign=sign)
        return stop

    def _separates(self, rest: Sequence[Word]) -> bool:
        """Whether the capitalised words after a name begin something else."""
        first = rest[0]
        if plain(first) in place_lexicon().titles or first.entity in ("DATE", "TIME"):
            return True
        if first.entity == "NORP" and first.tag != "NNPS":
            return True
        return first.text == "-" and len(rest) > 1

    def _read_part(self, start: int, end: int, *, stop: int, run_end: int) -> int:
        """A known name at the start of a longer one: part of it, unless a kind word ends it."""
        words = self.words[start:run_end]
        matches = gazetteer().matches(self._text(start, end))
        said = stop > end and self.words[stop].lower not in place_lexicon().others
        if said or self._is_division(matches, end - start):
            kind, _ = self.signs.kind_around(start, end)
            sign = Sign.LOCATED if kind not in _APART else Sign.PART
            self._add(start, stop, name_end=end, kind=kind, matches=matches, sign=sign)
            return max(stop, run_end)
        if self._is_person(words) and self.signs.kind_before(start) is None:
            return self._read_person(start)
        body = self._sign_in_body(words[end - start :])
        if body is not None:
            self._add(start, end, name_end=end, kind=None, matches=matches, sign=body)
            return run_end
        unknown = self._read_unknown(start)
        if unknown == start:
            self._add(start, end, name_end=end, kind=None, matches=matches, sign=Sign.PART)
        return max(unknown, run_end)

    def _sign_in_body(self, rest: Sequence[Word]) -> Sign | None:
        """How the name of a body speaks for the place that it starts with, if it is a body's."""
        lexicon = place_lexicon()
        if rest and rest[0].lower in lexicon.civic:
            return Sign.POSSIBLE
        return Sign.PART if any(w.lower in lexicon.others for w in rest) else None

    def _is_division(self, matches: Sequence[Match], length: int) -> bool:
        """Whether the name itself says that it is a division: "Walker County"."""
        last = matches[0].entry.kind
        return length > 1 and last in (PlaceKind.DISTRICT, PlaceKind.COUNTRY)

    def _is_person(self, words: Sequence[Word]) -> bool:
        return len(words) > 1 and sum(w.entity == "PERSON" for w in words) * 2 > len(words)

    def _read_abbreviation(self, start: int) -> int:
        """A division of a country: "Ill." anywhere, "TX" after a comma."""
        word = self.words[start]
        division = place_lexicon().abbreviations.get(plain(word))
        after_comma = start > 0 and self.words[start - 1].text in (",", "-")
        stop = self.words[start + 1].text == "." if start + 1 < len(self.words) else False
        stopped = word.text.endswith(".") and len(word.text) > 2
        short = after_comma and (word.text.isupper() or stop)
        if division is None or not (stopped or short):
            return 0
        name, country = division
        matches = tuple(m for m in gazetteer().matches(name) if m.entry.country == country)
        words = self.words[start : start + 1]
        found = FoundName(
            words=words, name=name, kind=PlaceKind.REGION, matches=matches, sign=Sign.LOCATED
        )
        self.names.append(found)
        return start + 1

    def _read_unknown(self, start: int) -> int:
        """A name that only the words around it show to be a place's; `start` if none is."""
        end = self._run_end(start)
        words = self.words[start:end]
        kind, stop = self._unknown_kind(start, end)
        if stop < len(self.words) and kind is PlaceKind.ROUTE and self.words[stop].text.isdigit():
            stop += 1  # "Highway 1"
        placed = self._is_placed(start, words) and not registry().find(self._text(start, end))
        if self._is_person(words) and not placed and (kind is None or kind in _APART):
            return self._read_person(start)
        lone = len(words) == 1 and self.signs.is_ordinary(words[0])
        if not lone and len(words) <= LONGEST_NAME and (kind is not None or placed):
            if kind is None and self._is_listed(start, words[-1]):
                kind = self.names[-1].kind
            self._add(start, stop, name_end=end, kind=kind, matches=(), sign=Sign.LOCATED)
            return stop
        if len(words) > 1:
            return self._read_person(start)
        return start + (not placed)

    def _unknown_kind(self, start: int, end: int) -> tuple[PlaceKind | None, int]:
        lexicon = place_lexicon()
        first, last = self.words[start], self.words[end - 1]
        kind, stop = self.signs.kind_around(start, end)
        if kind is not None and stop == end and self._describes(first, last):
            return None, end
        numbered = end < len(self.words) and self.words[end].text.isdigit()
        if kind is None and numbered and lexicon.kind_words.get(last.lower) is PlaceKind.ROUTE:
            return PlaceKind.ROUTE, end
        if kind is None and end - start > 1 and last.lower not in lexicon.others:
            kind = lexicon.kind_words.get(last.lower)
            if kind is PlaceKind.REGION and last.entity not in PLACE_LABELS:
                return None, end  # "Islamic State"
        if kind is None and end - start > 1:
            kind = lexicon.kind_before.get(plain(first))
        return kind, stop

    def _describes(self, first: Word, last: Word) -> bool:
        """Whether words before a kind word are no name: "Angolan city", "IED factory"."""
        short = first is last and first.text.isupper() and not self.signs.title_case
        return last.pos == "ADJ" or last.entity == "NORP" or short

    def _is_placed(self, start: int, words: Sequence[Word]) -> bool:
        before, head = self.words[start - 1] if start else None, words[-1]
        nearby = before is not None and before.lower in _NEARBY and start > 1
        before = self.words[start - 2] if nearby else before
        lexicon = place_lexicon()
        if head.dep == "dobj" and head.head.lemma in lexicon.place_verbs:
            return all(w.pos == "PROPN" and w.entity not in ("ORG", "NORP") for w in words)
        if self._is_listed(start, head) or self.signs.is_called(head):
            return all(w.pos == "PROPN" and w.entity not in ("NORP", "DATE") for w in words)
        if before is None or before.lower not in lexicon.locative | lexicon.goal:
            return False
        if nearby or self._is_whereabouts(start + len(words)):
            return all(w.pos == "PROPN" and w.entity not in ("NORP", "DATE") for w in words)
        if self._is_scene(before):
            return all(w.pos == "PROPN" and w.entity in _NAMES for w in words)
        return all(w.entity in PLACE_LABELS for w in words)

    def _is_whereabouts(self, end: int) -> bool:
        """Whether what follows says where it lies: "at Sahl, in the Tete district"."""
        following = [w.lower for w in self.words[end : end + 2]]
        lexicon = place_lexicon()
        return following[:1] == [","] and not {"in", "near", *lexicon.directions}.isdisjoint(
            following[1:]
        )

    def _is_listed(self, start: int, head: Word) -> bool:
        """Whether it goes on a list of places: "the villages of Sees and Kafr"."""
        if not self.names or head.dep != "conj" or not self._opens_list(self.names[-1]):
            return False
        last = self.names[-1].words[-1]
        between = self.syntax.words[last.index + 1 : self.words[start].index]
        links = all(w.text == "," or w.lower in ("and", "or") for w in between)
        return bool(between) and links and self.names[-1].sign is Sign.LOCATED

    def _opens_list(self, name: FoundName) -> bool:
        """Whether what is listed with `name` is a place: of its kind, or a town beside a town."""
        states = any(m.entry.kind is PlaceKind.COUNTRY for m in name.matches)
        return name.kind is not None or (bool(name.matches) and not states)

    def _is_scene(self, preposition: Word) -> bool:
        """Whether a verb is said to take place in what follows: "were killed in Oued Aissi"."""
        above, lexicon = preposition.head, place_lexicon()
        if preposition.lower not in ("in", "near"):
            return False
        if above.pos == "VERB":
            return above.lemma not in lexicon.abstract_verbs
        kinds = ("people", "combatant", "facility")  # "rebels in Oued Aissi", "four mosques in"
        return above.tag == "NNS" and any(above.lemma in words_of("classes", k) for k in kinds)

    def _add(
        self,
        start: int,
        stop: int,
        *,
        name_end: int,
        kind: PlaceKind | None,
        matches: tuple[Match, ...],
        sign: Sign,
    ) -> None:
        name = self._text(start, name_end)
        full = gazetteer().matches(self._text(start, stop)) if stop > name_end else ()
        if full:
            name, matches = self._text(start, stop), full
        elif kind in _APART and stop > name_end:
            name, matches = self._text(start, stop), ()
        words = tuple(self.words[start:stop])
        self.names.append(FoundName(words=words, name=name, kind=kind, matches=matches, sign=sign))


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether a sentence is a headline in which most words are capitalised."""
    longer = [w for w in words if len(w.text) > 3 and w.text.isalpha()]
    capital = sum(w.text[0].isupper() for w in longer)
    return len(longer) >= 4 and capital >= 0.9 * len(longer)
