"""What is said to come: statements, ranges, conditions, horizons, holders."""

from datetime import date
from typing import Any

import pytest

from khaldun.coding import attribution, forecasts
from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import parse
from khaldun.record import (
    Document,
    EventType,
    Forecast,
    Publication,
    PublicationBasis,
    Span,
    Time,
    TimeBasis,
    Timex,
    TimexType,
)
from tests.coding.helpers import coded

TODAY = Publication(
    earliest=date(2024, 5, 1), latest=date(2024, 5, 1), basis=PublicationBasis.GIVEN
)


def draft_of(text: str, **found: Any) -> Draft:
    document = Document(id="d", text=text, language="en")
    draft = Draft(document=document, syntax=parse(document), published=TODAY, **found)
    return forecasts.run(attribution.run(draft))


def read(text: str) -> tuple[Forecast, ...]:
    return draft_of(text).forecasts


def examples(data: Any, key: str) -> list[dict[str, str]]:
    """Every mapping with a text and `key`, anywhere in the lexicon."""
    if isinstance(data, dict):
        own = [data] if {"text", key} <= data.keys() else []
        return own + [e for v in data.values() for e in examples(v, key)]
    return [e for v in data for e in examples(v, key)] if isinstance(data, list) else []


@pytest.mark.parametrize(
    "example", examples(load_lexicon("forecasts"), "range"), ids=lambda e: e["text"]
)
def test_range_of_the_lexicon(example: dict[str, str]) -> None:
    low, high = load_lexicon("forecasts")["ranges"][example["range"]]
    (forecast,) = read(example["text"])
    assert (forecast.probability.low, forecast.probability.high) == (low, high)
    assert forecast.probability.cue is not None
    assert example["cue"] in forecast.probability.cue.quote


@pytest.mark.parametrize(
    "example", examples(load_lexicon("forecasts"), "condition"), ids=lambda e: e["text"]
)
def test_condition_of_the_lexicon(example: dict[str, str]) -> None:
    (forecast,) = read(example["text"])
    assert forecast.condition is not None
    assert forecast.condition.quote == example["condition"]
    assert not forecast.statement.overlaps(forecast.condition)


@pytest.mark.parametrize(
    "example", examples(load_lexicon("forecasts"), "reason"), ids=lambda e: e["text"]
)
def test_what_only_looks_like_a_forecast(example: dict[str, str]) -> None:
    assert read(example["text"]) == ()


def test_holder_of_a_forecast_is_who_foretells() -> None:
    (forecast,) = read("Observers warned that the truce could collapse before the winter.")
    assert [link.holder for link in forecast.attribution] == ["Observers"]


def test_forecast_in_a_cleft_holds_the_whole_sentence() -> None:
    (forecast,) = read("And it is Qatar that may hold the key to the talks.")
    assert forecast.statement.quote == "it is Qatar that may hold the key to the talks"


def test_sources_stand_outside_the_statement() -> None:
    (forecast,) = read("The army will retake Goma within weeks, analysts say.")
    assert forecast.statement.quote == "The army will retake Goma within weeks"


def test_subjects_are_actors_of_the_subject() -> None:
    (forecast,) = draft_of(
        "Ethiopia may attack Eritrea.", actor_ids={0: ("a1",), 3: ("a2",)}
    ).forecasts
    assert forecast.subjects == ("a1",)


def test_horizon_is_open_from_publication_on() -> None:
    (forecast,) = read("The truce will collapse.")
    assert forecast.horizon.earliest == date(2024, 5, 1)
    assert forecast.horizon.latest is None
    assert forecast.horizon.basis is TimeBasis.PUBLICATION


def test_horizon_is_the_time_that_the_statement_names() -> None:
    text = "The truce will collapse in 2025."
    time = Time(
        id="t1",
        span=Span.of(text, 27, 31),
        timex=Timex(type=TimexType.DATE, value="2025"),
        earliest=date(2025, 1, 1),
        latest=date(2025, 12, 31),
    )
    (forecast,) = draft_of(text, times=(time,), time_ids={5: "t1"}).forecasts
    assert forecast.horizon.time == "t1"
    assert forecast.horizon.latest == date(2025, 12, 31)


def test_outcome_is_about_the_party_spoken_of() -> None:
    text = "Ethiopia lost the battle. The most likely course of action will be to wait."
    (forecast,) = draft_of(text, actor_ids={0: ("a1",)}).forecasts
    assert forecast.subjects == ("a1",)


def test_attacks_are_not_about_the_party_spoken_of() -> None:
    text = "Ethiopia lost the battle. The raids will continue."
    (forecast,) = draft_of(text, actor_ids={0: ("a1",)}).forecasts
    assert forecast.subjects == ()


def test_ids_number_the_forecasts_in_text_order() -> None:
    found = read("The truce will collapse. The rebels may return to the capital.")
    assert [f.id for f in found] == ["f1", "f2"]


def test_a_modal_without_its_verb_is_no_forecast() -> None:
    assert read("The gangs have done what the opposition could not.") == ()


@pytest.mark.parametrize(
    ("text", "odds"),
    [
        ("There is a 70 per cent chance of a new war.", 0.7),
        ("There is a 5% risk of a new war.", 0.05),
        ("There is a one in four chance that the truce collapses.", 0.25),
    ],
)
def test_odds_in_numbers_are_taken_as_they_are(text: str, odds: float) -> None:
    (found,) = read(text)
    assert (found.probability.low, found.probability.high) == (odds, odds)


