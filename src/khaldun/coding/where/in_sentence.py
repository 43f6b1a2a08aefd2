"""The place that the syntax of a sentence gives a word.

The path from an event word to each place name near it has a cost, step by step, from
`lexicon/where.yaml`; the cheapest place is the event's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import load_lexicon, words
from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.places.nominals import taken_up
from khaldun.coding.syntax import Word
from khaldun.gazetteer import PlaceKind
from khaldun.record import Place

_PHRASAL = frozenset({"prep", "pobj", "dobj", "dative"})
WINDOW = 80
LONGEST_PATH = 12
DIVISION_DEGREES = 2.0
EXACT = (PlaceKind.CITY, PlaceKind.FACILITY, PlaceKind.QUARTER)
DIVISIONS = (PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.LANDFORM)
_NAMING = ("compound", "nmod", "amod", "appos")


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


def in_sentence(draft: Draft, word: Word, *, told: bool = False) -> str | None:
    """The cheapest place of the sentence; with `told`, of those that no clause is about."""
    costs, above = _costs(), _way_up(word)
    found: list[tuple[float, str]] = []
    for name, place in _names_near(draft, word):
        if told and name.dep == "nsubj":
            continue
        apart = abs(name.index - word.index) / 10
        if is_of_telling(name, word, told=told) or _is_seat(name):
            continue
        cost = _path_cost(draft, above, name, place_of(draft, place)) + costs.distance * apart
        if cost < costs.limit:
            found.append((cost, place))
    if not found:
        return None
    least, best = min(found, key=lambda f: f[0])
    inner = (p for cost, p in found if cost <= least + costs.slack and _is_within(draft, p, best))
    return next(inner, best)


def is_of_telling(name: Word, word: Word, *, told: bool) -> bool:
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


def _is_seat(name: Word) -> bool:
    """Whether it only tells which government is meant: "the government in Jakarta sent troops"."""
    behind = name.dep == "pobj" and name.head.lower == "in"
    return behind and name.head.head.lemma in ("government", "regime")


def _is_within(draft: Draft, inner: str, outer: str) -> bool:
    """Whether a place is a town or site of the division that the other is."""
    one, other = place_of(draft, inner), place_of(draft, outer)
    if one.kind not in EXACT or other.kind not in DIVISIONS or one.country != other.country:
        return False
    if one.latitude is None or other.latitude is None:
        return False
    north = abs(one.latitude - other.latitude)
    east = abs((one.longitude or 0) - (other.longitude or 0))
    return max(north, east) < DIVISION_DEGREES


def _names_near(draft: Draft, word: Word) -> Iterator[tuple[Word, str]]:
    """The head of each place named or taken up in the sentence, those nearest to `word` first.

    With the id of the place.
    """
    beside = draft.syntax.sentences[word.sentence].words
    position = word.index - beside[0].index
    near = beside[max(0, position - WINDOW) : position + WINDOW]
    heads = [(w, place) for w in near if (place := place_at(draft, w)) is not None]
    yield from sorted(heads, key=lambda h: (abs(h[0].index - word.index), h[0].index))


def place_at(draft: Draft, word: Word) -> str | None:
    """The id of the place that a word heads the name of, or takes up."""
    place = draft.place_ids.get(word.index)
    if place is None:
        return taken_up(draft, word)
    within = not word.is_root and draft.place_ids.get(word.head.index) == place
    return None if within else place


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


def _path_cost(draft: Draft, above: Mapping[int, _Step], name: Word, place: Place) -> float:
    """The cost of the path from the event word up, and from there down to a place name."""
    tables = _costs()
    cost = tables.kind_cost.get(place.kind or "unknown", 0.0)
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
        cost += _actor_cost(draft, name, place) if word is name else 0.0
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


def _actor_cost(draft: Draft, name: Word, place: Place) -> float:
    """States and towns that act are not where it happens."""
    if name.dep not in _costs().actor_deps:
        return 0.0
    state = place.kind == PlaceKind.COUNTRY or name.index in draft.actor_ids
    return _costs().actor if state else 1.0


def _preposition_cost(word: Word) -> float:
    table = _costs().prepositions
    return table.get(word.lower, table["default"])


def place_of(draft: Draft, identifier: str) -> Place:
    """The place of an id."""
    return draft.places[int(identifier[1:]) - 1]
