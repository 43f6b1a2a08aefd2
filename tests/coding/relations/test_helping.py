import pytest

from tests.coding.helpers import ties


@pytest.mark.parametrize(
    "text",
    [
        "Belgium supports Mali in its fight against the jihadists.",
        "Belgium supports Mali in the fight against the jihadists.",
        "Belgium is helping Mali to defeat the jihadists.",
        "Belgium backed Mali against the jihadists.",
        "The minister reiterated Belgian support for Mali in the fight against the jihadists.",
    ],
)
def test_who_helps_and_who_is_helped_have_the_same_foe(text: str) -> None:
    found = ties(text)
    assert {("Belgium", "opposes", "jihadists"), ("Mali", "opposes", "jihadists")} <= found


def test_who_voices_the_support_of_others_gives_none() -> None:
    found = ties("The minister reiterated Belgian support for Mali in the fight.")
    assert not [t for t in found if t[0] == "minister"]


def test_who_works_with_whom_has_the_same_foe() -> None:
    found = ties("Belgium works closely with Kenya to defeat the jihadists.")
    assert ("Kenya", "opposes", "jihadists") in found


def test_a_backer_is_not_told_once_more_as_an_ally() -> None:
    found = ties("Belgium is helping Mali to defeat the jihadists.")
    assert not [t for t in found if t[1] == "allied_with"]
