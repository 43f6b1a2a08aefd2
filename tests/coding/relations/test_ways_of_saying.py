"""Ways of saying who stands how to whom, beside the plain ones."""

import pytest

from tests.coding.helpers import coded


def _ties(text: str) -> set[tuple[str, str, str]]:
    draft = coded(text)
    names = {a.id: a.name for a in draft.actors} | {p.id: p.name for p in draft.places}
    return {(names[r.subject], r.type.value, names[r.target]) for r in draft.relations}


def _over(text: str) -> set[tuple[str, bool]]:
    return {(r.type.value, r.over) for r in coded(text).relations}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("It is Chad that backs the rebels.", ("Chad", "backs", "rebels")),
        ("The militia takes orders from Hassan Nur.", ("Hassan Nur", "leads", "militia")),
        ("The Tigers elected Hassan Nur as their leader.", ("Hassan Nur", "leads", "Tigers")),
        ("Under Hassan Nur, the Tigers built a navy.", ("Hassan Nur", "leads", "Tigers")),
        ("Hassan Nur is among the Tigers' commanders.", ("Hassan Nur", "member_of", "Tigers")),
        ("Foreign Minister Hassan Nur of Chad agreed.", ("Hassan Nur", "member_of", "Chad")),
        ("President Hassan Nur of Chad agreed.", ("Hassan Nur", "leads", "Chad")),
        ("The Tigers are an alliance of the Lions and the Eagles.", ("Lions", "part_of", "Tigers")),
        ("Chad counts Niger among its allies.", ("Niger", "allied_with", "Chad")),
        ("Chad regards Niger as an enemy.", ("Niger", "opposes", "Chad")),
        ("Chad is at war with the rebels.", ("Chad", "opposes", "rebels")),
        ("Chad and the rebels are at war.", ("Chad", "opposes", "rebels")),
        ("Chad's war against the rebels goes on.", ("Chad", "opposes", "rebels")),
        ("Chad and Niger fought side by side.", ("Chad", "allied_with", "Niger")),
        ("The rebels and Chad signed a truce brokered by Qatar.", ("Qatar", "mediates", "Chad")),
        ("Under Qatari mediation the rebels agreed.", ("Qatar", "mediates", "rebels")),
        ("The army captured Mosul from the rebels.", ("rebels", "controls", "Mosul")),
        ("The rebels hold Mosul.", ("rebels", "controls", "Mosul")),
    ],
)
def test_a_tie_is_found(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in _ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels held Mosul until 2017.",
        "Qatar used to back the rebels.",
        "Chad was an ally of Niger until 2019.",
        "Chad is no longer an ally of Niger.",
        "Hassan Nur was expelled from the militia.",
        "The Lions split from the Free Army.",
        "Chad had been an ally of Niger.",
    ],
)
def test_what_is_said_to_be_past_is_over(text: str) -> None:
    assert {over for _, over in _over(text)} == {True}


def test_who_holds_what_another_takes_holds_it_no_more() -> None:
    found = _over("The army captured Mosul, the last town held by the rebels, in May.")
    assert {("controls", True), ("controls", False)} <= found


def test_the_named_one_leads_and_not_his_title() -> None:
    assert _ties("The commander of the Tigers is Hassan Nur.") == {
        ("Hassan Nur", "leads", "Tigers")
    }


def test_what_is_only_part_of_a_name_is_no_whole() -> None:
    assert not _ties("The finance minister of the Tobruk government met the rebels.") & {
        ("Tobruk government", "part_of", "Tobruk")
    }


def test_a_national_in_private_life_is_no_member_of_the_state() -> None:
    assert not _ties("The rebels freed a New Zealand pilot.")


def test_no_army_and_no_ally_tie_nobody() -> None:
    assert not _ties("Chad ruled out any alliance with Niger.")


def test_who_was_a_backer_before_another_is_added_backs() -> None:
    found = _ties("Hassan Nur added another backer to his coalition, which included Egypt.")
    assert ("Egypt", "backs", "Hassan Nur") in found
    assert ("Egypt", "allied_with", "Hassan Nur") not in found


def test_who_mediates_in_conjunction_with_another_does_not_mediate_alone() -> None:
    again = _ties("Qatar mediated in conjunction with Niger between the rebels and the army.")
    assert ("Niger", "mediates", "rebels") in again


def test_an_organ_beside_the_other_organs_of_its_state_is_part_of_it() -> None:
    text = "The Ministry of Defense backs the general, but Chad's economic ministries do not."
    assert ("Ministry of Defense", "part_of", "Chad") in _ties(text)


def test_a_ministry_that_denies_what_a_state_claims_is_not_its_own() -> None:
    assert not _ties("The defence ministry denied Iran's claims.")


def test_two_teams_are_no_foes() -> None:
    assert not _ties("The Wolves crushed the Rovers on Friday.")


def test_who_conquers_a_town_with_songs_does_not_hold_it() -> None:
    assert not _ties("The quartet conquered Mosul with its songs.")


def test_members_of_what_is_named_only_there_are_part_of_it() -> None:
    draft = coded("The militants killed 70 members of the Habr Yunis tribe.")
    (found,) = draft.relations
    assert found.type == "part_of"
