import pytest

from khaldun.record import Quantity, QuantityRole
from tests.coding.helpers import coded


def counted(text: str) -> list[Quantity]:
    return [q for found in coded(text).quantities.values() for q in found]


def test_the_killed_and_the_wounded_are_counted_apart() -> None:
    found = counted("Shells killed three civilians and wounded 11 others.")
    assert {(q.role, q.minimum) for q in found} >= {(QuantityRole.KILLED, 3)}


def test_the_toll_of_a_participle_belongs_to_its_attack() -> None:
    (found,) = counted("The militia attacked the camp, killing 19 soldiers.")
    assert (found.role, found.unit, found.minimum) == (QuantityRole.KILLED, "soldiers", 19)


def test_combatants_are_captured_and_civilians_detained() -> None:
    assert counted("Police arrested 12 students.")[0].role is QuantityRole.DETAINED
    assert counted("Police arrested 12 fighters.")[0].role is QuantityRole.CAPTURED


def test_a_bare_number_counts_people() -> None:
    roles = counted("The raid killed 40.")
    assert roles == [] or roles[0].unit == "people"


def test_nobody_is_zero() -> None:
    (found,) = counted("The militia attacked the camp, wounding no soldiers.")
    assert (found.minimum, found.maximum) == (0, 0)


@pytest.mark.parametrize(
    ("text", "role", "low"),
    [
        ("Soldiers detained a number of suspects.", "detained", [3]),
        ("Police detained a facilitator and several of his associates.", "detained", [1, 3]),
        ("Soldiers arrested the leader along with three other miners.", "detained", [1, 3]),
        ("Police captured a spy together with several of his men.", "captured", [1, 3]),
        ("Gunmen killed Judge John Otieno.", "killed", [1]),
        ("The army carried out an air strike yesterday, killing nine rebels.", "killed", [9]),
    ],
)
def test_people_are_counted_however_they_are_named(text: str, role: str, low: list[float]) -> None:
    (report,) = coded(text).reports
    assert sorted(q.minimum or 0 for q in report.quantities if q.role == role) == sorted(low)


def test_what_is_seized_beside_an_arrest_is_not_counted_with_it() -> None:
    draft = coded("Soldiers detained two rebels and seized multiple rifles.")
    assert [[q.unit for q in r.quantities] for r in draft.reports] == [["rebels"], ["rifles"]]


def test_thousands_are_people_and_a_compound_adjective_stays_whole() -> None:
    assert counted("Thousands fled the town.")[0].unit == "people"
    found = counted("Two South African peacekeepers were killed.")
    assert found[0].unit == "South African peacekeepers"


def test_people_are_not_supplied_and_jets_are_not_killed() -> None:
    assert counted("Doctors treated 23 people.")[0].role == "other"
    assert counted("The air force shot down five Orsian jets.")[0].role == "destroyed"


def test_whoever_is_killed_is_one() -> None:
    assert [q.minimum for q in counted("A bomb killed a deminer near Karda.")] == [1]


def test_whom_a_clash_leaves_dead_were_killed() -> None:
    (found,) = counted("Clashes between the army and rebels left 14 people dead in Karda.")
    assert (found.role, found.minimum) == ("killed", 14)


def test_hostages_that_are_killed_are_no_longer_captured() -> None:
    assert counted("The front executed 50 hostages.")[0].role == "killed"


@pytest.mark.parametrize(
    "text",
    [
        "Reda, the interim president, fled to Tavo.",
        "The front is raising an army of deserters.",
        "The militia turned on it in 2023, when the ministry decided to disband the force.",
    ],
)
def test_what_is_no_figure_is_not_counted(text: str) -> None:
    assert counted(text) == []


def test_what_stands_before_the_number_is_no_part_of_the_unit() -> None:
    draft = coded("An estimated 70,000 persons were killed in Tavo.")
    (found,) = draft.quantities[draft.events[0].trigger.index]
    assert found.unit == "persons"


@pytest.mark.parametrize(
    ("text", "role", "low"),
    [
        ("Rebels blew up six pylons near Lima.", "destroyed", [6]),
        ("Gunmen set fire to 36 houses.", "destroyed", [36]),
        ("They hacked four fishermen to death.", "killed", [4]),
        ("Gunmen mowed down 12 worshippers.", "killed", [12]),
        ("Two Mi-8 helicopters and a Su-25 were shot down.", "destroyed", [1, 2]),
        ("Rebels destroyed three 40 mm guns.", "destroyed", [3]),
        ("Germany sent 40 Marder vehicles to Ukraine.", "supplied", [40]),
    ],
)
def test_what_became_of_what_is_counted(text: str, role: str, low: list[float]) -> None:
    (report,) = coded(text).reports
    assert sorted(q.minimum or 0 for q in report.quantities if q.role == role) == low


def test_fire_that_is_opened_destroys_nobody() -> None:
    assert counted("Soldiers opened fire on 20 protesters.") == []


def test_a_part_and_a_length_of_way_are_no_figures() -> None:
    assert counted("A third of the army was killed.") == []
    units = [q.unit for q in counted("They took two men four kilometres away.")]
    assert "kilometres" not in units


def test_several_hundred_is_more_than_a_hundred() -> None:
    (found,) = counted("Soldiers murdered several hundred villagers.")
    assert (found.minimum, found.maximum) == (300, None)
