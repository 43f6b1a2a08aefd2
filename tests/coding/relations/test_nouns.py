import pytest

from tests.coding.helpers import ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The junta's opponents include the Tigers Brigade.",
         ("Tigers Brigade", "opposes", "junta")),
        ("The war between the army and the Houthis broke out.", ("army", "opposes", "Houthis")),
        ("Fighting between the army and the Houthis flared up.", ("army", "opposes", "Houthis")),
        ("Weapons from Iran reached the Houthis.", ("Iran", "backs", "Houthis")),
        ("The junta relies on Iranian money.", ("Iran", "backs", "junta")),
        ("The fall of Goma to the rebels shocked the region.", ("rebels", "controls", "Goma")),
        ("The army took land held by the jihadists.", ("army", "opposes", "jihadists")),
        ("Analysts describe the general as an ally of Moscow.",
         ("general", "allied_with", "Russia")),
        ("Belarus is often presented as the junior partner to Russia in many areas of the region.",
         ("Belarus", "allied_with", "Russia")),
        ("A row between Kenya and Somalia over the coast is growing.",
         ("Kenya", "opposes", "Somalia")),
    ],
)  # fmt: skip
def test_a_noun_ties_those_who_stand_around_it(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


def test_a_name_with_such_a_noun_in_it_ties_nobody() -> None:
    found = ties("The Tigers Brigade and the Saray Group took the town.")
    assert not [t for t in found if t[1] == "part_of"]


def test_a_nation_does_not_make_a_group_a_part_of_it() -> None:
    found = ties("The Tibesti Liberation Front, a Chadian rebel group, took the town.")
    assert not [t for t in found if t[2] == "Chad"]


def test_with_the_support_of_a_party_is_no_support_for_it() -> None:
    found = ties("With the support of Russia, the junta took the town.")
    assert ("junta", "backs", "Russia") not in found


def test_a_deputy_commander_leads_nobody() -> None:
    found = ties("Gun Maw, the deputy commander of the Kachin Independence Army, met envoys.")
    assert not [t for t in found if t[1] == "leads"]


def test_a_commander_without_a_name_is_one_of_several() -> None:
    found = ties("A Badr Brigade commander denied the report.")
    assert ("Badr Brigade commander", "member_of", "Badr Brigade") in found


@pytest.mark.parametrize(
    "text",
    [
        "France and Chad met. Salem will abandon his allies.",
        "Al-Qaida remains committed to attacks against Kenya and our allies.",
    ],
)
def test_allies_whom_nobody_names_are_no_guess(text: str) -> None:
    assert not [t for t in ties(text) if t[1] == "allied_with"]


def test_their_allies_are_those_of_all_that_stand_before() -> None:
    found = ties("Britain, Denmark and their Kenyan partners attacked the militia.")
    assert {t[2] for t in found if t[1] == "allied_with"} == {"United Kingdom", "Denmark"}


def test_armed_forces_are_part_of_the_state_that_has_them() -> None:
    found = ties("The Jordan Armed Forces welcomed the visitors.")
    assert ("Jordan Armed Forces", "part_of", "Jordan") in found


def test_who_describes_somebody_is_not_so_described() -> None:
    found = ties("Analysts describe the general as an ally of Moscow.")
    assert not [t for t in found if t[0] == "Analysts"]


def test_odds_of_a_war_tie_nobody() -> None:
    assert ties("A diplomat puts the odds of war between Chad and Sudan at one in three.") == set()
