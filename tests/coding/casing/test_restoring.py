import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.coding.casing import restore_case
from khaldun.coding.lexicon.loading import load_lexicon

EXAMPLES = load_lexicon("casing")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["upper"][:40])
def test_examples_of_the_lexicon(example: dict[str, str]) -> None:
    assert restore_case(example["upper"]) == example["cased"]


def test_text_in_mixed_case_is_left_alone() -> None:
    text = "The UN and NATO condemned the RSF in El Fasher."
    assert restore_case(text) == text


@pytest.mark.parametrize("text", ["", "UN", "KABUL", "12 MAY 1990", "..."])
def test_a_name_alone_is_left_alone(text: str) -> None:
    assert restore_case(text) == text


@pytest.mark.parametrize(
    ("headline", "prose"),
    [
        (
            "Turkish Drones Strike Haftar Convoy South Of Tripoli",
            "Turkish drones strike Haftar convoy south of Tripoli",
        ),
        (
            "UN Says Talks With RSF Will Go On Despite Attack",
            "UN says talks with RSF will go on despite attack",
        ),
        ("Death Threats By Armed Groups In Goma", "Death threats by armed groups in Goma"),
    ],
)
def test_common_words_of_a_headline_in_initial_capitals_are_lowered(
    headline: str, prose: str
) -> None:
    assert restore_case(headline) == prose


def test_a_list_of_names_is_left_alone() -> None:
    text = "Khalifa Haftar, Fayez al-Sarraj, Aguila Saleh and Fathi Bashagha"
    assert restore_case(text) == text


@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(restore_case(text)) == len(text)


@given(st.text(alphabet="ABEILNRSTİŒẞŉ'’.-[]() \n\"“0123"))
def test_length_is_kept_for_upper_case(text: str) -> None:
    assert len(restore_case(text)) == len(text)


@given(st.text(alphabet="AEINRST '.-", max_size=200))
def test_only_case_changes(text: str) -> None:
    assert restore_case(text).upper() == text.upper()


@settings(deadline=None, max_examples=1)
@given(st.just("THE NATIONAL PEOPLE'S ARMY DENIED THAT DE LA MR. "))
def test_time_grows_with_length_only(unit: str) -> None:
    restore_case(unit)
    times = []
    for copies in (2_000, 8_000):
        start = time.perf_counter()
        restore_case(unit * copies)
        times.append(time.perf_counter() - start)
    assert times[1] < 12 * times[0]


def test_a_very_long_word_is_no_trouble() -> None:
    text = "THE ARMY SAID " + "A" * 100_000
    assert len(restore_case(text)) == len(text)
