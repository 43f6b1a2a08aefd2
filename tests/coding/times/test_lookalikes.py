"""What only looks like a time is none."""

from datetime import date

import pytest

from khaldun.coding.draft import Draft
from khaldun.coding.syntax import parse
from khaldun.coding.times import read_times, run
from khaldun.record import Document, Time

REJECTED = [
    "The council adopted Resolution 1973.",
    "The convoy left Route 1967 behind.",
    "It may fall, and they may leave.",
    "They march on the capital.",
    "A 24-year-old student was shot.",
    "He was aged 40 years.",
    "They won 3-1.",
    "About 1900 men were killed.",
    "The second group fled.",
    "It cost $2000 in all.",
    "The fall of the city was near.",
    "Theresa May refused.",
    "It was a quarter of the force.",
    "Some 2000 soldiers crossed.",
    "They spent a second wave.",
    "The 31 June never comes.",
    "They soon left the town.",
    "In 241 cases they left.",
]


@pytest.mark.parametrize("text", REJECTED)
def test_a_lookalike_is_rejected(text: str) -> None:
    assert [t.span.quote for t in _times(text)] == []


ACCEPTED = [
    ("They met in May.", "May"),
    ("They will soon leave the town.", "soon"),
    ("The March offensive failed.", "March"),
    ("In 1967 the road was cut.", "1967"),
    ("They will march on May 9.", "May 9"),
    ("Fighting resumed on Sat., 3 May 2014.", "Sat., 3 May 2014"),
    ("It fell in the spring.", "the spring"),
    ("THE ARMY WITHDREW ON 5 MAY 1990.", "5 MAY 1990"),
]


@pytest.mark.parametrize(("text", "quote"), ACCEPTED)
def test_the_real_thing_is_kept(text: str, quote: str) -> None:
    assert [t.span.quote for t in _times(text)] == [quote]


def test_without_syntax_a_verb_in_small_letters_is_no_month() -> None:
    assert read_times("they may march", date(2020, 9, 10)) == ()


def _times(text: str) -> tuple[Time, ...]:
    document = Document(id="d", text=text, language="en")
    return run(Draft(document=document, syntax=parse(document))).times


def test_a_city_that_will_fall_falls_in_no_autumn() -> None:
    text = "Diplomats doubt that the city will fall this year."
    document = Document(id="d", text=text, language="en")
    draft = run(Draft(document=document, syntax=parse(document)))
    assert [t.span.quote for t in draft.times] == ["this year"]


def test_a_bare_day_before_a_noun_is_one_where_it_does_not_count_that() -> None:
    text = "On 4 May 1999 they met. On the 28th soldiers fled. On the 14th attempt they won."
    document = Document(id="d", text=text, language="en")
    draft = run(Draft(document=document, syntax=parse(document)))
    assert [t.timex.value for t in draft.times] == ["1999-05-04", "1999-05-28"]
