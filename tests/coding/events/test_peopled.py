"""Those to whom something is promised, given up or done are told by where it is."""

import pytest

from tests.coding.helpers import coded, told


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The company agreed to build a school at Lamu.", ["Lamu"]),
        ("The company agreed at talks in Geneva to build a school.", []),
        ("The militia violated the ceasefire in Goma.", ["Goma"]),
        ("The president imposed martial law, plunging Gabon into darkness.", ["Gabon"]),
        ("Mali agreed to form a force of Guinean troops.", ["Guinean troops"]),
    ],
)
def test_a_place_undergoes_what_is_done_or_promised_there(text: str, recipients: list[str]) -> None:
    assert told(text)[0][2] == recipients


def test_who_is_told_as_one_of_them_is_a_recipient() -> None:
    found = told("The police arrested 30 suspects, including the deputy mayor.")
    assert found[0][2] == ["30 suspects", "deputy mayor"]


@pytest.mark.parametrize(
    ("text", "sector"), [("Rebels took Goma.", None), ("Rebels shelled Goma.", "CVL")]
)
def test_a_place_that_is_taken_changes_hands_and_one_that_is_shelled_suffers(
    text: str, sector: str | None
) -> None:
    draft = coded(text)
    found = [(a.name, a.sector) for a in draft.actors if a.id in draft.events[0].recipients]
    assert found == [("Goma", sector)]


def test_who_kills_in_a_place_kills_its_people() -> None:
    assert told("The cartel is behind mass killings in northern Mexico.")[0][2] == ["Mexico"]
