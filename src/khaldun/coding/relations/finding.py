"""What the finders of relations share: a relation as found, before it has time and claim."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.syntax import Word
from khaldun.record import Actor, Means, RelationType

_ARMED = frozenset({"MIL", "REB", "UAF", "PAR", "PRM", "SPY", "COP"})

Known = Mapping[str, Actor]
"""The actors of a draft by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A relation between two ids, the word that says so, and the lexicon entry.

    What a noun phrase presupposes ("Iran's ally") holds whatever is said or denied of it.
    """

    type: RelationType
    subject: str
    target: str
    trigger: Word
    entry: str
    means: tuple[Means, ...] = ()
    ended: bool = False
    begins: bool = False
    presupposed: bool = False


def ids_at(draft: Draft, words: Iterable[Word]) -> tuple[str, ...]:
    """Actor ids of all the words, each once."""
    return tuple(dict.fromkeys(i for w in words for i in actors_at(draft, w)))


def ids_at_first(
    draft: Draft, places: Iterable[str], words_at: Callable[[str], Iterable[Word]]
) -> tuple[str, ...]:
    """Ids at the first of a tie's places that has any; "place:…" asks for a place's."""
    for place in places:
        inner = place.removeprefix("place:")
        at = place_ids_at if inner != place else ids_at
        found = at(draft, words_at(inner))
        if found:
            return found
    return ()


def place_ids_at(draft: Draft, words: Iterable[Word]) -> tuple[str, ...]:
    """Place ids of the words, of what stands beside them, and of what a part is part of."""
    chosen = [c for w in words for c in (w, *w.conjuncts(), *w.children_by("appos"), *_within(w))]
    found = (draft.place_ids.get(w.index) for w in chosen)
    return tuple(dict.fromkeys(p for p in found if p is not None))


def _within(word: Word) -> list[Word]:
    """What a part is part of: "14 of Rakhine's townships", "the outskirts of Goma"."""
    inner = [p for c in word.children if c.lower == "of" for p in c.children_by("pobj")]
    return [n for w in inner for n in (w, *w.children_by("poss", "compound"))]


def fitting(actors: Known, ids: Iterable[str], tie: Tie) -> tuple[str, ...]:
    """Those of the ids that the tie may have as its subject: persons, bodies, or the armed."""
    found = [i for i in ids if i in actors or not (tie.person or tie.body or tie.military)]
    if tie.person or tie.body:
        found = [i for i in found if actors[i].person is tie.person]
    if tie.military:
        found = [i for i in found if actors[i].sector in _ARMED]
    return tuple(found)


def pairs(subjects: Sequence[str], targets: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every subject with every target; nobody stands in a relation to itself."""
    return ((s, t) for t in targets for s in subjects if s != t)


def means_of(words: Iterable[Word]) -> tuple[Means, ...]:
    """With what one party backs another, as these words say, in the order of the vocabulary."""
    found = {ties().means[w.lemma] for w in words if w.lemma in ties().means}
    return tuple(m for m in Means if m in found)
