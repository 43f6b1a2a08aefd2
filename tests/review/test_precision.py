import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.record import Action
from khaldun.review import Verdict, precisions, wilson


def test_the_interval_is_that_of_the_formula() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_nothing_is_known_of_what_nobody_reviewed() -> None:
    assert wilson(0, 0) == (0, 1)


def test_what_was_corrected_was_not_right() -> None:
    actions = [Action.ACCEPT, Action.ACCEPT, Action.CORRECT, Action.REJECT]
    found = precisions(Verdict(type="ASSAULT", action=action) for action in actions)
    assert [(p.type, p.accepted, p.corrected, p.rejected, p.share) for p in found] == [
        ("ASSAULT", 2, 1, 1, 0.5)
    ]


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_holds_the_share(right: int, more: int) -> None:
    low, high = wilson(right, right + more)
    assert 0 <= low <= right / (right + more) <= high <= 1
