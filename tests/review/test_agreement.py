import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.review import Rating, agreement, alpha, kappa

LABELS = st.sampled_from(["accept", "correct", "reject"])


def rated(by: str, **labels: str) -> list[Rating]:
    return [Rating(item=item, by=by, label=label) for item, label in labels.items()]


def test_kappa_is_that_of_a_worked_table() -> None:
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(pairs) == pytest.approx(0.4)


def test_kappa_is_not_defined_where_chance_makes_all_alike() -> None:
    assert kappa([("accept", "accept")] * 5) is None
    assert kappa([]) is None


def test_alpha_of_two_who_differ_once() -> None:
    # Coincidences: a-a 4, b-b 2, a-b and b-a 1 each; n = 8, n_a = 5, n_b = 3.
    units = [("a", "a"), ("a", "a"), ("b", "b"), ("a", "b")]
    assert alpha(units) == pytest.approx(1 - 7 * 2 / 30)


def test_alpha_leaves_out_what_only_one_decided() -> None:
    units = [("a", "a"), ("b", "b"), ("a", "b")]
    assert alpha([*units, ("b",)]) == alpha(units)


def test_reviewers_who_share_no_item_are_no_pair() -> None:
    found = agreement([*rated("Amina", one="accept"), *rated("Boubacar", two="reject")])
    assert found.pairs == ()
    assert found.alpha is None


def test_the_later_of_two_ratings_by_one_counts() -> None:
    ratings = [*rated("Amina", one="reject"), *rated("Boubacar", one="accept")]
    found = agreement([*ratings, *rated("Amina", one="accept")])
    assert found.pairs[0].alike == 1


@given(st.lists(st.tuples(LABELS, LABELS), min_size=1))
def test_kappa_is_symmetric_and_at_most_one(pairs: list[tuple[str, str]]) -> None:
    found = kappa(pairs)
    turned = kappa((other, one) for one, other in pairs)
    assert (found is None) == (turned is None)
    assert found is None or (found <= 1 and found == pytest.approx(turned))


@given(st.lists(st.lists(LABELS, min_size=2, max_size=4).map(tuple), min_size=1))
def test_alpha_is_one_just_where_all_agree(units: list[tuple[str, ...]]) -> None:
    found = alpha(units)
    if found is not None:
        assert (found == pytest.approx(1)) == all(len(set(unit)) == 1 for unit in units)
