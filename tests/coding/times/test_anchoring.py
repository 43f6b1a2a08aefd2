"""What an expression takes its place from: now, or what was told before."""

from dataclasses import replace
from datetime import date

import pytest

from khaldun.coding.draft import Draft
from khaldun.coding.syntax import parse
from khaldun.coding.times import read_times, run
from khaldun.record import Document, Place, Publication, PublicationBasis, Time


def coded(text: str, earliest: date | None = None, latest: date | None = None) -> Draft:
    published = None
    if earliest is not None:
        published = Publication(
            earliest=earliest, latest=latest or earliest, basis=PublicationBasis.GIVEN
        )
    document = Document(id="d", text=text, language="en", published=published)
    return run(Draft(document=document, syntax=parse(document)))


def days(time: Time) -> tuple[str, str]:
    return str(time.earliest), str(time.latest)


def test_a_date_without_a_year_goes_to_the_past_of_publication() -> None:
    (found,) = coded("Rebels took the port on October 3.", date(2021, 3, 1)).times
    assert found.timex.value == "2020-10-03"


def test_a_date_without_a_year_goes_to_the_future_with_a_verb_to_come() -> None:
    (found,) = coded("The parties will meet on October 3.", date(2021, 3, 1)).times
    assert found.timex.value == "2021-10-03"


def test_what_is_counted_does_not_start_from_the_year_of_a_deal() -> None:
    text = "The peace deal of 2018 had collapsed. Two weeks earlier rebels took Nasir."
    assert coded(text, date(2025, 3, 31)).times[-1].timex.value == "2025-W12"


def test_a_deadline_is_the_nearest_such_day() -> None:
    text = "The leader signed a decree dissolving the bodies by January 1."
    (found,) = coded(text, date(2023, 9, 28)).times
    assert found.timex.value == "2024-01-01"


def test_an_arrangement_in_the_perfect_is_for_a_day_to_come() -> None:
    (found,) = coded("They have invited the rebels to talks on Monday.", date(2024, 3, 8)).times
    assert found.timex.value == "2024-03-11"


def test_the_year_of_a_deal_is_not_that_of_what_is_told_next() -> None:
    text = "In January it tore up the deal, signed in 2015. On 25 August a strike killed ten."
    found = coded(text, date(2024, 10, 15)).times
    assert [t.timex.value for t in found] == ["2024-01", "2015", "2024-08-25"]


def test_a_year_since_which_something_goes_on_is_not_that_of_the_text() -> None:
    draft = coded("ABUJA, Sept. 5 - It was the deadliest attack since 2014. Rebels left on 3 May.")
    assert draft.published is None


def test_the_weekday_decides_the_year_where_it_can() -> None:
    (found,) = coded("They met on Sunday, April 5.", date(2021, 3, 1)).times
    assert found.timex.value == "2020-04-05"


def test_a_weekday_is_the_one_before_publication() -> None:
    (found,) = coded("Troops shelled the town on Tuesday.", date(2020, 9, 10)).times
    assert found.timex.value == "2020-09-08"


def test_later_expressions_take_the_time_told() -> None:
    text = "In March 2019 they landed. By later that year they fought. The next month they left."
    first, second, _ = coded(text, date(2021, 3, 1)).times
    assert days(first) == ("2019-03-01", "2019-03-31")
    assert days(second) == ("2019-03-01", "2019-12-31")


def test_an_offset_from_a_month_is_as_wide_as_the_month() -> None:
    text = "In March 2019 they landed. Two weeks later they left."
    found = coded(text, date(2021, 3, 1)).times[1]
    assert days(found) == ("2019-03-01", "2019-04-30")


def test_a_range_of_publication_widens_what_is_seen_from_now() -> None:
    (found,) = coded("They left yesterday.", date(2020, 9, 1), date(2020, 9, 10)).times
    assert (found.timex.value, *days(found)) == ("2020-XX-XX", "2020-08-31", "2020-09-09")


