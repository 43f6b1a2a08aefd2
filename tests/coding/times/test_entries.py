from datetime import date

from tests.coding.helpers import coded

_POSTS = (
    "@Watch · 1 Oct 2024\nRebels attacked Goma yesterday.\n\n"
    "@Watch · 3 Oct 2024\nSoldiers shelled a camp. Rebels fled yesterday.\n\n"
    "@Watch · 5 Oct 2024\nThe army may attack Bukavu within two days."
)


def test_each_entry_is_of_the_day_of_its_date_line() -> None:
    when = [r.when for r in coded(_POSTS).reports if r.trigger.quote != "attack"]
    assert [(w.earliest, w.latest) for w in when] == [
        (date(2024, 9, 30), date(2024, 9, 30)),
        (None, date(2024, 10, 3)),
        (date(2024, 10, 2), date(2024, 10, 2)),
    ]


def test_no_place_is_carried_from_entry_to_entry() -> None:
    (shelled,) = [r for r in coded(_POSTS).reports if r.trigger.quote == "shelled"]
    assert shelled.place is None


def test_a_forecast_is_of_the_day_of_its_entry() -> None:
    (forecast,) = coded(_POSTS).forecasts
    assert (forecast.horizon.earliest, forecast.horizon.latest) == (
        date(2024, 10, 5),
        date(2024, 10, 7),
    )


def test_a_single_date_line_makes_no_entry() -> None:
    assert coded("Brief\n\n20 May 2021\n\nRebels attacked Goma.").entries == ()


def test_today_and_its_date_are_the_day_of_the_text() -> None:
    text = "The statement was issued today, 11 February 2021. Rebels attacked Gao on 10 January."
    published = coded(text).published
    assert published is not None
    assert published.earliest == published.latest == date(2021, 2, 11)


def test_a_deadline_without_a_year_does_not_date_the_text() -> None:
    text = "On 5 March 2008 rebels took Saada. The army would win by summer, he said recently."
    published = coded(text).published
    assert published is not None
    assert published.earliest == date(2008, 3, 5)
