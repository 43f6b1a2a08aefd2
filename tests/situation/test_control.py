from hypothesis import given
from hypothesis import strategies as st

from khaldun.record import Factuality
from khaldun.situation.control import attestations, captures, control_on, undated
from tests.situation.accounts import control, day

SIDES = {"army": "chad"}
EPISODE = (
    control("c1", "army", "faya", None, day(4, 9)),
    control("c2", "rebels", "faya", day(5, 13), None),
    control("c3", "army", "faya", day(6, 20), day(6, 21)),
)


def test_a_place_is_held_by_whom_it_was_last_said_to_be() -> None:
    attested = attestations(EPISODE, {})
    held = [control_on(attested, on)[0].holder for on in (day(5, 1), day(6, 1), day(7, 1))]
    assert held == ["army", "rebels", "army"]


def test_nothing_is_held_before_anybody_says_so() -> None:
    assert control_on(attestations(EPISODE, {}), day(4, 8)) == ()


def test_control_counts_from_the_first_word_after_anybody_else() -> None:
    (found,) = control_on(attestations(EPISODE, {}), day(7, 1))
    assert (found.since, found.grounds.seen, found.grounds.age) == (day(6, 20), day(6, 21), 10)
    assert found.grounds.evidence == ("c3",)
    assert found.others == ("rebels", "army")[:1]


def test_a_unit_that_follows_its_state_has_taken_nothing() -> None:
    relations = (
        control("c1", "chad", "faya", None, day(4, 9)),
        control("c2", "army", "faya", None, day(4, 20)),
    )
    assert captures(attestations(relations, SIDES), day(4, 1), day(5, 1)) == ()


def test_a_change_of_hands_has_a_winner_and_a_loser() -> None:
    found = captures(attestations(EPISODE, SIDES), day(5, 1), day(6, 30))
    assert [(c.side, c.loser, c.day) for c in found] == [
        ("rebels", "chad", day(5, 13)),
        ("chad", "rebels", day(6, 20)),
    ]
    assert found[0].evidence == ("c2", "c1")


def test_taking_a_place_that_nobody_was_said_to_hold_is_a_gain() -> None:
    (found,) = captures(attestations(EPISODE[1:2], {}), day(5, 1), day(5, 31))
    assert (found.side, found.loser) == ("rebels", None)


def test_holding_a_place_that_nobody_was_said_to_hold_is_none() -> None:
    assert captures(attestations(EPISODE[:1], {}), day(4, 1), day(4, 30)) == ()


def test_a_headline_does_not_take_the_place_from_whom_the_report_names() -> None:
    relations = (
        control("c1", "front", "faya", day(5, 13), None, document="d"),
        control("c2", "rebels", "faya", None, day(5, 14), document="d"),
    )
    assert [a.holder for a in attestations(relations, {})] == ["front"]


def test_denied_control_is_no_control() -> None:
    denied = control("c", "rebels", "faya", None, day(5, 1), Factuality.CERTAINLY_NOT)
    assert attestations([denied], {}) == ()


def test_control_without_a_day_is_listed() -> None:
    assert undated([control("c", "rebels", "faya", None, None)]) == ("c",)


@given(st.permutations(EPISODE))
def test_the_order_of_the_statements_does_not_matter(order: list[object]) -> None:
    assert attestations(order, SIDES) == attestations(EPISODE, SIDES)  # type: ignore[arg-type]