def test_what_is_the_same_seen_from_either_end_is_exact() -> None:
    (found,) = coded("It lasted into this spring.", date(2020, 9, 1), date(2020, 12, 31)).times
    assert found.timex.value == "2020-SP"


def test_a_history_keeps_its_own_year() -> None:
    text = (
        "On 3 May 1954 the base fell. On 7 July 1954 talks began.\n\n"
        "In 1955 the south voted. On October 26 a republic was proclaimed."
    )
    assert coded(text, date(2019, 1, 1)).times[-1].timex.value == "1955-10-26"


def test_years_turn_in_a_history_when_months_go_back() -> None:
    text = "On 3 May 1954 the base fell. On 20 November 1954 they met. In January they left."
    assert coded(text, date(2019, 1, 1)).times[-1].timex.value == "1955-01"


def test_a_day_that_no_calendar_has_is_no_time() -> None:
    assert read_times("on 31 June 2020", date(2020, 9, 10)) == ()


def test_every_word_of_an_expression_has_its_time() -> None:
    draft = coded("They met in early March 2019 and left.", date(2020, 9, 10))
    named = [w.text for w in draft.syntax.words if w.index in draft.time_ids]
    assert named == ["early", "March", "2019"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the early 1990s", "1990-01-01", "1994-12-31"),
        ("late 2019", "2019-07-01", "2019-12-31"),
        ("mid-2020", "2020-04-01", "2020-09-30"),
        ("in the second half of August 2020", "2020-08-16", "2020-08-31"),
        ("Ramadan 2020", "2020-04-24", "2020-05-23"),
        ("Easter 2022", "2022-04-17", "2022-04-17"),
        ("the last two weeks of May 2020", "2020-05-18", "2020-05-31"),
        ("the weekend", "2020-09-05", "2020-09-06"),
        ("the night of 3–4 April 2019", "2019-04-03", "2019-04-04"),
        ("the 19th century", "1800-01-01", "1899-12-31"),
    ],
)
def test_the_days_that_an_expression_covers(text: str, first: str, last: str) -> None:
    assert days(read_times(text, date(2020, 9, 10))[0]) == (first, last)


def test_years_before_christ_have_a_value_and_no_days() -> None:
    (found,) = read_times("in 264 BC", date(2020, 9, 10))
    assert (found.timex.value, found.earliest, found.latest) == ("BC0264", None, None)


def test_the_ends_of_a_range_are_in_order_and_share_the_year_named() -> None:
    found = read_times("from November 2015 to February", date(2018, 9, 7))
    assert [t.timex.value for t in found] == ["2015-11", "2016-02"]
    found = read_times("from November to February 2016", date(2018, 9, 7))
    assert [t.timex.value for t in found] == ["2015-11", "2016-02"]


def test_months_before_the_first_year_of_a_tale_are_of_the_year_before() -> None:
    text = (
        "In November the garrison revolted. In December it marched. In January 1919 the city "
        "fell. On 4 March 1919 an armistice was signed. On 2 May 1919 it ended."
    )
    found = coded(text, date(2015, 3, 1)).times
    assert [t.timex.value[:4] for t in found] == ["1918", "1918", "1919", "1919", "1919"]


def test_the_year_said_again_leaves_the_narrative_where_it_was() -> None:
    text = (
        "On 3 March 1941 they landed. On 4 May 1941 they dug in. On 8 December war came, and 1941 "
        "ended. In January they attacked."
    )
    assert coded(text, date(2015, 3, 1)).times[-1].timex.value == "1942-01"


def test_a_text_that_dates_before_christ_gives_years_of_three_digits() -> None:
    assert read_times("In 264 BC they landed; in 241 they left.")[1].timex.value == "BC0241"
    assert read_times("In 241 cases they left.") == ()
    assert read_times("In 241 they left.") == ()


