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
