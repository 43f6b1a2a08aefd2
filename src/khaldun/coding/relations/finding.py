"""What the finders of relations share: a relation as found, before it has time and claim."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from khaldun.coding.actors import actors_at
from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.places.lexicon import place_lexicon
from khaldun.coding.syntax import Word
from khaldun.record import Actor, Means, RelationType

_ARMED = frozenset({"MIL", "REB", "UAF", "PAR", "PRM", "SPY", "COP"})
_FOES = _ARMED | {"GOV", "OPP", "CRM", None}

_AROUND = ("of", "at", "in", "around")

MUTUAL = frozenset({RelationType.ALLIED_WITH, RelationType.OPPOSES, RelationType.LIAISES_WITH})
"""The types that hold both ways."""

Known = Mapping[str, Actor]
"""The actors of a draft by id."""

WordsAt = Callable[[str], Iterable[Word]]
"""The words that stand at a place of a tie."""

Fit = Callable[[tuple[str, ...]], tuple[str, ...]]
"""Those of some ids that a tie may have at one of its ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A relation between two ids, the word that says so, and the lexicon entry.

    What a noun phrase presupposes ("Iran's ally") holds whatever is said or denied of it.
    `claim` is the word whose certainty counts where that is not the trigger: the "stopped" of
    "stopped arming".
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
    claim: Word | None = None


def ids_at(draft: Draft, words: Iterable[Word]) -> tuple[str, ...]:
    """Actor ids of all the words, each once."""
    found: dict[str, None] = {}
    for word in words:
        stray = {i for w in _strays(word) for i in draft.actor_ids.get(w.index, ())}
        for part in _listed(word):
            found.update(dict.fromkeys([i for i in actors_at(draft, part) if i not in stray]))
    return tuple(found)


def _strays(noun: Word) -> list[Word]:
    """What the parser coordinates with a noun although it goes on a list in a clause of it.

    "The front, which unites the Tigers, the Lions and the Eagles": no "and" comes before the
    first that follows the clause.
    """
    clause = noun.child("relcl", "acl")
    if clause is None:
        return []
    behind = [c for c in noun.children_by("conj") if c.index > clause.index]
    between = (c for c in noun.children_by("cc") if clause.index < c.index)
    if not behind or any(c.index < behind[0].index for c in between):
        return []
    return [w for c in behind for w in (c, *c.conjuncts())]


def _listed(word: Word) -> list[Word]:
    """The word, and what a list goes on with where the parser took that for an apposition."""
    listed = (c for c in word.children_by("appos") if c.child("cc") and c.child("conj"))
    clause = word.head if word.dep != "pobj" else word.head.head
    inside = clause.dep in ("relcl", "acl") and word.child("conj") is None
    strays = _strays(clause.head) if inside and word.index > clause.index else []
    return [word, *(c for c in listed if c.index > word.index), *strays]


def ids_at_first(
    draft: Draft, places: Iterable[str], words_at: WordsAt, fit: Fit | None = None
) -> tuple[str, ...]:
    """Ids at the first of a tie's places that has any that fit; "place:…" asks for a place's."""
    for place in places:
        inner = place.removeprefix("place:")
        at = place_ids_at if inner != place else ids_at
        found = at(draft, words_at(inner))
        found = found if fit is None else fit(found)
        if found:
            return found
    return ()


def place_ids_at(draft: Draft, words: Iterable[Word]) -> tuple[str, ...]:
    """Place ids of the words, of what stands beside them, and of what a part is part of."""
    chosen = [
        c
        for w in words
        for c in (w, *w.conjuncts(), *_beside(w), *(_within(w) if w.pos != "PROPN" else ()))
    ]
    found = (draft.place_ids.get(w.index) for w in chosen)
    return tuple(dict.fromkeys(p for p in found if p is not None))


def _beside(word: Word) -> list[Word]:
    """What is in apposition to it, and it to: "Rutshuru, the last town held by the army"."""
    above = [word.head] if word.dep == "appos" else []
    if word.dep == "npadvmod":  # an apposition that the parser hangs on the verb
        above = [w for w in word.head.children_by("dobj") if w.index < word.index]
    return [*word.children_by("appos"), *above]


