from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import khaldun
from khaldun.exchange import wording
from khaldun.record import Document, Probability, Quantity, QuantityRole, Span


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2020, 8, 20), date(2020, 8, 20), "2020-08-20"),
        (date(2020, 4, 1), date(2020, 5, 31), "2020-04 to 2020-05"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2018, 1, 1), date(2019, 12, 31), "2018 to 2019"),
        (date(2019, 1, 1), date(2019, 6, 2), "2019-01-01 to 2019-06-02"),
        (None, date(2019, 6, 2), "by 2019-06-02"),
        (date(2019, 6, 2), None, "from 2019-06-02"),
        (None, None, "undated"),
        (date(9999, 12, 1), date.max, "9999-12"),
    ],
)
def test_a_range_is_said_as_short_as_it_can_be(
    earliest: date | None, latest: date | None, words: str
) -> None:
    assert wording.days(earliest, latest) == words


@given(st.none() | st.dates(), st.none() | st.dates())
def test_any_range_has_words(first: date | None, second: date | None) -> None:
    assert wording.days(first, second)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (12, None, "killed: at least 12 men"),
        (None, 3000, "killed: at most 3,000 men"),
        (5, 5, "killed: 5 men"),
        (5, 7.5, "killed: 5 to 7.5 men"),
        (None, None, "killed: an unstated number of men"),
    ],
)
def test_a_count_says_what_is_open(low: float | None, high: float | None, words: str) -> None:
    quantity = Quantity(
        role=QuantityRole.KILLED, unit="men", minimum=low, maximum=high, span=Span(0, 1, "x")
    )
    assert wording.count(quantity) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.55, 0.8, "likely, 55% to 80%"),
        (0.2, 0.45, "unlikely, 20% to 45%"),
        (0.95, 0.99, "almost certain, 95% to 99%"),
        (None, None, "no probability stated"),
    ],
)
def test_a_probability_is_said_in_the_words_of_icd_203(
    low: float | None, high: float | None, words: str
) -> None:
    assert wording.probability(Probability(low=low, high=high)) == words


def test_the_author_speaks_where_nobody_else_does() -> None:
    assert wording.chain(()) == "the author"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("It began at dawn. Then it rained.", "It began at dawn."),
        ("Short", "Short"),
        ("word " * 40, f"{'word ' * 18}…"),
        ("x" * 200, f"{'x' * 91} …"),
        ("  ", "the-id"),
    ],
)
def test_a_document_without_a_title_is_known_by_its_opening(text: str, title: str) -> None:
    assert wording.title(Document(id="the-id", text=text, language="en")) == title


def test_a_relation_that_is_over_is_said_to_be() -> None:
    coded = khaldun.code("Mali broke with France.\n", published="2025-06-14")
    (relation,) = coded.relations
    assert relation.over
    assert wording.relation_when(relation) == "over by 2025-06-14 (publication)"


def test_a_relation_that_holds_has_its_range_alone() -> None:
    coded = khaldun.code("France backs Mali.\n", published="2025-06-14")
    (relation,) = coded.relations
    assert wording.relation_when(relation) == "by 2025-06-14 (publication)"


def test_confidence_has_two_digits_and_is_left_out_where_there_is_none() -> None:
    assert wording.confidence(0.8) == "confidence 0.80"
    assert wording.confidence(None) == ""
