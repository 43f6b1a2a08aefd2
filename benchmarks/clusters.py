"""Coreference of actors: our actors and gold clusters as sets of comparable mentions.

Mentions are aligned by their heads, as CorefUD does (Nedoluzhko et al. 2022) and as MUC did with
its minimal spans: guidelines differ in how much of a noun phrase is marked, not in its head. The
heads of both sides are read off the same parse.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.parties import Offsets, offsets
from benchmarks.scoring import best_alignment, conll_tally, dice
from benchmarks.values import head_of
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.gazetteer import PlaceKind, gazetteer
from khaldun.ontology.registry import registry
from khaldun.record import Actor

Cluster = frozenset[Hashable]
Clusters = Sequence[Sequence[Offsets]]
_ACTOR_LABELS = ("PERSON", "ORG", "NORP")
_PLACE_LABELS = ("GPE", "LOC", "FAC")
_MODIFIERS = ("amod", "compound", "nmod", "npadvmod")


class Kind(StrEnum):
    """Kinds of mention that a set's guidelines may leave out."""

    RELATIVE = "relative pronoun"
    ADJECTIVE = "adjective before a noun"
    MODIFIER = "noun or name before a noun"
    PHRASE = "phrase of its own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What a set marks.

    Mentions of the kinds in `unmarked` are left out on both sides. With `places`, a country is
    one entity whether it acts or is where something happens, so that our place and our actor
    for it are one cluster, and our other places are clusters of their own.
    """

    unmarked: frozenset[Kind]
    places: bool = False


def coreference_tally(
    draft: Draft, wanted: Clusters, others: Clusters, scheme: Scheme
) -> tuple[float, ...]:
    """The CoNLL tally of our clusters against the `wanted` gold clusters.

    Our mentions that the gold gives to `others` are left out, and so are clusters with one
    mention on either side, as in CoNLL-2012.
    """
    heads = {}
    ours = _ours(draft, places=scheme.places)
    for mention in (m for cluster in (*ours, *wanted, *others) for m in cluster):
        heads[mention] = head_of(draft.syntax.words_within(*mention))
    unmarked = {m for m, head in heads.items() if kind_of(head) in scheme.unmarked}
    mine, key, other = (_without(found, unmarked) for found in (ours, wanted, others))
    same = _same(_mentions(mine), _mentions([*key, *other]), heads)
    dropped = _mentions(other)
    response = [
        frozenset(n for m in cluster if (n := same.get(m, ("ours", m))) not in dropped)
        for cluster in mine
    ]
    return conll_tally(
        _without_singletons(response), _without_singletons([frozenset(c) for c in key])
    )


def kind_of(head: Word | None) -> Kind:
    """What kind of mention one with this head is."""
    if head is None:
        return Kind.PHRASE
    if head.tag in ("WP", "WP$", "WDT"):
        return Kind.RELATIVE
    if head.dep in _MODIFIERS:
        return Kind.ADJECTIVE if head.tag.startswith("JJ") else Kind.MODIFIER
    return Kind.PHRASE


def of_actors(draft: Draft, gold: Clusters) -> list[Sequence[Offsets]]:
    """The gold clusters that are of actors, by evidence that the coder does not make.

    A cluster is, when the parser labels the heads of its mentions as persons, organisations or
    groups, or they are names of countries, more often than as places.
    """
    return [cluster for cluster in gold if sum(_evidence(draft, m) for m in cluster) > 0]


def _evidence(draft: Draft, mention: Offsets) -> int:
    entries = gazetteer().find(draft.document.text[slice(*mention)])
    if entries and entries[0].kind is PlaceKind.COUNTRY:
        return 1
    head = head_of(draft.syntax.words_within(*mention))
    label = head.entity if head is not None else ""
    return (label in _ACTOR_LABELS) - (label in _PLACE_LABELS)


def _ours(draft: Draft, *, places: bool) -> list[list[Offsets]]:
    """The mentions of our actors, with `places` joined by those of our places."""
    found = [[offsets(m.span) for m in actor.mentions] for actor in draft.actors]
    if not places:
        return found
    states = {a.country: n for n, a in enumerate(draft.actors) if is_state(a)}
    taken = set(_mentions(found))
    for place in draft.places:
        mentions = [offsets(m) for m in place.mentions if offsets(m) not in taken]
        state = states.get(place.country) if place.kind == "country" else None
        if state is None:
            found.append(mentions)
        else:
            found[state].extend(mentions)
    return found


def is_state(actor: Actor) -> bool:
    """Whether the actor is the state of its country."""
    entry = registry().state(actor.country) if actor.country is not None else None
    return entry is not None and actor.registry_id in (entry.id, entry.wikidata)


def _without(found: Clusters, unmarked: set[Offsets]) -> list[list[Offsets]]:
    return [[m for m in cluster if m not in unmarked] for cluster in found]


def _mentions(found: Clusters) -> list[Offsets]:
    return sorted({m for cluster in found for m in cluster})


def _same(
    mine: Sequence[Offsets], theirs: Sequence[Offsets], heads: dict[Offsets, Word | None]
) -> dict[Offsets, Offsets]:
    """Which mentions have the same head, one to one; between several the best overlap wins."""
    by_head: dict[int, tuple[list[Offsets], list[Offsets]]] = {}
    for side, found in enumerate((mine, theirs)):
        for mention in found:
            head = heads[mention]
            if head is not None:
                by_head.setdefault(head.index, ([], []))[side].append(mention)
    return {m: t for pair in by_head.values() for m, t in _pairs(*pair)}


def _pairs(mine: list[Offsets], theirs: list[Offsets]) -> Iterable[tuple[Offsets, Offsets]]:
    weights = [[dice(m, t) for t in theirs] for m in mine]
    return ((mine[i], theirs[j]) for i, j in best_alignment(weights))


def _without_singletons(found: Sequence[Cluster]) -> list[Cluster]:
    return [cluster for cluster in found if len(cluster) > 1]
