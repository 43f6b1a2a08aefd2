"""What verbs act upon."""

from tests.coding.helpers import coded, ties, told


def test_verbs_in_a_row_act_upon_what_stands_behind_the_last() -> None:
    assert told("Rebels attacked and looted the camp of the Red Cross.") == [
        ("ASSAULT", ["Rebels"], ["Red Cross"]),
        ("ASSAULT", ["Rebels"], ["Red Cross"]),
    ]


def test_who_arms_and_houses_a_group_backs_it() -> None:
    text = "Chad has armed and housed Hezbollah since 1982."
    assert ("Chad", "backs", "Hezbollah") in ties(text)


def test_verbs_of_another_kind_share_no_object() -> None:
    assert ("RETREAT", ["Soldiers"], []) in told("Soldiers fled and joined the rebels.")


def test_what_a_headline_adds_behind_a_comma_is_not_what_is_given() -> None:
    text = "Rebels take Faya-Largeau, 40 soldiers dead"
    assert told(text) == [("ASSAULT", ["Rebels"], ["40 soldiers"])]
    assert [e.modes for e in coded(text).events] == [()]
