"""Senses that say that no violence is meant are not for those who bear arms."""

import pytest

from khaldun.record import EventType
from tests.coding.helpers import coded, told


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a market in Gao.",
        "Seven people were killed when rebels attacked a market.",
        "Soldiers stormed shops in the town.",
        "Rebels seized government positions near Goma.",
        "Artillery fire killed five villagers.",
        "The militia fought its rivals for control of the port.",
    ],
)
def test_armed_people_are_taken_at_their_word(text: str) -> None:
    assert EventType.ASSAULT in {event.type for event in coded(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "The guests stormed the buffet.",
        "In the novel a sniper kills the mayor.",
        "Beat the eggs and raid the fridge.",
        "The striker fired wide.",
    ],
)
def test_a_figure_of_speech_is_no_violence(text: str) -> None:
    assert coded(text).events == ()


def test_armed_youths_are_no_crowd() -> None:
    draft = coded("Armed youths attacked the village of Tavo and raided a market.")
    assert draft.events[0].type is EventType.ASSAULT


def test_what_the_doer_has_is_nobody_that_he_acts_upon() -> None:
    assert told("A week later the rebels took their revenge.") == []


def test_a_name_of_nobody_known_that_is_taken_is_ground() -> None:
    assert told("The army captured Marinci yesterday.")[0][0] == "ASSAULT"
    assert told("Soldiers captured Hassan Noor in Goma.")[0][0] == "COERCE"


def test_what_happened_before_is_no_condition_of_a_sense() -> None:
    text = "The army killed five gunmen after masked men stormed a studio."
    assert ("ASSAULT", ["army"], ["five gunmen"]) in told(text)


def test_arms_that_are_flown_to_somebody_are_sent() -> None:
    assert ("AID", [], ["rebels"]) in told("Drones were flown to the rebels.")


def test_people_who_are_flown_visit_nobody() -> None:
    assert told("The wounded soldiers were flown to Egypt.") == []
