import pytest

from khaldun.record import Factuality, Relation
from tests.coding.helpers import coded


def _only(text: str, kind: str) -> Relation:
    (found,) = [r for r in coded(text).relations if r.type == kind]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Qatar no longer backs the rebels.",
        "Qatar stopped backing the rebels in 2018.",
        "Qatar cut off its support for the rebels in 2018.",
        "Qatar withdrew its support from the rebels in 2018.",
        "Qatar, the rebels' former backer, agreed.",
        "Qatar, once the rebels' main backer, agreed.",
    ],
)
def test_what_is_over_says_so_and_has_no_beginning(text: str) -> None:
    relation = _only(text, "backs")
    assert relation.rule is not None
    assert relation.rule.rpartition(".")[2].startswith("break")
    assert relation.when.earliest is None
    assert relation.certainty.value is Factuality.CERTAIN


def test_what_did_not_end_is_no_end() -> None:
    relations = coded("Qatar did not stop backing the rebels.").relations
    assert not [r for r in relations if r.rule is not None and r.rule.endswith("break")]


def test_an_end_that_is_only_planned_is_none() -> None:
    assert not coded("Qatar will stop backing the rebels.").relations


def test_who_joins_after_breaking_is_who_broke() -> None:
    text = "The Tigers Brigade joined the Free Army after breaking with the Lions Brigade."
    draft = coded(text)
    names = {a.id: a.name for a in draft.actors}
    relation = _only(text, "allied_with")
    assert names[relation.subject] == "Tigers Brigade"


def test_a_tie_since_a_day_is_open_although_the_text_has_a_day() -> None:
    text = "In June 2023 the army fell back.\n\nQatar has financed the rebels since 2012."
    assert _only(text, "backs").when.latest is None


def test_who_is_only_to_be_dismissed_leads_on() -> None:
    text = "Chad should dismiss General Idris Haroun as commander of the Second Brigade."
    assert all(r.when.latest is None for r in coded(text).relations if r.type == "leads")
