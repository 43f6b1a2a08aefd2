import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.coding.casing.words import is_acronym, is_common


@pytest.mark.parametrize(
    "word",
    ["army", "armies", "denied", "stopped", "taking", "bravely", "happily", "didn't", "antitank",
     "defence", "defense", "organisation", "guerrillas", "soldier's"],
)  # fmt: skip
def test_common_words_and_their_forms(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["haftar", "tripoli", "misrata", "lavrov", "khartoum", "xyzzy"])
def test_names_are_not_common(word: str) -> None:
    assert not is_common(word)


@pytest.mark.parametrize("word", ["fmln", "eln", "gmt", "drc"])
def test_what_cannot_be_spoken_is_an_acronym(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["oyo", "mao", "rio", "haftar"])
def test_what_can_be_spoken_is_a_name(word: str) -> None:
    assert not is_acronym(word)


@given(st.text())
def test_any_word_has_an_answer(word: str) -> None:
    assert is_common(word) in (True, False)
