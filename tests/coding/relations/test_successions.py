import pytest

from tests.coding.helpers import coded
from tests.coding.relations.test_ways_of_saying import _ties


def _leaders(text: str) -> dict[str, bool]:
    """Who leads, by name, and whether it is over."""
    draft = coded(text)
    names = {actor.id: actor.name for actor in draft.actors}
    return {names[r.subject]: r.over for r in draft.relations if r.type == "leads"}


@pytest.mark.parametrize(
    "text",
    [
        "Idris Nur replaced Karim Salo as commander of the Tigers Brigade.",
        "Karim Salo was replaced by Idris Nur as commander of the Tigers Brigade.",
        "Idris Nur succeeded Karim Salo at the head of the Tigers Brigade.",
        "Hassan Nur stepped down; Idris Nur replaced Karim Salo as leader of the Tigers Brigade.",
    ],
)
def test_who_takes_over_leads_and_who_led_does_no_more(text: str) -> None:
    assert _leaders(text) == {"Idris Nur": False, "Karim Salo": True}


def test_who_is_named_governor_does_not_lead_those_who_name_him() -> None:
    assert not _leaders("The council named Karim Salo as its governor of Homs.")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Karim Salo's faction of the Free Army left.", "part_of"),
        ("The Tigers Brigade went over to the Free Army.", "part_of"),
        ("The Houthi interior ministry denied it.", "part_of"),
    ],
)
def test_wings_deserters_and_ministries_are_part_of_a_movement(text: str, tie: str) -> None:
    assert [kind for _, kind, _ in _ties(text) if kind == tie]


def test_those_who_fight_each_other_are_foes() -> None:
    assert _ties("The militia and the army fought each other.") == {("militia", "opposes", "army")}


def test_who_is_under_control_controls_nothing() -> None:
    found = _ties("The brigade was under the effective control of Belgrade.")
    assert "controls" not in {kind for _, kind, _ in found}


def test_who_challenges_a_hold_has_none() -> None:
    found = _ties("The militia challenged the army's hold on Bukavu.")
    assert ("militia", "controls", "Bukavu") not in found
    assert ("army", "controls", "Bukavu") in found


def test_allies_who_ceased_to_be_are_allies_no_more() -> None:
    (tie,) = coded("The militia and the army have ceased to be allies.").relations
    assert tie.over


def test_who_goes_over_to_a_leader_is_his_ally() -> None:
    assert ("Idris Nur", "allied_with", "Ahmad Shah Massoud") in _ties(
        "Idris Nur went over to Ahmad Shah Massoud in 1992."
    )


def test_troops_sent_against_somebody_fight_him() -> None:
    assert ("Chad", "opposes", "rebels") in _ties("Chad sent troops against the rebels.")


def test_whose_favour_is_lost_loses_no_town() -> None:
    assert not [t for t in _ties("The rebels lost the favour of Paris.") if t[1] == "controls"]


def test_who_succeeds_a_leader_leads_what_he_led() -> None:
    text = "The Tigers Brigade's leader, Karim Salo, died in 2019. Idris Nur succeeded him."
    assert _leaders(text)["Idris Nur"] is False


def test_whom_a_leader_replaced_led_before() -> None:
    text = "The Tigers Brigade is led by Idris Nur, who replaced Karim Salo in 2021."
    assert _leaders(text) == {"Idris Nur": False, "Karim Salo": True}


def test_a_leadership_that_one_is_under_is_no_body() -> None:
    text = "The Tigers Brigade, set up under the leadership of Karim Salo, left."
    assert _ties(text) == {("Karim Salo", "leads", "Tigers Brigade")}


def test_whose_movement_it_is_is_no_part_of_its_name() -> None:
    found = _ties("The Islamic Front of Hassan Nur agreed.")
    assert found == {("Hassan Nur", "leads", "Islamic Front")}


def test_fighting_that_breaks_out_is_not_over() -> None:
    (tie,) = coded("Fighting broke out between the army and the rebels.").relations
    assert (tie.type, tie.over) == ("opposes", False)


def test_what_no_proof_shows_is_denied() -> None:
    (tie,) = coded("There is no proof that the rebels are under the command of Chad.").relations
    assert tie.certainty.value.value.endswith("-")


def test_who_is_under_control_of_a_state_is_led_by_it() -> None:
    assert ("Syria", "leads", "brigade") in _ties("The brigade is under the control of Damascus.")
