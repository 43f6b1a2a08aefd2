"""What the narrative carries to words that have no time of their own."""

import pytest

from tests.coding.when.helpers import told


def test_no_story_goes_on_past_a_sentence_on_how_things_stand() -> None:
    text = "In May 2019 rebels took Sake. They have held it since. The army shelled Goma."
    assert told(text, "shelled") == (None, "2020-09-10", "publication")


def test_what_was_said_to_be_over_may_be_told_of_any_day() -> None:
    text = "On Monday rebels raided Sake. The UN said that 500 people had fled."
    assert told(text, "fled") == (None, "2020-09-10", "publication")


@pytest.mark.parametrize(
    ("clause", "first", "last"),
    [
        ("hours before rebels took the port", "2020-09-07", "2020-09-10"),
        ("hours after rebels took the port", None, "2020-09-07"),
    ],
)
def test_a_clause_lies_on_its_side_of_the_one_above_it(
    clause: str, first: str | None, last: str
) -> None:
    assert told(f"He fled on Monday, {clause}.", "took") == (first, last, "carried")


def test_a_verb_that_shares_had_is_of_what_was_over() -> None:
    text = "On Monday rebels raided Sake. They had shelled Goma and captured two men."
    assert told(text, "captured") == (None, "2020-09-07", "carried")


def test_what_goes_on_since_another_act_began_with_it() -> None:
    text = "Thousands have fled since the war began on 15 April 2020."
    assert told(text, "fled") == ("2020-04-15", "2020-09-10", "carried")


def test_the_more_exact_of_two_that_say_the_same_counts() -> None:
    text = "He won in May 2014. Two years later, in July 2016, he seized the palace."
    assert told(text, "seized") == ("2016-07-01", "2016-07-31", "stated")


def test_a_time_in_front_is_also_that_of_a_clause_with_while() -> None:
    text = "By Monday the rebels had lost ten men, while two civilians had been killed."
    assert told(text, "killed") == (None, "2020-09-07", "stated")


def test_a_day_that_describes_a_noun_leads_on_where_nothing_else_does() -> None:
    text = "A coup on Friday followed a raid in which rebels took Djibo on Monday. Men blocked it."
    assert told(text, "blocked") == ("2020-09-04", "2020-09-04", "carried")


def test_what_came_weeks_after_another_act_is_not_on_its_day() -> None:
    text = "On 3 May 2020 rebels took Sake. Two weeks after it fell, soldiers killed ten men."
    assert told(text, "killed") == ("2020-05-03", "2020-09-10", "carried")
