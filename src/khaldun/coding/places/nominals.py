"""Places that a definite noun takes up: "the town", "north of the capital"."""

from collections import Counter

from khaldun.coding.draft import Draft
from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.syntax import Word
from khaldun.gazetteer import GazetteerEntry, PlaceKind, gazetteer
from khaldun.record import Actor, Place

# How many words back the place may have been named.
_REACH = 200
_DEFINITE = frozenset({"the", "this", "that"})
# What these stand behind is told from others of its kind, and need not have been named.
_TELLING_APART = frozenset({"relcl", "acl", "poss", "nummod"})
_OF = frozenset({"of", "in", "near", "on", "between", "called"})
_KINDS = (PlaceKind.CITY, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.FACILITY)
_SMALL = frozenset({"village", "hamlet", "settlement"})
# A village has no hundred thousand people.
_LARGE = 5.0


def taken_up(draft: Draft, noun: Word) -> str | None:
    """The id of the last place named before `noun` that it can mean; none for other nouns."""
    kind = place_lexicon().kind_words.get(noun.lower)
    if kind not in _KINDS or noun.tag != "NN" or not _is_definite(noun):
        return None
    if noun.lower == "capital":
        return _capital(draft)
    words = draft.syntax.words
    start = noun.index
    if any(c.lower == "same" for c in noun.children_by("amod")):
        start = draft.syntax.sentences[noun.sentence].words[0].index
    for index in range(start - 1, max(-1, start - _REACH), -1):
        place = draft.place_ids.get(index)
        named = words[index : index + 2]
        if place is not None and _fits(draft.places[int(place[1:]) - 1], kind, noun.lower, named):
            return place
    return None


def _capital(draft: Draft) -> str | None:
    """The capital, if the text names it, of the country that it speaks most of."""
    spoken: tuple[Place | Actor, ...] = (*draft.places, *draft.actors)
    named = Counter(x.country for x in spoken if x.country for _ in x.mentions)
    country = max(named, key=lambda c: (named[c], c), default=None)
    for place in draft.places:
        entry = _entry_of(place) if place.country == country else None
        if entry is not None and entry.capital:
            return place.id
    return None


def _is_definite(noun: Word) -> bool:
    """Whether it points back: "the town", not "the town of Sahl", "the town where they met"."""
    if not any(c.lower in _DEFINITE for c in noun.children_by("det")):
        return False
    return not any(
        c.dep in _TELLING_APART or c.pos == "PROPN" or (c.dep == "prep" and c.lower in _OF)
        for c in noun.children
    )


def _fits(place: Place, kind: PlaceKind, noun: str, named: tuple[Word, ...]) -> bool:
    """Whether a place is of the kind that a noun says: a site is named with the noun itself."""
    if place.kind != kind:
        return False
    if kind is PlaceKind.FACILITY:
        return any(w.lower == noun for w in named)
    if noun in _SMALL:
        entry = _entry_of(place)
        return entry is None or entry.rank < _LARGE
    return True


def _entry_of(place: Place) -> GazetteerEntry | None:
    """What the gazetteer knows of a place."""
    matches = gazetteer().matches(place.name)
    here = (place.latitude, place.longitude)
    return next((m.entry for m in matches if (m.entry.latitude, m.entry.longitude) == here), None)
