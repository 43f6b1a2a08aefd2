"""The time of what a word says, with its basis."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.coding.when import when_of
from tests.coding.when.helpers import coded, told

STATED = [
    ("Rebels shelled Sake on 3 May 2020.", "shelled", "2020-05-03", "2020-05-03"),
    ("In March 2020 rebels shelled Sake.", "shelled", "2020-03-01", "2020-03-31"),
    ("Rebels shelled Sake on Monday.", "shelled", "2020-09-07", "2020-09-07"),
    ("Rebels have shelled Sake since May 2019.", "shelled", "2019-05-01", "2020-09-10"),
    ("They held the pass until March 2020.", "held", None, "2020-03-31"),
    ("By mid-2019 the army had lost the pass.", "lost", None, "2019-09-30"),
    ("The army lost the pass before May 2019.", "lost", None, "2019-04-30"),
    ("They fought from March to May 2019.", "fought", "2019-03-01", "2019-05-31"),
    ("They fought between 2014 and 2016.", "fought", "2014-01-01", "2016-12-31"),
    ("They fought in April and May.", "fought", "2020-04-01", "2020-05-31"),
    ("On 3 May 2020 rebels took Sake and shelled Goma.", "shelled", "2020-05-03", "2020-05-03"),
    ("Rebels took Sake and shelled Goma on 3 May 2020.", "took", "2020-05-03", "2020-05-03"),
    (
        "Troops held two men in an operation to arrest a leader today.",
        "held",
        "2020-09-10",
        "2020-09-10",
    ),
    ("On 3 May 2020 rebels began to shell Goma.", "shell", "2020-05-03", "2020-05-03"),
    ("Rebels shelled Goma on 3 May 2020, killing two.", "killing", "2020-05-03", "2020-05-03"),
    ("The army launched an offensive in May 2019.", "offensive", "2019-05-01", "2019-05-31"),
    ("The attack on 3 May 2020 killed two.", "attack", "2020-05-03", "2020-05-03"),
    ("He rose when he went to Moscow in 2016.", "rose", "2016-01-01", "2016-12-31"),
    ("Troops crossed the border in 2020.", "crossed", "2020-01-01", "2020-09-10"),
    ("The parties will meet on October 3.", "meet", "2020-10-03", "2020-10-03"),
    ("For the last two years Ankara has armed them.", "armed", "2018-09-10", "2020-09-10"),
]


@pytest.mark.parametrize(("text", "trigger", "first", "last"), STATED)
def test_its_own_clause_comes_first(
    text: str, trigger: str, first: str | None, last: str | None
) -> None:
    assert told(text, trigger) == (first, last, "stated")


def test_the_time_of_saying_is_not_that_of_what_is_said() -> None:
    found = told("The army said on Monday that rebels had shelled Sake.", "shelled")
    assert found == (None, "2020-09-07", "carried")


def test_the_time_of_saying_is_not_carried_on() -> None:
    text = "Officials said on Tuesday that the war was over. Rebels fled."
    assert told(text, "fled") == (None, "2020-09-10", "publication")


def test_the_year_of_a_treaty_is_not_that_of_its_breach() -> None:
    assert told("The rebels rejected the 2015 deal.", "rejected")[2] == "publication"


def test_a_time_in_front_is_also_that_of_a_second_clause() -> None:
    text = "On 3 May 2020 rebels took Sake and the army shelled Goma."
    assert told(text, "shelled") == ("2020-05-03", "2020-05-03", "stated")


def test_the_narrative_carries_its_time_in_the_past_tense() -> None:
    text = "On 3 May 2020 rebels took Sake. They burned the market."
    assert told(text, "burned") == ("2020-05-03", "2020-05-03", "carried")


def test_the_narrative_carries_no_time_to_the_present() -> None:
    text = "On 3 May 2020 rebels took Sake. They control the road."
    assert told(text, "control") == (None, "2020-09-10", "publication")


def test_what_had_happened_before_is_only_bounded() -> None:
    text = "On 3 May 2020 rebels took Sake. They had burned the market."
    assert told(text, "burned") == (None, "2020-05-03", "carried")


@pytest.mark.parametrize(
    "aside",
    [
        "The army, which had fled in 2014, returned.",
        "The general, deployed after the war of 2019, was there.",
        "It was the worst defeat since the junta took power in February 2019.",
    ],
)
def test_a_glance_back_dates_nothing_that_is_told_after_it(aside: str) -> None:
    assert told(f"{aside} Rebels burned the market.", "burned")[2] == "publication"


@pytest.mark.parametrize(
    ("length", "first", "last"),
    [
        ("three days after", "2020-05-03", "2020-05-03"),
        ("two weeks after", "2020-04-19", "2020-04-25"),
        ("two months after", "2020-02-20", "2020-03-21"),
    ],
)
def test_what_a_clause_is_counted_from_has_its_own_time(length: str, first: str, last: str) -> None:
    text = f"The army struck the camp on 6 May 2020, {length} gunmen killed ten people."
    assert told(text, "struck") == ("2020-05-06", "2020-05-06", "stated")
    assert told(text, "killed") == (first, last, "stated")


def test_verbs_that_share_a_subject_share_what_they_are_counted_from() -> None:
    text = "The army struck the camp on 6 May 2020, two days after gunmen stormed it and shot ten."
    assert told(text, "shot") == ("2020-05-04", "2020-05-04", "stated")


def test_a_length_belongs_to_the_conjunction_beside_it() -> None:
    text = "The president resigned in March 2019, three months before rebels seized the capital."
    assert told(text, "seized") == ("2019-05-16", "2019-07-15", "stated")


def test_what_is_told_after_another_act_is_not_before_it() -> None:
    text = "Slovakia halted the deliveries after voters returned Fico to power in October 2019."
    assert told(text, "halted") == ("2019-10-01", "2020-09-10", "carried")
    text = "Villagers fled the area before rebels took the town in May 2019."
    assert told(text, "fled") == (None, "2019-05-31", "carried")


def test_before_dawn_on_a_day_is_on_that_day() -> None:
    text = "Fighters stormed a base before dawn on Sunday."
    assert told(text, "stormed") == ("2020-09-06", "2020-09-06", "stated")


def test_the_day_that_owns_something_is_not_what_the_preposition_bounds() -> None:
    text = "The toll from Sunday's strike on the town has risen to 19."
    assert told(text, "strike") == ("2020-09-06", "2020-09-06", "stated")


def test_the_day_of_a_report_is_not_that_of_what_it_says() -> None:
    text = "The emirate continues to supply the rebels, as a panel reported in January."
    assert told(text, "supply")[2] == "publication"


def test_a_clause_that_takes_up_a_time_shares_it_with_the_next_verb() -> None:
    text = "Since 19 May 2020, when they hijacked a ship and took its crew, prices have doubled."
    assert told(text, "took") == ("2020-05-19", "2020-05-19", "stated")


def test_a_verb_that_shares_a_perfect_is_not_carried() -> None:
    text = "On 3 May 2020 rebels took Sake. The juntas have formed a bloc and left the union."
    assert told(text, "left")[2] == "publication"


@pytest.mark.parametrize(
    "text",
    [
        "The offensive launched by the alliance in May 2020 cut the road.",
        "The offensive, which began in May 2020, has cut the road.",
    ],
)
def test_an_event_noun_takes_the_time_of_the_clause_that_begins_it(text: str) -> None:
    assert told(text, "offensive") == ("2020-05-01", "2020-05-31", "stated")


def test_what_is_to_come_does_not_date_what_is_past() -> None:
    text = "The leaders have invited the rebels to a meeting on Monday."
    assert told(text, "invited") == (None, "2020-09-10", "publication")


def test_now_is_no_end_of_a_range() -> None:
    text = "The men who expelled the envoy in 2018 and closed the port a year later, now rule."
    assert told(text, "closed") == ("2019-01-01", "2019-12-31", "stated")


def test_the_day_of_publication_is_never_passed_off_as_that_of_an_event() -> None:
    text = "Operational update, September 10, 2020\n\nA patrol killed two men."
    assert told(text, "killed") == (None, "2020-09-10", "publication")


def test_what_is_to_come_is_not_bounded_by_publication() -> None:
    assert told("The army will withdraw.", "withdraw") == ("2020-09-10", None, "publication")


def test_without_publication_and_date_nothing_is_known() -> None:
    assert told("The army withdrew.", "withdrew", None) == (None, None, "publication")


PIECES = (
    "On Monday rebels shelled Goma in 2019 since May . , and until will had the attack killing "
    "next week by 2 May they said that was"
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split()), max_size=25).map(" ".join))
def test_any_text_gives_ordered_ranges(text: str) -> None:
    draft = coded(text)
    for word in draft.syntax.words:
        when = when_of(draft, word)
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest


def test_an_answer_comes_on_the_day_told_before_it_or_later() -> None:
    text = "On 3 May 2020 gunmen killed ten people. Two were wounded. The government blamed rebels."
    assert told(text, "wounded") == ("2020-05-03", "2020-05-03", "carried")
    assert told(text, "blamed") == ("2020-05-03", "2020-09-10", "carried")


def test_a_length_from_an_event_only_bounds_what_came_later() -> None:
    text = "On 3 May 2020 rebels invaded. Two days after the invasion, they shelled Goma."
    assert told(text, "shelled") == ("2020-05-03", "2020-09-10", "carried")
    text = "On 3 May 2020 rebels invaded. Two days before the invasion, they shelled Goma."
    assert told(text, "shelled") == (None, "2020-05-03", "carried")


def test_a_year_that_is_the_name_of_a_deal_dates_nothing_after_it() -> None:
    text = "The rebels rejected a 2016 peace deal. The army sent troops to the area."
    assert told(text, "sent")[0] is None


def test_what_follows_a_night_before_dawn_is_of_that_day() -> None:
    text = "Before dawn on 24 September 2023 rebels killed a guard. They fought a battle."
    assert told(text, "fought", date(2024, 5, 5))[:2] == ("2023-09-24", "2023-09-24")


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        ("Twenty years ago today soldiers killed him.", "killed", "2000-09-10", "2000-09-10"),
        ("The operation, which began in May 1998, killed ten.", "killed", "1998-05", "1998-05"),
        (
            "In March 1990 the army left. In May 1991 it came back. In June 1992 it fought. "
            "In January last year police shot dead ten men.",
            "shot",
            "2019-01",
            "2019-01",
        ),
    ],
)
def test_days_seen_from_the_writer(text: str, trigger: str, first: str, last: str) -> None:
    found = told(text, trigger)
    assert (found[0] or "").startswith(first)
    assert (found[1] or "").startswith(last)


def test_a_paragraph_that_speaks_of_today_is_of_the_writers_time() -> None:
    text = (
        "In March 1990 the army left. In May 1991 it came back. In June 1992 it fought.\n\n"
        "His son rules today. In August men shot a guard."
    )
    assert told(text, "shot")[:2] == ("2020-08-01", "2020-08-31")
