import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.coding.confidence import REASONS, SUPPORTS, cases_of, confidence_of, parts_of
from khaldun.coding.lexicon.loading import load_lexicon
from tests.coding.helpers import coded

ENTRIES = [
    (part, entry["id"], entry["weight"], entry["example"])
    for part in REASONS
    for entry in load_lexicon("confidence")[part]["reasons"]
]


def confidence(text: str) -> float:
    """The confidence of the one report of a text."""
    (report,) = coded(text).reports
    assert report.confidence is not None
    return report.confidence


@pytest.mark.parametrize(("part", "reason", "weight", "example"), ENTRIES)
def test_a_reason_holds_for_its_example(
    part: str, reason: str, weight: float, example: str
) -> None:
    draft = coded(example)
    (report,) = draft.reports
    of_part = next(p for p in parts_of(cases_of(draft)[report.id]) if p.name == part)
    assert (reason, weight) in of_part.reasons


@pytest.mark.parametrize("part", REASONS)
def test_every_reason_has_a_weight(part: str) -> None:
    assert [reason for of, reason, *_ in ENTRIES if of == part] == list(REASONS[part])


@pytest.mark.parametrize(("part", "reason", "weight", "example"), ENTRIES)
def test_a_doubt_never_makes_a_report_more_probable(
    part: str, reason: str, weight: float, example: str
) -> None:
    assert weight >= 0 if reason in SUPPORTS else weight <= 0


@given(st.lists(st.sampled_from([
    "Rebels shelled Kidal.", "Turkey shelled Kobani, killing 12 people.",
    "The army may have arrested two men, a doctor said.", "Talks failed.",
    "The village that rebels shelled is empty.", "Farmers marched through the capital.",
])))  # fmt: skip
def test_every_report_has_one_between_0_and_1(sentences: list[str]) -> None:
    for report in coded(" ".join(sentences)).reports:
        assert report.confidence is not None
        assert 0 < report.confidence < 1


def test_it_is_the_product_of_both_parts() -> None:
    draft = coded("Turkey shelled Kobani, killing 12 people.")
    case = cases_of(draft)[draft.reports[0].id]
    kind, parties = parts_of(case)
    assert confidence_of(case) == round(kind.probability * parties.probability, 2)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Soldiers shot two men.", "As soldiers watched, two men were shot."),
        ("Rebels shelled Kidal.", "Rebels may have shelled Kidal."),
        ("Rebels shelled Kidal.", "The village that rebels shelled is empty."),
        ("Turkey attacked the rebels.", "Gunmen attacked the rebels."),
        ("The rebels attacked Turkey.", "The rebels attacked a village."),
        ("Rebels killed 12 soldiers.", "Rebels killed soldiers."),
    ],
)
def test_what_is_told_plainly_is_surer(surer: str, less_sure: str) -> None:
    assert confidence(surer) > confidence(less_sure)


def test_relations_and_forecasts_have_none() -> None:
    draft = coded("France backs the army. The rebels will probably attack Gao in April.")
    assert draft.relations
    assert draft.forecasts
    assert {item.confidence for item in (*draft.relations, *draft.forecasts)} == {None}
