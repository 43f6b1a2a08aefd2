import pytest

from khaldun.coding.predicates import predicate_of
from tests.coding.helpers import coded, word


def _arguments(text: str, verb: str) -> list[str]:
    found = predicate_of(word(coded(text), verb))
    assert found is not None
    return [a.word.text for a in found.arguments]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        (
            "The general, his critics charge, looted the treasury, jailed rivals and armed a "
            "tribal force that burned villages in the hills.",
            "jailed",
            "general",
            "rivals",
        ),
        (
            "As tanks rolled towards Assab, Eritrea called up reservists, evacuated villages along "
            "the frontier and, in a surprising move, invited foreign marines to train there.",
            "evacuated",
            "Eritrea",
            "villages",
        ),
        (
            "The commission concluded that paratroopers had raped women held at the barracks, "
            "thrown bodies into the lagoon and bribed a pathologist.",
            "thrown",
            "paratroopers",
            "bodies",
        ),
    ],
)
def test_between_two_verbs_of_a_row_stands_a_verb(
    text: str, verb: str, subject: str, thing: str
) -> None:
    assert _arguments(text, verb)[:2] == [subject, thing]


def test_what_had_been_done_to_a_thing_stays_so_in_a_list() -> None:
    text = "The front took tanks, captured guns and stolen cars."
    assert word(coded(text), "stolen").head is word(coded(text), "cars")


def test_what_nobody_says_goes_on_with_what_is_reported() -> None:
    text = (
        "Officials confirmed that agents of the service had smuggled drone parts into Orsia over "
        "several months, recruited local drivers and assembled the aircraft in a warehouse."
    )
    assert _arguments(text, "recruited")[0] == "agents"


def test_what_is_answered_stays_beside_the_saying() -> None:
    text = "The front confirmed that its men had fled, accused the army and blamed the mayor."
    assert _arguments(text, "accused")[0] == "front"