def _within(word: Word) -> list[Word]:
    """What a part is part of: "14 of Rakhine's townships", "the airport at Goma"."""
    ground = word.lemma in words("classes", "territory") | words("classes", "facility")
    if word.lemma in words("relations", "civil_sites"):
        return []
    part = word.lemma in words("light", "transparent_nouns") or word.lower in _parts()
    if word.pos == "NOUN" and not (ground or part):
        return []  # who loses "the favour of Paris" loses no Paris
    links = _AROUND if ground else ("of",)
    inner = [p for c in word.children if c.lower in links for p in c.children_by("pobj")]
    deeper = [d for n in inner if n.pos != "PROPN" for d in _within(n)]
    own = word.children_by("poss") if ground else []
    named = [n for w in inner for n in (w, *w.conjuncts(), *w.children_by("poss", "compound"))]
    return [*own, *named, *deeper]


def _parts() -> frozenset[str]:
    """The words for parts and surroundings of a place: "the centre of Goma"."""
    return place_lexicon().surroundings | place_lexicon().directions


def fitting(actors: Known, ids: Iterable[str], tie: Tie) -> tuple[str, ...]:
    """Those of the ids that the tie may have as its subject: persons, bodies, or the armed."""
    bound = tie.person or tie.body or tie.military or tie.unnamed or tie.forces
    found = [i for i in ids if i in actors or not bound]
    if tie.person or tie.body:
        found = [i for i in found if actors[i].person is tie.person]
    if tie.forces:
        found = [i for i in found if is_armed(actors[i]) or actors[i].sector == "GOV"]
    if tie.military:
        found = [i for i in found if is_armed(actors[i])]
    if tie.unnamed:
        found = [i for i in found if is_unnamed(actors[i])]
    return tuple(found)


def is_armed(actor: Actor) -> bool:
    """Whether it bears arms: by its sector, or by a noun such as "instructors" or "units"."""
    soldiers = words("relations", "soldiers")
    return actor.sector in _ARMED or any(w.lower() in soldiers for w in actor.name.split())


def is_unnamed(actor: Actor) -> bool:
    """Whether the text speaks of it by a noun only: "two rebels"."""
    return actor.registry_id is None and not actor.name[:1].isupper()


def suited(actors: Known, ids: Iterable[str], tie: Tie) -> tuple[str, ...]:
    """Those of the ids that the tie may have as its target: foes, bodies, or any."""
    found = tuple(ids)
    if tie.military_target:
        found = tuple(i for i in found if i in actors and is_armed(actors[i]))
    if tie.of_party:
        found = tuple(i for i in found if i in actors and is_party(actors[i]))
    if tie.foe:
        found = tuple(i for i in found if i not in actors or _is_foe(actors[i]))
    if tie.of_body:
        found = tuple(i for i in found if i in actors and is_body(actors[i]))
    return found


def is_body(actor: Actor) -> bool:
    """Whether one can belong to it: no person, people or state."""
    return not (actor.person or is_state(actor) or actor.sector == "CVL")


def is_state(actor: Actor) -> bool:
    """Whether it is a government that the registry knows."""
    return actor.sector == "GOV" and actor.registry_id is not None


def is_party(actor: Actor) -> bool:
    """Whether it takes sides in a war: a government, a force, or their leader."""
    return actor.sector in _FOES and actor.sector is not None


def _is_foe(actor: Actor) -> bool:
    return actor.sector in _FOES and not (actor.person and actor.sector is None)


def at_war(actors: Known, found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs of which one at least is known to take sides: no two teams."""
    for subject, target in found:
        if any(i not in actors or is_party(actors[i]) for i in (subject, target)):
            yield subject, target


def pairs(subjects: Sequence[str], targets: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every subject with every target; nobody stands in a relation to itself."""
    return ((s, t) for t in targets for s in subjects if s != t)


def means_of(words: Iterable[Word]) -> tuple[Means, ...]:
    """With what one party backs another, as these words say, in the order of the vocabulary."""
    found = {ties().means[w.lemma] for w in words if w.pos != "PROPN" and w.lemma in ties().means}
    return tuple(m for m in Means if m in found)
