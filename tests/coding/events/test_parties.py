"""Parties that no place of the frame names: deeper in the phrase, beside an "of", in parts."""

import pytest

from tests.coding.helpers import told


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "The government of Chad and the Tibesti Liberation Front signed an accord.",
            ["Chad", "Tibesti Liberation Front"],
        ),
        ("The armies of Peru and Chile held joint exercises.", ["armies of Peru", "Chile"]),
        ("The government of Chad signed an accord.", ["Chad"]),
    ],
)
def test_who_is_coordinated_with_the_state_of_a_government_acts_too(
    text: str, actors: list[str]
) -> None:
    assert told(text)[0][1] == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Norway paid a million in aid as compensation for the widows.", ["widows"]),
        ("Kenya lifted its blockade of Somalia in an accord that calmed Sudan.", ["Somalia"]),
        ("The envoy ended his efforts to mediate between the Chadian rebels.", ["Chadian rebels"]),
    ],
)
def test_a_recipient_may_stand_deep_in_the_phrase(text: str, recipients: list[str]) -> None:
    assert told(text)[0][2] == recipients


def test_what_the_paper_of_two_is_about_is_no_third_party() -> None:
    assert told("Chad and Libya signed a pact to stop the smugglers.")[0][2] == []


def test_own_forces_are_no_recipient() -> None:
    assert told("Honduras withdrew its troops from Nicaragua.")[0][2] == ["Nicaragua"]
