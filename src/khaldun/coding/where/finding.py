"""Where what a word says took place: the place that its syntax gives, else the narrative.

Where its own sentence gives none, the last place that the paragraph put something at carries on.
"""

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.syntax import Sentence, Word
from khaldun.coding.where.in_sentence import WINDOW, in_sentence, is_of_telling, place_of
from khaldun.gazetteer import PlaceKind
from khaldun.record import Place, Precision

NARRATIVE_SENTENCES = 6
SCENE_PLACES = 12
_MOST_CLAUSES = 8
SCENE_DEGREES = 3.0
_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.AREA)
_PRECISION = {
    PlaceKind.FACILITY: Precision.POINT,
    PlaceKind.QUARTER: Precision.TOWN,
    PlaceKind.CITY: Precision.TOWN,
    PlaceKind.DISTRICT: Precision.DISTRICT,
    PlaceKind.ROUTE: Precision.DISTRICT,
    PlaceKind.LANDFORM: Precision.DISTRICT,
    PlaceKind.WATER: Precision.REGION,
    PlaceKind.REGION: Precision.REGION,
    PlaceKind.AREA: Precision.REGION,
    PlaceKind.COUNTRY: Precision.COUNTRY,
}


def where_of(draft: Draft, word: Word, *, carries: bool = True) -> str | None:
    """The id of the place where what `word` says took place; none if the text gives none.

    `carries` says whether the place of the sentences before may be its own too.
    """
    place = in_sentence(draft, word)
    if place is None and word.lemma in words("quantities", "tolls"):
        place = _told_in(draft, draft.syntax.sentences[word.sentence], until=word)
    return _carried(draft, word) if place is None and carries else place


def precision_of(place: Place) -> Precision | None:
    """How exact a place is, from its kind; none for a continent or an unknown place."""
    return _PRECISION.get(PlaceKind(place.kind)) if place.kind else None


def _carried(draft: Draft, word: Word) -> str | None:
    """The place that the sentences before put something at.

    Within a paragraph the narrative carries; beyond it only where the document has one scene.
    """
    sentences = draft.syntax.sentences
    here = sentences[word.sentence]
    one_scene = _has_one_scene(draft)
    if _located_in(draft, here) is not None:
        return None
    for number in range(here.index - 1, max(-1, here.index - 1 - NARRATIVE_SENTENCES), -1):
        if sentences[number].paragraph != here.paragraph and not one_scene:
            return None
        place = _told_in(draft, sentences[number])
        if place is None and one_scene:
            place = _located_in(draft, sentences[number])
        if place is not None:
            return place
    return None


def _told_in(draft: Draft, sentence: Sentence, *, until: Word | None = None) -> str | None:
    """The place of the last main clause of a sentence that has one, of those before `until`."""
    verbs = [v for v in _main_verbs(sentence.root) if until is None or v.index < until.index]
    found = (in_sentence(draft, verb, told=True) for verb in verbs)
    return next((p for p in found if p and place_of(draft, p).kind not in _WIDE), None)


def _main_verbs(root: Word) -> list[Word]:
    """The verbs that tell what happened, the last first; what is said for who says it."""
    verbs = [root]
    for verb in verbs:
        if len(verbs) < _MOST_CLAUSES:
            verbs.extend(c for c in verb.children_by("conj", "ccomp") if c.pos == "VERB")
    return sorted(verbs, key=lambda v: -v.index)


def _located_in(draft: Draft, sentence: Sentence) -> str | None:
    """The first place, states aside, that the sentence puts something at."""
    locative = place_lexicon().locative
    for word in sentence.words[:WINDOW]:
        place = draft.place_ids.get(word.index)
        if place is None or place_of(draft, place).kind in _WIDE:
            continue
        if is_of_telling(word, word, told=True):
            continue
        if any(w.lower in locative for w in (word.head, word.head.head)):
            return place
    return None


def _has_one_scene(draft: Draft) -> bool:
    """Whether all the places that a document names, states aside, lie close together.

    The entries of a log are of places of their own.
    """
    if len(draft.places) > SCENE_PLACES or draft.entries:
        return False
    exact = [p for p in draft.places if p.kind not in _WIDE and p.latitude is not None]
    return bool(exact) and all(
        abs((p.latitude or 0) - (exact[0].latitude or 0)) < SCENE_DEGREES
        and abs((p.longitude or 0) - (exact[0].longitude or 0)) < SCENE_DEGREES
        for p in exact
    )
