from typing import Any

import pytest

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word
from tests.coding.helpers import coded, word

_LEXICON = load_lexicon("mending")


def _subject(text: str, verb: str) -> Word:
    found = word(coded(text), verb).child("nsubj")
    assert found is not None
    return found


@pytest.mark.parametrize("example", _LEXICON["present_verb_examples"])
def test_verbs_that_look_like_plurals(example: dict[str, Any]) -> None:
    draft = coded(example["text"])
    found = [word(draft, verb) for verb in example["verbs"]]
    assert {w.pos for w in found} == {"VERB"}
    assert found[-1].child("dobj") is not None


@pytest.mark.parametrize("example", _LEXICON["answer_examples"])
def test_an_answer_stands_beside_the_verb_of_saying(example: dict[str, Any]) -> None:
    draft = coded(example["text"])
    assert word(draft, example["verb"]).head is word(draft, example["head"])


@pytest.mark.parametrize("example", _LEXICON["speaking_examples"])
def test_who_speaks_stands_right_before_the_verb_of_saying(example: dict[str, Any]) -> None:
    draft = coded(example["text"])
    assert _subject(example["text"], example["verb"]).text == example["subject"]
    assert _subject(example["text"], example["said"]).text == example["speaker"]
    assert word(draft, example["verb"]).head is word(draft, example["said"])


def test_what_two_participles_tell_is_reported_together() -> None:
    draft = coded("The army said that it had attacked the camp and killed ten rebels.")
    assert word(draft, "killed").head is word(draft, "attacked")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("On 3 May 2023 government soldiers burned the village.", "burned", "government soldiers"),
        ("In January rebels attacked Oru.", "attacked", "rebels"),
        ("On May 10 gunmen kidnapped two priests.", "kidnapped", "gunmen"),
        ("On Wednesday Velmari border guards arrested him.", "arrested", "Velmari border guards"),
        ("On 29 January soldiers executed 45 men in Oru.", "executed", "soldiers"),
        ("On 29 January soldiers executed 45 men, the mayor found.", "executed", "soldiers"),
        ("Since late September police have detained ten men.", "detained", "police"),
        ("Since March insurgents have held the town.", "held", "insurgents"),
    ],
)
def test_a_date_is_no_part_of_the_subject_behind_it(text: str, verb: str, subject: str) -> None:
    found = _subject(text, verb)
    assert " ".join(w.text for w in found.subtree()) == subject


def test_a_number_behind_a_month_counts_unless_it_is_its_day() -> None:
    found = _subject("In May ten soldiers deserted.", "deserted")
    assert [w.text for w in found.subtree()] == ["ten", "soldiers"]


def test_every_word_still_hangs_in_one_tree() -> None:
    draft = coded("On 29 January soldiers executed 45 men in Oru, the mayor found on 3 March 2024.")
    for token in draft.syntax.words:
        assert token.is_root or token in token.head.children


def test_whoever_takes_time_is_not_taken() -> None:
    draft = coded("It took the army three weeks to retake the town.")
    assert word(draft, "It").dep == "expl"
    assert word(draft, "army").dep == "dative"


@pytest.mark.parametrize("example", _LEXICON["captivity_examples"])
def test_captives_are_taken_and_not_what_they_are_taken_as(example: dict[str, Any]) -> None:
    taken = word(coded(example["text"]), example["verb"]).child("dobj")
    assert taken is not None
    assert taken.text == example["captive"]


@pytest.mark.parametrize("example", _LEXICON["depicting_examples"])
def test_what_stands_behind_a_description_is_part_of_it(example: dict[str, Any]) -> None:
    found = word(coded(example["text"]), example["preposition"])
    assert found.head.text == example["noun"]


@pytest.mark.parametrize("example", _LEXICON["resultative_examples"])
def test_what_somebody_is_made_is_no_part_of_the_object(example: dict[str, Any]) -> None:
    draft = coded(example["text"])
    assert word(draft, example["result"]).head.text == example["verb"]
    assert word(draft, example["verb"]).child("dobj") is word(draft, example["object"])


def test_a_number_behind_a_whole_date_counts_what_follows() -> None:
    draft = coded("On 7 June, 13 persons were killed and 21 injured at the camp in Tavo.")
    assert word(draft, "13").head.text == "persons"


def test_the_apposition_behind_a_semicolon_is_the_subject() -> None:
    text = "Some say cocaine; the army's commander, General Marek, says that rebels killed two men."
    assert _subject(text, "says").text in ("commander", "Marek")


def test_a_toll_is_that_of_the_violence_told_last() -> None:
    draft = coded("Police arrested men who had burned a car near the port, wounding an officer.")
    assert word(draft, "wounding").head is word(draft, "burned")


def test_what_a_name_is_to_do_behind_that_is_a_verb() -> None:
    draft = coded("Protesters in Dhaka demanded that Prime Minister Rahima Begum resign.")
    assert (word(draft, "resign").pos, word(draft, "Begum").dep) == ("VERB", "nsubj")


@pytest.mark.parametrize("example", _LEXICON["pasts_examples"])
def test_a_past_that_was_taken_for_a_noun_is_a_verb(example: dict[str, Any]) -> None:
    found = word(coded(example["text"]), example["verb"])
    assert (found.pos, found.lemma) == ("VERB", example["lemma"])


@pytest.mark.parametrize(
    ("text", "verb", "role", "noun"),
    [
        (
            "In the past month federal troops and those of the province have fought each other.",
            "fought",
            "nsubj",
            "troops",
        ),
        ("The following September the Maoists overran Tavo.", "overran", "nsubj", "Maoists"),
        (
            "On 21 April the council, instead of reinforcing the general, cut his men.",
            "cut",
            "nsubj",
            "council",
        ),
        ("On 7 and 8 April 1995 ministry troops entered Tavo.", "April", "nummod", "7"),
        ("The following spring the Tigers overran the camp at Tavo.", "overran", "nsubj", "Tigers"),
        (
            "The air force has carried out over fifty air strikes since January.",
            "carried",
            "dobj",
            "strikes",
        ),
    ],
)
def test_subjects_and_objects_are_put_back(text: str, verb: str, role: str, noun: str) -> None:
    found = word(coded(text), verb).child(role)
    assert found is not None
    assert found.text == noun


def test_two_who_did_it_are_joined() -> None:
    draft = coded("The agreement brokered by Qatar and by Egypt took effect.")
    assert [w.text for w in word(draft, "Qatar").conjuncts()] == ["Egypt"]


def test_a_label_before_a_colon_is_no_subject() -> None:
    draft = coded("Own losses: one officer and two soldiers were killed and five soldiers wounded.")
    found = word(draft, "killed").child("nsubjpass")
    assert found is word(draft, "officer")


@pytest.mark.parametrize("example", _LEXICON["openings_examples"])
def test_an_unknown_name_that_opens_a_sentence_is_the_subject(example: dict[str, Any]) -> None:
    found = word(coded(example["text"]), example["word"])
    assert (found.dep, found.head.text) == ("nsubj", example["verb"])


def test_a_second_that_clause_goes_on_with_what_is_reported() -> None:
    draft = coded("Two envoys said Chad had agreed to free the men but that Mali refused to.")
    assert word(draft, "refused").head is word(draft, "agreed")
