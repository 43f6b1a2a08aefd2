"""Things at which a deed is aimed stand for those whose they are."""

import pytest

from tests.coding.helpers import coded, told


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The opposition boycotted the election in Togo.", ["Togo"]),
        ("Togolese opposition leaders boycotted the referendum.", ["Togo"]),
        ("Opposition leaders in Lome, Togo, said they would boycott the poll.", ["Togo"]),
        ("The candidate rejected the results of the presidential election.", None),
        ("Baghdad rejected the referendum.", ["referendum"]),
        ("Students in Nairobi protested against the new tax law.", ["Kenya"]),
    ],
)
def test_a_vote_or_a_law_stands_for_its_state(text: str, recipients: list[str] | None) -> None:
    assert told(text)[0][2] == (recipients or ["presidential election"])


def test_a_state_for_which_a_thing_stands_is_inferred_from_its_words() -> None:
    draft = coded("Togolese opposition leaders boycotted the referendum.")
    state = next(a for a in draft.actors if a.id in draft.events[0].recipients)
    assert [m.span.quote for m in state.mentions if m.inferred] == ["the referendum"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Miners stopped work at the Kibuye mine.", ("Kibuye mine", "BUS")),
        ("Nurses went on strike for better pay at the hospital.", ("hospital", "HLH")),
        ("Teachers went on strike at the university.", ("university", "EDU")),
    ],
)
def test_a_site_stands_for_whoever_runs_it(text: str, found: tuple[str, str]) -> None:
    draft = coded(text)
    assert found in [(a.name, a.sector) for a in draft.actors if a.id in draft.events[0].recipients]


def test_nobody_is_invented_behind_a_law_of_no_known_state() -> None:
    assert told("Students protested against the new tax law.")[0][2] == []


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The envoy welcomed Chad's plan. Kenya rejected the plan.", ["Chad"]),
        ("The envoy welcomed the plan. Kenya rejected the plan.", []),
    ],
)
def test_a_thing_is_still_whose_it_was(text: str, recipients: list[str]) -> None:
    assert told(text)[-1][2] == recipients
