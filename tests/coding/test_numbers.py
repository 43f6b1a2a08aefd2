import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.coding.numbers import amount_of, number_value
from tests.coding.helpers import coded, word


@pytest.mark.parametrize(
    ("phrase", "noun", "low", "high"),
    [
        ("20 soldiers", "soldiers", 20, 20),
        ("At least 20 soldiers", "soldiers", 20, None),
        ("Up to 20 soldiers", "soldiers", None, 20),
        ("Twenty soldiers", "soldiers", 20, 20),
        ("Dozens of soldiers", "soldiers", 24, None),
        ("Tens of thousands of soldiers", "soldiers", 20000, None),
        ("Several soldiers", "soldiers", 3, None),
        ("Several hundred soldiers", "soldiers", 300, None),
        ("A couple of hundred soldiers", "soldiers", 200, None),
        ("No soldiers", "soldiers", 0, 0),
        ("1,200 soldiers", "soldiers", 1200, 1200),
        ("A soldier", "soldier", 1, 1),
        ("Forty-two soldiers", "soldiers", 42, 42),
        ("Two hundred and fifty soldiers", "soldiers", 250, 250),
        ("Three thousand five hundred soldiers", "soldiers", 3500, 3500),
        ("At least two dozen soldiers", "soldiers", 24, None),
        ("More than a dozen soldiers", "soldiers", 12, None),
        ("4 million soldiers", "soldiers", 4000000, 4000000),
        ("Between 1.5 and 2 million soldiers", "soldiers", 1500000, 2000000),
    ],
)
def test_an_amount_is_a_range(phrase: str, noun: str, low: float, high: float) -> None:
    found = amount_of(word(coded(f"{phrase} died."), noun))
    assert found is not None
    assert (found.minimum, found.maximum) == (low, high)


def test_an_article_counts_no_abstract_thing() -> None:
    assert amount_of(word(coded("The war had a cost."), "cost")) is None


def test_a_bare_number_counts_what_stands_behind_its_of() -> None:
    found = amount_of(word(coded("13 of its soldiers died."), "13"))
    assert found is not None
    assert found.noun.text == "soldiers"


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    value = number_value(text)
    assert value is None or abs(value) < 1e15
