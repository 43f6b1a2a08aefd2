"""The CoNLL-2012 coreference score: the mean of the F1 of MUC, B-cubed and entity-based CEAF.

MUC: Vilain et al. 1995. B-cubed: Bagga and Baldwin 1998. CEAF-e: Luo 2005, with phi 4.
Response mentions that are not in the key, and the other way round, count as singletons of
their own side, as in Pradhan et al. 2014.
"""

from collections.abc import Hashable, Mapping, Sequence

import numpy as np

from benchmarks.scoring.alignment import best_alignment
from benchmarks.scoring.formulas import Array

Cluster = frozenset[Hashable]
CONLL_WIDTH = 12
_NOWHERE = -1


def conll_tally(response: Sequence[Cluster], key: Sequence[Cluster]) -> tuple[float, ...]:
    """Twelve numbers: for each score the numerator and denominator of recall and precision."""
    in_response, in_key = _membership(response), _membership(key)
    return (
        *_muc(key, in_response),
        *_muc(response, in_key),
        *_b_cubed(key, response, in_response),
        *_b_cubed(response, key, in_key),
        *_ceaf(response, key),
    )


def conll_f1(sums: Array) -> Array:
    """The mean of the three F1 scores of summed tallies."""
    scores = [_f1(sums[..., start : start + 4]) for start in (0, 4, 8)]
    mean: Array = np.mean(np.stack(scores), axis=0)
    return mean


def _f1(sums: Array) -> Array:
    """F1 of (recall numerator, denominator, precision numerator, denominator)."""
    recall = sums[..., 0] / np.maximum(sums[..., 1], 1e-12)
    precision = sums[..., 2] / np.maximum(sums[..., 3], 1e-12)
    result: Array = 2 * recall * precision / np.maximum(recall + precision, 1e-12)
    return result


def _membership(clusters: Sequence[Cluster]) -> Mapping[Hashable, int]:
    return {mention: i for i, cluster in enumerate(clusters) for mention in cluster}


def _muc(clusters: Sequence[Cluster], other: Mapping[Hashable, int]) -> tuple[float, float]:
    """Links of `clusters` that the other side keeps, and all links."""
    kept, links = 0, 0
    for cluster in clusters:
        placed = [other[m] for m in cluster if m in other]
        parts = len(set(placed)) + len(cluster) - len(placed)
        kept += len(cluster) - parts
        links += len(cluster) - 1
    return float(kept), float(links)


def _b_cubed(
    clusters: Sequence[Cluster], others: Sequence[Cluster], member: Mapping[Hashable, int]
) -> tuple[float, float]:
    """Over the mentions of `clusters`, the share of each one's cluster that is found with it."""
    found, mentions = 0.0, 0
    for cluster in clusters:
        mentions += len(cluster)
        for mention in cluster:
            place = member.get(mention, _NOWHERE)
            if place != _NOWHERE:
                found += len(cluster & others[place]) / len(cluster)
    return found, float(mentions)


def _ceaf(response: Sequence[Cluster], key: Sequence[Cluster]) -> tuple[float, ...]:
    """The similarity of the best one-to-one alignment of entities, over each side's number."""
    weights = [[2 * len(r & k) / (len(r) + len(k)) for k in key] for r in response]
    similarity = sum(weights[r][k] for r, k in best_alignment(weights))
    return (similarity, float(len(key)), similarity, float(len(response)))