def test_the_weekday_decides_the_month_of_a_day_where_it_can() -> None:
    (found,) = coded("They met on Friday the 14th.", date(2022, 5, 1)).times
    assert found.timex.value == "2022-01-14"


def test_news_that_opens_with_a_weekday_is_not_history_for_the_years_it_recalls() -> None:
    text = (
        "Troops shelled the port on Saturday. War began on 15 April 2018. A truce was signed on "
        "3 May 2017 and broken on 6 June 2017.\n\nOn December 20 the port changed hands."
    )
    assert coded(text, date(2025, 5, 10)).times[-1].timex.value == "2024-12-20"


def test_seasons_are_those_of_the_half_of_the_earth_that_the_text_is_about() -> None:
    place = Place(id="p1", name="Durban", kind="city", mentions=(), latitude=-29.9, longitude=31.0)
    text = "Last summer they left Durban."
    document = Document(id="d", text=text, language="en")
    span = document.span(22, 28)
    draft = coded(text, date(2025, 5, 10))
    south = run(replace(draft, places=(replace(place, mentions=(span,)),)))
    assert days(draft.times[0]) == ("2024-06-01", "2024-08-31")
    assert days(south.times[0]) == ("2024-12-01", "2025-02-28")


def test_commentary_dates_itself_by_now_whatever_years_it_names() -> None:
    text = (
        "On January 11th the allies hit the port. The group, which has ruled the town since "
        "September 2014, wants no truce. It fears for the deal that it reached in April 2022. "
        "The bank suspends all payments."
    )
    assert days(coded(text, date(2024, 2, 2)).times[0]) == ("2024-01-11", "2024-01-11")


@pytest.mark.parametrize(
    "aside",
    ["It was the worst since May 2018.", "They had burned Sake on 2 June.", "They rose in 2019."],
)
def test_a_story_goes_on_from_its_last_day_past_a_glance_back(aside: str) -> None:
    text = f"Gunmen raided Djibo on 7 September. {aside} Two days later they fled."
    assert days(coded(text, date(2020, 9, 30)).times[-1]) == ("2020-09-09", "2020-09-09")


def test_a_flashback_goes_on_from_itself() -> None:
    text = "He died on 7 May 2019. He had left on 3 March 2018. Two days later he had returned."
    assert days(coded(text, date(2020, 9, 30)).times[-1]) == ("2018-03-05", "2018-03-05")


@pytest.mark.parametrize(
    ("later", "day"), [("31 August", "1996-08-31"), ("3 January", "1997-01-03")]
)
def test_an_undated_story_goes_on_in_its_year(later: str, day: str) -> None:
    text = f"Rebels took Djibo on 6 August 1996. They burned it. They fled. On {later} they met."
    assert days(coded(text).times[-1]) == (day, day)


def test_the_months_before_what_is_told_may_be_of_the_year_before() -> None:
    text = "They reached Cuito in January 1988 after guns had battered it since November."
    assert coded(text).times[-1].timex.value == "1987-11"


def test_the_next_year_is_that_after_what_was_told() -> None:
    text = "They signed an accord in May 1974 and left on 25 June of the next year."
    assert coded(text, date(2020, 9, 30)).times[-1].timex.value == "1975-06-25"


def test_the_third_day_is_no_later_than_three_days_on() -> None:
    text = "Rebels took Djibo on 6 August 2019. By the third day they had burned it."
    assert days(coded(text, date(2020, 9, 30)).times[-1]) == ("2019-08-06", "2019-08-09")


def test_what_had_come_about_by_a_date_is_no_glance_back() -> None:
    text = "They landed on 9 April 1948. By the middle of May they had taken Haifa."
    assert coded(text).times[-1].timex.value == "1948-05"


def test_an_undated_text_whose_years_go_on_is_a_story() -> None:
    text = "War came in 2003. In late July they burned Kutum. On 8 April 2004 they met in Chad."
    assert [t.timex.value for t in coded(text).times] == ["2003", "2003-07", "2004-04-08"]
