"""A reproach for a deed is one to those who did it, not to those who suffered it."""

import pytest

from tests.coding.helpers import told


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Iran condemned Israel's attack on Gaza.", ["Israel"]),
        ("The UN condemned the murder of two priests by soldiers.", ["soldiers"]),
        ("Students protested against the arrest of Ali Bah by the army.", ["army"]),
        ("The UN condemned the killing of two priests.", ["killing of two priests"]),
        ("Iran condemned the attack in Quetta.", []),
    ],
)
def test_a_reproach_is_aimed_at_the_doers(text: str, recipients: list[str]) -> None:
    assert told(text)[0][2] == recipients


def test_the_end_of_ones_own_siege_is_no_reproach() -> None:
    found = told("France will not lift the ban on Chad.")
    assert found[0][2] == ["Chad"]


def test_an_act_told_with_its_doer_is_reproached_to_him() -> None:
    found = told("The union condemned the sacking of 20 miners by Glencore.")
    assert found[0][2] == ["Glencore"]
