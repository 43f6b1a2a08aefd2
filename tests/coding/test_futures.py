from khaldun.record import EventType
from tests.coding.helpers import coded, names


def test_a_plain_future_of_ones_own_is_a_promise_and_no_forecast() -> None:
    draft = coded("The government will release 180 prisoners.")
    assert [r.type.value for r in draft.reports] == ["CONCEDE"]
    assert draft.forecasts == ()


def test_what_will_probably_come_is_a_forecast_and_no_report() -> None:
    draft = coded("The army will probably recapture the town.")
    assert draft.reports == ()
    assert len(draft.forecasts) == 1


def test_what_was_dropped_is_told() -> None:
    draft = coded("The army will probably recapture the town.")
    assert any("told as a forecast" in d.reason for d in draft.dropped)


def test_a_condition_is_no_event() -> None:
    draft = coded("If the rebels attack the convoy, the army will probably respond.")
    assert all(r.trigger.quote != "attack" for r in draft.reports)


def test_what_one_will_not_do_is_a_refusal_that_happened() -> None:
    (report,) = coded("The army said it will not release the prisoners.").reports
    assert (report.type.value, report.status.value) == ("REJECT", "happened")
    assert report.certainty.value.value == "CT+"


def test_a_forecast_has_the_type_of_the_act_and_not_of_its_announcement() -> None:
    (found,) = coded("The army will probably attack Karda before July.").forecasts
    assert found.event_type is EventType.ASSAULT


def test_who_expects_something_asks_for_nothing() -> None:
    draft = coded("Many diplomats expect the army will abandon Karda soon.")
    assert draft.reports == ()
    assert len(draft.forecasts) == 1


def test_what_is_told_in_passing_of_who_will_act_has_happened() -> None:
    text = "The front, which signed a pact with Chad, will probably declare a government."
    draft = coded(text)
    assert [r.trigger.quote for r in draft.reports] == ["signed"]
    assert len(draft.forecasts) == 1


def test_an_attack_that_is_expected_is_told_once() -> None:
    draft = coded("Observers expect an attack on Karda.")
    assert draft.reports == ()
    (found,) = draft.forecasts
    assert "Observers" not in names(draft, found.subjects)


def test_violence_that_will_not_come_of_itself_is_a_forecast() -> None:
    draft = coded("They will not defeat the rebels by force.")
    assert draft.reports == ()
    (found,) = draft.forecasts
    assert found.event_type is None


def test_what_was_expected_of_somebody_is_no_request() -> None:
    draft = coded("Slovakia had been expected to side with Hungary but abstained.")
    assert EventType.REQUEST not in {report.type for report in draft.reports}
