"""The scorers on tiny cases whose figures are known by hand."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scoring import (
    best_alignment,
    bootstrap,
    class_tally,
    conll_f1,
    conll_tally,
    dice,
    exact_tally,
    f1,
    macro_f1,
    mean_absolute_error,
    overlap_f1,
    overlap_tally,
    pearson,
    pearson_tally,
    precision,
    ratio,
    recall,
    weighted_f1,
)

_CLASSES = ("A", "B")


def _sum(*tallies: tuple[float, ...]) -> np.ndarray:
    return np.asarray(tallies, dtype=np.float64).sum(axis=0)


def test_who_says_nothing_has_no_precision_recall_or_f() -> None:
    silent = _sum(exact_tally([], ["a", "b"]))
    assert (precision(silent), recall(silent), f1(silent)) == (0.0, 0.0, 0.0)


def test_who_says_everything_has_full_recall_and_little_precision() -> None:
    everything = _sum(exact_tally(list("abcdefgh"), ["a", "b"]))
    assert (precision(everything), recall(everything)) == (0.25, 1.0)
    assert f1(everything) == pytest.approx(0.4)


def test_perfect_answers_score_one() -> None:
    perfect = _sum(exact_tally(["a", "b"], ["b", "a"]))
    assert (precision(perfect), recall(perfect), f1(perfect)) == (1.0, 1.0, 1.0)


def test_half_right_scores_a_half() -> None:
    half = _sum(exact_tally(["a", "x"], ["a", "b"]))
    assert (precision(half), recall(half), f1(half)) == (0.5, 0.5, 0.5)


def test_a_gold_member_is_matched_once_only() -> None:
    assert exact_tally(["a", "a"], ["a"]) == (1.0, 2.0, 1.0)


def test_ratio_of_nothing_is_zero() -> None:
    assert ratio(_sum((0.0, 0.0))) == 0.0


def test_macro_f1_weighs_classes_alike_and_weighted_f1_by_their_number() -> None:
    # Three A, all called A; one B, called A: F(A) = 6/7, F(B) = 0.
    tallies = [class_tally("A", "A", _CLASSES)] * 3 + [class_tally("A", "B", _CLASSES)]
    assert macro_f1(_sum(*tallies)) == pytest.approx((6 / 7) / 2)
    assert weighted_f1(_sum(*tallies)) == pytest.approx(6 / 7 * 3 / 4)


def test_macro_f1_leaves_out_classes_that_the_gold_lacks() -> None:
    assert macro_f1(_sum(class_tally("A", "A", _CLASSES))) == 1.0


def test_no_answer_counts_against_the_gold_class() -> None:
    tallies = [class_tally("A", "A", _CLASSES), class_tally(None, "A", _CLASSES)]
    assert macro_f1(_sum(*tallies)) == pytest.approx(2 / 3)


def test_pearson_of_a_known_sample() -> None:
    pairs = [(1.0, 2.0), (2.0, 4.0), (3.0, 5.0), (4.0, 4.0)]
    expected = float(np.corrcoef(*zip(*pairs, strict=True))[0, 1])
    assert pearson(_sum(*(pearson_tally(x, y) for x, y in pairs))) == pytest.approx(expected)


def test_pearson_is_zero_where_one_side_never_varies() -> None:
    assert pearson(_sum(*(pearson_tally(3.0, y) for y in (0.3, -1.2, 2.8)))) == 0.0


def test_mean_absolute_error() -> None:
    assert mean_absolute_error(_sum((1.0, 1.0), (0.0, 1.0), (2.0, 1.0))) == 1.0


def test_dice_of_stretches() -> None:
    assert dice((0, 4), (0, 4)) == 1.0
    assert dice((0, 4), (2, 6)) == 0.5
    assert dice((0, 4), (4, 8)) == 0.0


def test_overlap_matches_each_stretch_once() -> None:
    # One long guess over two gold stretches matches only one of them.
    assert overlap_tally([(0, 20)], [(0, 5), (10, 20)]) == (1.0, 1.0, 2.0)


def test_overlap_f1_joins_two_kinds_of_matches() -> None:
    # Precision 3/4, recall 1/2.
    assert overlap_f1(_sum((3.0, 4.0, 1.0, 2.0))) == pytest.approx(0.6)


def test_alignment_prefers_the_best_sum_to_the_best_pair() -> None:
    assert best_alignment([[3.0, 2.0], [2.0, 0.0]]) == [(0, 1), (1, 0)]


def test_alignment_leaves_out_pairs_without_weight() -> None:
    assert best_alignment([[0.0, 0.0], [0.0, 1.0]]) == [(1, 1)]


@pytest.mark.parametrize("empty", [[], [[], []]])
def test_alignment_of_nothing_is_nothing(empty: list[list[float]]) -> None:
    assert best_alignment(empty) == []


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(0, 9).map(float), min_size=n, max_size=n), min_size=1, max_size=4
        )
    )
)
def test_alignment_is_as_good_as_any_other(weights: list[list[float]]) -> None:
    rows, columns = len(weights), len(weights[0])
    size = max(rows, columns)
    padded = [
        [weights[r][c] if r < rows and c < columns else 0.0 for c in range(size)]
        for r in range(size)
    ]
    best = max(
        sum(padded[r][c] for r, c in enumerate(order))
        for order in itertools.permutations(range(size))
    )
    assert sum(weights[r][c] for r, c in best_alignment(weights)) == best


def test_conll_of_perfect_clusters_is_one() -> None:
    clusters = [frozenset("abc"), frozenset("de")]
    assert conll_f1(_sum(conll_tally(clusters, clusters))) == pytest.approx(1.0)


def test_conll_of_silence_is_zero() -> None:
    assert conll_f1(_sum(conll_tally([], [frozenset("ab")]))) == pytest.approx(0.0)


def test_the_parts_of_conll_on_a_worked_case() -> None:
    """Key {a b c} {d e f g}, response {a b} {c d} {f g h i}: the LEA reference example."""
    key = [frozenset("abc"), frozenset("defg")]
    response = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]
    tally = conll_tally(response, key)
    muc, b_cubed, ceaf = (tally[i : i + 4] for i in (0, 4, 8))
    assert (muc[0] / muc[1], muc[2] / muc[3]) == pytest.approx((0.4, 0.4))
    # Recall (2·2/3 + 1/3 + 1/4 + 2·2/4) / 7, precision (2·1 + 2·1/2 + 2·2/4) / 8.
    assert b_cubed[0] / b_cubed[1] == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 1) / 7)
    assert b_cubed[2] / b_cubed[3] == pytest.approx(0.5)
    # Best alignment: {a b} with {a b c}: 4/5; {f g h i} with {d e f g}: 4/8.
    assert ceaf[0] == pytest.approx(1.3)
    assert (ceaf[1], ceaf[3]) == (2.0, 3.0)


def test_the_interval_of_a_constant_is_a_point() -> None:
    found = bootstrap([(1.0, 1.0)] * 20, ratio)
    assert (found.value, found.low, found.high) == (1.0, 1.0, 1.0)


def test_the_interval_holds_the_figure_and_never_changes() -> None:
    tallies = [(float(i % 3 == 0), 1.0) for i in range(300)]
    one, other = bootstrap(tallies, ratio), bootstrap(tallies, ratio)
    assert one == other
    assert one.low < one.value < one.high
    # The normal approximation of a share of 1/3 of 300 items.
    assert one.high - one.low == pytest.approx(2 * 1.96 * (2 / 9 / 300) ** 0.5, rel=0.15)
