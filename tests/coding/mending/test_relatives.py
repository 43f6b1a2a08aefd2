import pytest

from tests.coding.helpers import coded, word


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
