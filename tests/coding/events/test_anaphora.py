import pytest

from tests.coding.helpers import coded, names, told


def test_the_attack_was_done_by_those_who_attacked_before() -> None:
    draft = coded("Rebels attacked a camp near Bira. The attack killed three people.")
    assert [names(draft, e.actors) for e in draft.events] == [["Rebels"], ["Rebels"]]


def test_another_attack_is_not_theirs() -> None:
    draft = coded("Rebels attacked a camp near Bira. An attack killed three people.")
    assert names(draft, draft.events[-1].actors) == []


def test_nobody_attacks_himself() -> None:
    draft = coded("Kenyan soldiers attacked the camp. Four soldiers were killed in the attack.")
    assert names(draft, draft.events[-1].actors) == []


def test_those_whose_killing_is_claimed_are_those_killed_before() -> None:
    draft = coded("A judge was killed in Medellin. The Red Column claimed the killing.")
    (_, claimed) = draft.events
    assert names(draft, claimed.recipients) == ["judge"]
    assert names(draft, claimed.actors) == ["Red Column"]


def test_the_army_is_that_of_the_state_and_not_one_being_raised() -> None:
    found = told("The front is raising an army of deserters. The army shelled Mekelle.")
    assert ("ASSAULT", ["army"], ["Mekelle"]) in found
    found = told("The 131st Maikop Brigade drove to the station. The army shelled Mekelle.")
    assert ("ASSAULT", ["army"], ["Mekelle"]) in found


def test_who_claims_responsibility_did_what_was_told_last() -> None:
    draft = coded("A judge was shot dead in Quito. The Red Column claimed responsibility.")
    assert names(draft, draft.events[0].actors) == ["Red Column"]


def test_who_claims_the_attack_did_it_where_it_was_told_first() -> None:
    draft = coded("A bomb killed nine traders. The Red Column claimed the bombing.")
    assert names(draft, draft.events[0].actors) == ["Red Column"]


def test_nobody_is_given_what_he_does_not_claim() -> None:
    draft = coded("A judge was shot dead in Quito. Nobody claimed responsibility.")
    assert names(draft, draft.events[0].actors) == []


def test_a_reproach_for_the_attack_is_one_to_those_who_attacked() -> None:
    draft = coded("Rebels attacked Bria. France condemned the attack.")
    assert names(draft, draft.events[-1].recipients) == ["Rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb destroyed two buses. The Red Front claimed credit for the act.",
        "A bomb destroyed two buses. The Red Front is being held responsible for the incident.",
        "A bomb destroyed two buses. The Red Front is believed to be responsible.",
    ],
)
def test_whoever_answers_for_the_incident_did_it(text: str) -> None:
    assert told(text)[0][1] == ["Red Front"]
