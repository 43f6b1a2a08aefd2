"""Where what a word says took place: the place that its syntax gives, else the narrative.

The path from an event word to each place name near it has a cost, step by step, from
`lexicon/where.yaml`; the cheapest place is the event's. Without one, the last place that the
paragraph put something at carries on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import load_lexicon, words
from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.syntax import Sentence, Word
from khaldun.gazetteer import PlaceKind
from khaldun.record import Place, Precision

NAME = "where.v1"
_PHRASAL = frozenset({"prep", "pobj", "dobj", "dative"})
WINDOW = 80
LONGEST_PATH = 12
NARRATIVE_SENTENCES = 6
SCENE_PLACES = 12
SCENE_DEGREES = 3.0
DIVISION_DEGREES = 2.0
_EXACT = (PlaceKind.CITY, PlaceKind.FACILITY, PlaceKind.QUARTER)
_DIVISIONS = (PlaceKind.REGION, PlaceKind.DISTRICT)
_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.AREA)
_NAMING = ("compound", "nmod", "amod", "appos")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Costs:
    limit: float
    down: Mapping[str, float]
    up: Mapping[str, float]
    prepositions: Mapping[str, float]
    kind_cost: Mapping[str, float]
    actor_deps: frozenset[str]
    actor: float
    inside: float
    distance: float
    slack: float


@cache
def _costs() -> _Costs:
    content = load_lexicon("where")
    return _Costs(
        limit=content["limit"],
        down=content["down"],
        up=content["up"],
        prepositions=content["prepositions"],
        kind_cost=content["kind_cost"],
        actor_deps=frozenset(content["actor_deps"]),
        actor=content["actor"],
        inside=content["inside"],
        distance=content["distance"],
        slack=content["slack"],
    )


def where_of(draft: Draft, word: Word) -> str | None:
    """The id of the place where what `word` says took place; none if the text gives none."""
    place = _in_sentence(draft, word)
    return place if place is not None else _carried(draft, word)


def precision_of(place: Place) -> Precision | None:
    """How exact a place is, from its kind; none for a continent or an unknown place."""
    return _PRECISION.get(PlaceKind(place.kind)) if place.kind else None


def _in_sentence(draft: Draft, word: Word, *, told: bool = False) -> str | None:
    """The cheapest place of the sentence; with `told`, of those that no clause is about."""
    costs, above = _costs(), _way_up(word)
    found: list[tuple[float, str]] = []
    for name in _names_near(draft, word):
        if told and name.dep == "nsubj":
            continue
        apart = abs(name.index - word.index) / 10
        if _is_of_telling(name, word, told=told):
            continue
        cost = _path_cost(draft, above, name) + costs.distance * apart
        if cost < costs.limit:
            found.append((cost, draft.place_ids[name.index]))
    if not found:
        return None
    least, best = min(found, key=lambda f: f[0])
    inner = (p for cost, p in found if cost <= least + costs.slack and _is_within(draft, p, best))
    return next(inner, best)


def _is_of_telling(name: Word, word: Word, *, told: bool) -> bool:
    """Whether it is said where somebody spoke: "The town fell, he told reporters in Maputo".

    Before the verb of saying the place is of what is told: "In Goma, he said, two died".
    """
    preposition = holder = name.head
    while holder.dep in _PHRASAL and not holder.is_root:
        holder = holder.head
    saying = holder.lemma in words("modality", "announcing_verbs") and holder.pos == "VERB"
    if name.dep != "pobj" or not saying or preposition.index < holder.index:
        return False
    return told or (word is not holder and any(a is holder for a in word.ancestors()))


def _is_within(draft: Draft, inner: str, outer: str) -> bool:
    """Whether a place is a town or site of the division that the other is."""
    one, other = _place_of(draft, inner), _place_of(draft, outer)
    if one.kind not in _EXACT or other.kind not in _DIVISIONS or one.country != other.country:
        return False
    if one.latitude is None or other.latitude is None:
        return False
    north = abs(one.latitude - other.latitude)
    east = abs((one.longitude or 0) - (other.longitude or 0))
    return max(north, east) < DIVISION_DEGREES


def _names_near(draft: Draft, word: Word) -> Iterator[Word]:
    """The head of each place name of the sentence, those nearest to `word` first."""
    beside = draft.syntax.sentences[word.sentence].words
    position = word.index - beside[0].index
    near = beside[max(0, position - WINDOW) : position + WINDOW]
    heads = [
        w
        for w in near
        if w.index in draft.place_ids
        and (w.is_root or draft.place_ids.get(w.head.index) != draft.place_ids[w.index])
    ]
    yield from sorted(heads, key=lambda w: (abs(w.index - word.index), w.index))


@dataclass(frozen=True, slots=True)
class _Step:
    """The cost of getting up to a word, and the word before which a place must stand there."""

    cost: float
    before: int


def _way_up(word: Word) -> dict[int, _Step]:
    """The words above `word` in the tree, each with the cost of getting there.

    A clause with a subject of its own shares with the one before it only what stands in front:
    "In Goma soldiers fled and rebels took the bank", but not "soldiers fled Goma and …".
    """
    costs = _costs().up
    cost, before = 0.0, word.index + WINDOW
    found = {word.index: _Step(cost, before)}
    for _ in range(LONGEST_PATH):
        step = costs.get(word.dep)
        if word.is_root or step is None or _is_elsewhere(word):
            break
        cost += step
        if word.head.pos == "ADP":
            cost += _preposition_cost(word.head) / 2
        if _is_apart(word) and word.head.index < word.index:
            before = min(before, word.head.index)
        word = word.head
        found[word.index] = _Step(cost, before)
    return found


def _is_elsewhere(clause: Word) -> bool:
    """Whether a clause tells of another time than the one it hangs on."""
    if clause.dep != "advcl":
        return False
    content, marks = load_lexicon("where"), {c.lower for c in clause.children_by("mark")}
    counted = clause.child("npadvmod") is not None
    return not marks.isdisjoint(content["elsewhere"]) or (
        counted and not marks.isdisjoint(content["elsewhere_by_length"])
    )


def _is_apart(clause: Word) -> bool:
    """Whether a coordinated clause has a subject of its own: what it says has its own place."""
    subject = clause.child("nsubj", "nsubjpass")
    verb = clause.dep == "conj" and clause.pos in ("VERB", "AUX")
    return verb and subject is not None and subject.pos != "NUM"  # "two killed and six wounded in"


def _path_cost(draft: Draft, above: Mapping[int, _Step], name: Word) -> float:
    """The cost of the path from the event word up, and from there down to a place name."""
    tables = _costs()
    cost = _kind_cost(draft, name)
    word = name
    for _ in range(LONGEST_PATH):
        if word.index in above:
            reached = above[word.index]
            return cost + reached.cost if name.index < reached.before else float("inf")
        step = tables.down.get(word.dep)
        if word.is_root or step is None or _is_elsewhere(word) or _is_apart(word):
            break
        if word.dep in _NAMING and word.head.lower in place_lexicon().kind_words:
            step = 0.0
        cost += step + (_preposition_cost(word) if word.pos == "ADP" else 0.0)
        cost += _actor_cost(draft, name, word)
        below, word = word, word.head
        if _is_named(draft, word, besides=below):
            cost += tables.inside
    return float("inf")


def _is_named(draft: Draft, word: Word, *, besides: Word) -> bool:
    """Whether a word is, or is a noun named by, another place than the one on its branch."""
    if word.index in draft.place_ids:
        return True
    for child in word.children:
        if child is besides:
            continue
        if child.dep in _NAMING and child.index in draft.place_ids:
            return True
        named = child.lower == "of" and word.lower in place_lexicon().kind_words
        if named and any(c.index in draft.place_ids for c in child.children_by("pobj")):
            return True
    return False


def _actor_cost(draft: Draft, name: Word, word: Word) -> float:
    """States and towns that act are not where it happens."""
    if word is not name or word.dep not in _costs().actor_deps:
        return 0.0
    place = _place(draft, name)
    state = place.kind == PlaceKind.COUNTRY or name.index in draft.actor_ids
    return _costs().actor if state else 1.0


def _preposition_cost(word: Word) -> float:
    table = _costs().prepositions
    return table.get(word.lower, table["default"])


def _kind_cost(draft: Draft, name: Word) -> float:
    table = _costs().kind_cost
    return table.get(_place(draft, name).kind or "unknown", 0.0)


def _place(draft: Draft, word: Word) -> Place:
    return _place_of(draft, draft.place_ids[word.index])


def _place_of(draft: Draft, identifier: str) -> Place:
    return draft.places[int(identifier[1:]) - 1]


def _carried(draft: Draft, word: Word) -> str | None:
    """The place that the sentences before put something at.

    Within a paragraph the narrative carries; beyond it only where the document has one scene.
    """
    sentences = draft.syntax.sentences
    here = sentences[word.sentence]
    one_scene = _has_one_scene(draft)
    for number in range(here.index - 1, max(-1, here.index - 1 - NARRATIVE_SENTENCES), -1):
        if sentences[number].paragraph != here.paragraph and not one_scene:
            return None
        place = _in_sentence(draft, sentences[number].root, told=True)
        if place is None and one_scene:
            place = _located_in(draft, sentences[number])
        if place is not None and _place_of(draft, place).kind not in _WIDE:
            return place
    return None


def _located_in(draft: Draft, sentence: Sentence) -> str | None:
    """The first place, states aside, that the sentence puts something at."""
    locative = place_lexicon().locative
    for word in sentence.words[:WINDOW]:
        place = draft.place_ids.get(word.index)
        if place is None or _place_of(draft, place).kind in _WIDE:
            continue
        if _is_of_telling(word, word, told=True):
            continue
        if any(w.lower in locative for w in (word.head, word.head.head)):
            return place
    return None


def _has_one_scene(draft: Draft) -> bool:
    """Whether all the places that a document names, states aside, lie close together."""
    if len(draft.places) > SCENE_PLACES:
        return False
    exact = [p for p in draft.places if p.kind not in _WIDE and p.latitude is not None]
    return bool(exact) and all(
        abs((p.latitude or 0) - (exact[0].latitude or 0)) < SCENE_DEGREES
        and abs((p.longitude or 0) - (exact[0].longitude or 0)) < SCENE_DEGREES
        for p in exact
    )
