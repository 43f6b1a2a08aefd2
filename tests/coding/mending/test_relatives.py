import pytest

from tests.coding.helpers import coded, told, word


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The Liberation Front, which Chad backs, took the town.", "backs", "Chad"),
        ("The front, which Chad fights, took the town.", "fights", "Chad"),
        ("The rebels, whom Chad arms, took the town.", "arms", "Chad"),
    ],
)
def test_a_verb_that_looks_like_a_plural_has_its_subject(
    text: str, verb: str, subject: str
) -> None:
    clause = word(coded(text), verb)
    found = clause.child("nsubj")
    assert (clause.pos, clause.dep) == ("VERB", "relcl")
    assert found is not None
    assert found.text == subject


def test_the_pronoun_is_the_object_of_its_clause() -> None:
    draft = coded("The Liberation Front, which Chad backs, took the town.")
    assert word(draft, "which").head is word(draft, "backs")
    assert word(draft, "backs").head is word(draft, "Front")


def test_a_verb_with_subject_and_object_is_no_plural() -> None:
    draft = coded("According to the envoy, Chad arms the Liberation Front.")
    assert word(draft, "arms").pos == "VERB"


def test_a_cleft_says_something_of_the_one_named() -> None:
    draft = coded("It is Chad that backs the Liberation Front.")
    assert word(draft, "backs").head is word(draft, "Chad")


def test_what_is_clear_is_no_cleft() -> None:
    draft = coded("It is clear that Chad backs the rebels.")
    assert word(draft, "backs").dep == "ccomp"


def test_whose_father_somebody_killed_did_not_kill() -> None:
    text = "Uribe, whose father the FARC killed in 1983, is ahead."
    assert told(text) == [("ASSAULT", ["FARC"], ["Uribe's father"])]


def test_a_relative_clause_goes_on_in_a_list() -> None:
    text = "The peasants, whom the guerrillas taxed, drafted and occasionally shot, waited."
    assert ("ASSAULT", ["guerrillas"], ["peasants"]) in told(text)