def test_what_is_open_is_no_forecast() -> None:
    assert read("Whether Ankara will send troops remains to be seen.") == ()


def test_others_are_no_part_of_who_expects_something_of_them() -> None:
    assert len(read("Analysts expect them to ally with the cartel.")) == 1


def test_a_condition_below_the_expectation_is_its_condition() -> None:
    (found,) = read("The army is expected to widen its strikes if rockets are fired again.")
    assert found.condition is not None
    assert found.condition.quote == "if rockets are fired again"


def test_what_few_believe_is_unlikely() -> None:
    (found,) = read("Few in the capital believe that the army will defend them.")
    assert (found.probability.low, found.probability.high) == (0.2, 0.45)


def test_question_is_no_forecast() -> None:
    assert read("Will the truce collapse?") == ()


@pytest.mark.parametrize("text", ["will", "May may may", "likely", "If if will would", "no choice"])
def test_fragments_do_no_harm(text: str) -> None:
    assert isinstance(read(text), tuple)


def test_how_things_stand_is_no_forecast() -> None:
    assert read("It is possible that Mumin is dead.") == ()


def test_odds_may_be_put_at_a_number() -> None:
    (found,) = read("A diplomat puts the odds of a war before spring at one in four.")
    assert (found.probability.low, found.probability.high) == (0.25, 0.25)


@pytest.mark.parametrize(
    "text",
    [
        "It would be strange if the rebels won the election.",
        "One might have expected that the donors would suspend their aid.",
        '"So who will rob me now?" she asked.',
    ],
)
def test_comments_and_what_did_not_come_are_no_forecasts(text: str) -> None:
    assert not read(text)


def test_what_one_does_not_believe_is_unlikely() -> None:
    (forecast,) = read("I do not believe that the rebels will stop at the river.")
    assert forecast.probability.high < 0.5


def test_condition_before_the_speaker() -> None:
    (forecast,) = read("If the talks fail, aid groups warn, the north will starve.")
    assert forecast.condition is not None
    assert forecast.condition.quote == "If the talks fail"


def test_condition_of_duration() -> None:
    (forecast,) = read("The raids will continue as long as nobody is punished.")
    assert forecast.condition is not None
    assert forecast.condition.quote == "as long as nobody is punished"


def test_a_contrast_is_a_forecast_of_its_own() -> None:
    text = "The rebels might seize the port, although the navy would probably block the road."
    assert [f.statement.quote for f in read(text)] == [
        "The rebels might seize the port",
        "the navy would probably block the road",
    ]


def test_what_comes_beside_a_past_feeling_lies_ahead() -> None:
    text = "The ministry said it was hopeful and that a truce could be announced soon."
    assert [f.statement.quote for f in read(text)] == ["a truce could be announced soon"]


def test_what_a_party_threatens_is_its_plan() -> None:
    assert coded("The Malian government threatened to expel the miners.").forecasts == ()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A clash along the border is likely.", EventType.ASSAULT),
        ("The army is unlikely to order an offensive.", EventType.ASSAULT),
        ("Egypt is expected to shell the port, officials said.", EventType.ASSAULT),
        ("The government will probably end the war.", None),
    ],
)
def test_act_without_parties(text: str, act: EventType | None) -> None:
    (forecast,) = coded(text).forecasts
    assert forecast.event_type is act


def test_an_unmet_condition_makes_no_forecast() -> None:
    assert not read("The law would protect the clinic even if fighters had hidden there.")


def test_condition_with_a_preposition_before_the_speaker() -> None:
    (forecast,) = read("Without them, said the bishop, the killings would go on.")
    assert forecast.condition is not None
    assert forecast.condition.quote == "Without them"


def test_statement_keeps_its_subject_round_the_speaker() -> None:
    (forecast,) = read("Talks, he added, would resume only if the army left.")
    assert forecast.statement.quote == "Talks, he added, would resume"


def test_a_belief_makes_might_no_likelier() -> None:
    (forecast,) = read("If they strike, diplomats think, crowds might storm the fence.")
    assert (forecast.probability.low, forecast.probability.high) == (0.2, 0.55)


def test_what_will_have_come_lies_ahead() -> None:
    (forecast,) = read("By June, economists reckon, the bank will have run out of dollars.")
    assert forecast.statement.quote == "the bank will have run out of dollars"


@pytest.mark.parametrize("text", ["He said that nobody could have foreseen the collapse."])
def test_what_might_have_been_foreseen_is_no_forecast(text: str) -> None:
    assert read(text) == ()


def test_what_others_say_will_not_come_is_foretold() -> None:
    (forecast,) = coded("Moscow will never extradite the three men, lawyers agree.").forecasts
    assert forecast.attribution[0].holder == "lawyers"


def test_a_clause_before_a_semicolon_is_no_part_of_the_statement() -> None:
    (forecast,) = read("France has offered help; the junta is unlikely to accept it.")
    assert forecast.statement.quote == "the junta is unlikely to accept it"


def test_who_is_due_somewhere_plans_to_be_there() -> None:
    assert coded("The Orsian foreign minister is due in Baghdad on Thursday.").forecasts == ()
