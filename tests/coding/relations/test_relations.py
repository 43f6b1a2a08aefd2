import pytest

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.lexicon.ties import ties as tie_lexicon
from khaldun.record import Factuality, Means
from tests.coding.helpers import coded, ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Iran arms the Houthis.", ("Iran", "backs", "Houthis")),
        ("Turkish troops operate in Syria.", ("Turkish troops", "present_in", "Syria")),
        ("The Houthis have controlled Sanaa since 2014.", ("Houthis", "controls", "Sanaa")),
        ("Oman mediated between the Houthis and Saudi Arabia.", ("Oman", "mediates", "Houthis")),
        ("Belarus is an ally of Russia.", ("Belarus", "allied_with", "Russia")),
        ("Iranian-backed militias fired rockets.", ("Iran", "backs", "Iranian-backed militias")),
        ("Eritrea fought alongside the army.", ("Eritrea", "allied_with", "army")),
    ],
)
def test_a_tie_is_found(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


def test_arming_says_with_what_one_backs() -> None:
    (relation,) = [r for r in coded("Iran arms the Houthis.").relations if r.type == "backs"]
    assert relation.means == (Means.WEAPONS,)


def test_a_would_be_leader_leads_nobody() -> None:
    found = ties("Omar Bashar, the would-be leader of the militia, spoke.")
    assert not [t for t in found if t[1] == "leads"]


def test_what_a_noun_phrase_presupposes_is_not_negated_with_its_verb() -> None:
    draft = coded("The Iranian-backed militias did not attack the base.")
    backing = [r for r in draft.relations if r.type == "backs"]
    assert [r.certainty.value for r in backing] == [Factuality.CERTAIN]


def test_a_broken_tie_has_no_beginning() -> None:
    draft = coded("In 2019 Moscow abandoned General Omar Bashar.")
    ended = [r for r in draft.relations if r.rule and r.rule.endswith("relations.break")]
    assert [r.when.earliest for r in ended] == [None]


def test_every_tie_has_an_example() -> None:
    tie_lexicon()
    content = load_lexicon("relations")
    groups = [*content["verbs"], *content["nouns"], *content["modifiers"]]
    assert all(g["example"] for g in groups)


def test_a_ministry_is_part_of_the_state_in_its_name() -> None:
    tie = ("Russian Foreign Ministry", "part_of", "Russia")
    assert tie in ties("Russia sent aid to Syria. The Russian Foreign Ministry condemned the raid.")


def test_what_only_the_registry_knows_is_no_relation() -> None:
    found = ties("The Government of National Accord condemned the raid.")
    assert not [t for t in found if t[1] == "part_of"]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Chad joined the fight against Boko Haram.", ("Chad", "opposes", "Boko Haram")),
        ("The coalition vowed to defeat the militia.", ("coalition", "opposes", "militia")),
        ("The army is at war with the Houthis.", ("army", "opposes", "Houthis")),
        ("Colonel Idris Salim of the Third Brigade left.",
         ("Idris Salim", "member_of", "Third Brigade")),
        ("Chad, as part of the coalition, sent troops.",
         ("Chad", "part_of", "part of the coalition")),
        ("With the support of Russia, the junta took the town.", ("Russia", "backs", "junta")),
        ("The minister is in contact with the rebels.", ("minister", "liaises_with", "rebels")),
    ],
)  # fmt: skip
def test_a_tie_of_an_aim_or_a_phrase_is_found(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


def test_those_who_fight_one_foe_together_are_allies() -> None:
    found = ties("Uganda and Burundi are fighting the rebels.")
    assert ("Uganda", "allied_with", "Burundi") in found


def test_whose_things_are_destroyed_need_not_be_the_foe() -> None:
    found = ties("Turkish drones destroyed Russian missile systems.")
    assert not [t for t in found if t[1] == "opposes"]


def test_a_denied_aim_is_not_presupposed() -> None:
    draft = coded("The coalition did not defeat the militia.")
    (relation,) = [r for r in draft.relations if r.type == "opposes"]
    assert relation.certainty.value is not Factuality.CERTAIN


def test_who_leads_a_body_is_not_told_once_more_as_its_member() -> None:
    found = ties("Musa Hilal, a founder and fighter of the militia, agreed.")
    assert [t[1] for t in found if t[2] == "militia"] == ["leads"]


def test_whose_name_opens_a_phrase_has_whom_the_phrase_names() -> None:
    found = ties("French Defence Minister Claire Vasseur met Garba in Paris.")
    assert ("Claire Vasseur", "member_of", "France") in found


def test_nobody_is_part_of_whom_the_same_phrase_names() -> None:
    text = "A coalition of Chadian, Nigerien and Cameroonian troops pushed the rebels back."
    assert not [t for t in ties(text) if t[1] == "part_of" and "troops" in t[2]]


def test_nobody_leads_a_person() -> None:
    text = "Nikol Pashinyan, whom his own president, Armen Sarkissian, has urged to resign, stayed."
    assert ("Armen Sarkissian", "leads", "Nikol Pashinyan") not in ties(text)
