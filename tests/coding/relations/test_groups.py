import pytest

from tests.coding.helpers import ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Shia militias, including the Badr Brigade, entered the town.",
         ("Badr Brigade", "part_of", "Shia militias")),
        ("Rebel groups such as the Badr Brigade entered the town.",
         ("Badr Brigade", "part_of", "Rebel groups")),
        ("The general met the Free Army (FA), chiefly the Tigers Brigade.",
         ("Tigers Brigade", "part_of", "Free Army")),
    ],
)  # fmt: skip
def test_a_named_body_is_part_of_the_group_that_it_is_an_example_of(
    text: str, tie: tuple[str, str, str]
) -> None:
    assert tie in ties(text)


def test_a_state_is_no_part_of_the_countries_that_it_is_an_example_of() -> None:
    found = ties("Several countries, including Kenya, condemned the raid.")
    assert not [t for t in found if t[1] == "part_of"]


def test_an_officer_belongs_to_the_unit_behind_the_comma() -> None:
    found = ties("Sgt. John Miller, 1st Armored Division, said the raid had failed.")
    assert ("John Miller", "member_of", "1st Armored Division") in found


def test_a_unit_is_part_of_the_one_that_owns_it() -> None:
    found = ties("The 2nd Brigade Combat Team of the 101st Airborne Division arrived on Monday.")
    assert ("2nd Brigade Combat Team", "part_of", "101st Airborne Division") in found


def test_those_who_attack_together_are_allies() -> None:
    found = ties("Chadian troops, together with Nigerien troops, attacked Boko Haram.")
    assert ("Chadian troops", "allied_with", "Nigerien troops") in found


def test_a_list_that_a_clause_begins_stays_in_the_clause() -> None:
    found = ties(
        "The Tigers Alliance, which is made up of the Arakan Army, the Lions Brigade and the "
        "Free Army, took the city."
    )
    parts = {t[0] for t in found if t[1:] == ("part_of", "Tigers Alliance")}
    assert parts == {"Arakan Army", "Lions Brigade", "Free Army"}


def test_the_town_that_a_garrison_is_of_does_not_lead_it() -> None:
    assert ("Gao", "leads", "garrison of Gao") not in ties("Mr Gao fled. The garrison of Gao fell.")


def test_who_runs_a_hospital_does_not_hold_the_town() -> None:
    assert ties("Father Ricci has run the mission hospital of Torit since 1987.") == set()
