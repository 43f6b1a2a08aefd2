from datetime import date

import pytest

import khaldun
from tests.coding.helpers import ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Reports of Kenyan soldiers on the ground in Somalia emerged.",
         ("Kenyan soldiers", "present_in", "Somalia")),
        ("The Turkish presence in Somalia has grown.", ("Turkey", "present_in", "Somalia")),
        ("Russia sent troops to Belarus.", ("Russia", "present_in", "Belarus")),
        ("Hamas's political bureau is based in Doha.",
         ("Hamas's political bureau", "present_in", "Doha")),
    ],
)  # fmt: skip
def test_who_is_where(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


def test_troops_sent_to_a_country_need_not_back_it() -> None:
    assert not [t for t in ties("Russia sent troops to Belarus.") if t[1] == "backs"]


def test_who_sends_fighters_to_support_a_party_backs_it() -> None:
    found = ties("Hezbollah sent fighters to Syria to support the Syrian army.")
    assert ("Hezbollah", "backs", "Syrian army") in found


def test_what_a_retreat_leaves_behind_is_not_left() -> None:
    found = ties("The army retreated, leaving Libya more divided than ever.")
    assert not [t for t in found if t[1] == "present_in"]


def test_what_reports_tell_of_is_of_the_day_on_which_they_emerged() -> None:
    (relation,) = khaldun.code(
        "In 2016 he won. Reports of Wagner men on the ground in Libya emerged in March 2019."
    ).relations
    assert relation.when.earliest == date(2019, 3, 1)
