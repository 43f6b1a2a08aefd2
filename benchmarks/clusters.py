"""Coreference of actors: our actors and gold clusters as sets of comparable mentions."""

from collections.abc import Hashable, Sequence

from benchmarks.parties import Offsets, offsets
from benchmarks.scoring import best_alignment, dice
from benchmarks.values import head_of
from khaldun.coding.draft import Draft
from khaldun.gazetteer import PlaceKind, gazetteer

_SAME_MENTION = 0.5  # overlaps less than this are other mentions
Cluster = frozenset[Hashable]
_ACTOR_LABELS = ("PERSON", "ORG", "NORP")


def clusters(
    draft: Draft, gold: Sequence[Sequence[Offsets]]
) -> tuple[list[Cluster], list[Cluster]]:
    """Our clusters and the gold ones, over the same names for the same mentions.

    Mentions are the same where they overlap by half, one to one. Singletons are left out on
    both sides, as in CoNLL-2012.
    """
    ours = [[offsets(m.span) for m in a.mentions] for a in draft.actors]
    mine = sorted({m for actor in ours for m in actor})
    theirs = sorted({m for cluster in gold for m in cluster})
    same = {mine[i]: theirs[j] for i, j in _same(mine, theirs)}
    response = [frozenset(same.get(m, ("ours", m)) for m in actor) for actor in ours]
    key = [frozenset(cluster) for cluster in gold]
    return _without_singletons(response), _without_singletons(key)


def of_actors(draft: Draft, gold: Sequence[Sequence[Offsets]]) -> list[Sequence[Offsets]]:
    """The gold clusters that are of actors, by evidence that the coder does not make.

    A cluster is, when the parser labels the head of one of its mentions as a person, an
    organisation or a group, or one of its mentions is the name of a country.
    """
    return [cluster for cluster in gold if any(_is_actor(draft, m) for m in cluster)]


def _is_actor(draft: Draft, mention: Offsets) -> bool:
    head = head_of(draft.syntax.words_within(*mention))
    if head is not None and head.entity in _ACTOR_LABELS:
        return True
    entries = gazetteer().find(draft.document.text[slice(*mention)])
    return bool(entries) and entries[0].kind is PlaceKind.COUNTRY


def within_key(response: Sequence[Cluster], other: Sequence[Sequence[Offsets]]) -> list[Cluster]:
    """Our clusters without the mentions that the gold gives to things that are no actors."""
    dropped = {mention for cluster in other for mention in cluster}
    return _without_singletons([cluster - dropped for cluster in response])


def _same(mine: Sequence[Offsets], theirs: Sequence[Offsets]) -> list[tuple[int, int]]:
    """Pairs of mentions that are the same; only neighbours in the text are compared."""
    pairs: list[tuple[int, int]] = []
    for group_mine, group_theirs in _touching(mine, theirs):
        weights = [[_weight(mine[i], theirs[j]) for j in group_theirs] for i in group_mine]
        pairs += [(group_mine[i], group_theirs[j]) for i, j in best_alignment(weights)]
    return pairs


def _weight(one: Offsets, other: Offsets) -> float:
    value = dice(one, other)
    return value if value >= _SAME_MENTION else 0.0


def _touching(
    mine: Sequence[Offsets], theirs: Sequence[Offsets]
) -> list[tuple[list[int], list[int]]]:
    """Runs of mentions that overlap each other, so that alignment stays small."""
    marked = sorted(
        [(m, 0, i) for i, m in enumerate(mine)] + [(t, 1, j) for j, t in enumerate(theirs)]
    )
    runs: list[tuple[list[int], list[int]]] = []
    reach = -1
    for (start, end), side, index in marked:
        if start >= reach:
            runs.append(([], []))
        reach = max(reach, end)
        runs[-1][side].append(index)
    return runs


def _without_singletons(found: Sequence[Cluster]) -> list[Cluster]:
    return [cluster for cluster in found if len(cluster) > 1]
