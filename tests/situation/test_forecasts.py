import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.record import Account, EventType, Factuality, Probability
from khaldun.situation import LedgerEntry, Outcome, Resolution, State, ledger, scores
from tests.situation.accounts import WORDS, day, event, forecast, says

MADE, DUE, LATER = day(6, 5), day(6, 30), day(8, 1)
ATTACK = event("e", EventType.ASSAULT, ("army",), day(6, 20), recipients=("tlf",))


def entry(*events: object, on: object = LATER, **fields: object) -> LedgerEntry:
    account = Account(forecasts=(forecast("f", ("army",), MADE, DUE, **fields),), events=events)  # type: ignore[arg-type]
    (found,) = ledger(account, on)  # type: ignore[arg-type]
    return found


def test_a_forecast_is_open_until_the_day_that_it_names_has_passed() -> None:
    assert entry(on=DUE).state is State.OPEN
    assert entry(on=LATER).state is State.DUE


def test_what_was_not_reported_is_no_miss() -> None:
    assert entry(on=LATER).outcome is None


def test_a_forecast_without_a_horizon_stays_open() -> None:
    account = Account(forecasts=(forecast("f", ("army",), MADE, None),), events=(ATTACK,))
    assert ledger(account, LATER)[0].state is State.OPEN


def test_an_event_of_the_same_type_and_subject_in_time_resolves_it() -> None:
    found = entry(ATTACK)
    assert (found.state, found.outcome, found.events) == (State.RESOLVED, Outcome.HIT, ("e",))
    assert found.probability == pytest.approx(0.875)
    assert found.brier == pytest.approx(0.125**2)


def test_what_was_held_unlikely_and_came_is_a_miss() -> None:
    found = entry(ATTACK, probability=Probability(low=0.2, high=0.45))
    assert (found.outcome, found.came) == (Outcome.MISS, True)
    assert found.brier == pytest.approx((0.325 - 1) ** 2)


@pytest.mark.parametrize(
    "other",
    [
        event("e", EventType.THREATEN, ("army",), day(6, 20)),
        event("e", EventType.ASSAULT, ("tlf",), day(6, 20), recipients=("army",)),
        event("e", EventType.ASSAULT, ("army",), day(6, 4)),
        event("e", EventType.ASSAULT, ("army",), day(7, 1)),
        event("e", EventType.ASSAULT, ("army",), day(6, 20), earliest=None),
        event("e", EventType.ASSAULT, ("army",), day(6, 20), certainty=Factuality.CERTAINLY_NOT),
    ],
)
def test_another_event_does_not_resolve_it(other: object) -> None:
    assert entry(other).state is State.DUE


def test_all_subjects_must_be_parties() -> None:
    account = Account(forecasts=(forecast("f", ("army", "france"), MADE, DUE),), events=(ATTACK,))
    assert ledger(account, LATER)[0].state is State.DUE


def test_what_hangs_on_a_condition_is_left_to_a_person() -> None:
    assert entry(ATTACK, condition=WORDS).state is State.DUE


def test_an_event_after_the_day_asked_is_not_known_yet() -> None:
    assert entry(ATTACK, on=day(6, 19)).state is State.OPEN


def test_a_forecast_that_is_not_made_yet_is_not_in_the_ledger() -> None:
    assert ledger(Account(forecasts=(forecast("f", ("a",), MADE, DUE),)), day(6, 4)) == ()


def test_a_persons_decision_outranks_events_and_the_last_one_stands() -> None:
    account = Account(forecasts=(forecast("f", ("army",), MADE, DUE),), events=(ATTACK,))
    decisions = [
        Resolution(forecast="f", outcome=Outcome.VOID, decision=2),
        Resolution(forecast="f", outcome=Outcome.MISS, decision=1),
    ]
    (found,) = ledger(account, LATER, decisions)
    assert (found.outcome, found.decision, found.events, found.brier) == (Outcome.VOID, 2, (), None)


def test_a_right_doubt_that_a_person_confirms_scores_well() -> None:
    doubt = forecast("f", ("army",), MADE, DUE, probability=Probability(low=0.05, high=0.2))
    hit = Resolution(forecast="f", outcome=Outcome.HIT, decision=1)
    (found,) = ledger(Account(forecasts=(doubt,)), LATER, [hit])
    assert (found.came, found.brier) == (False, pytest.approx(0.125**2))


def test_the_holder_is_the_innermost_source() -> None:
    said = entry(attribution=(says("Reuters"), says("the analyst", "oualata")))
    assert said.holder == "oualata"
    assert entry(attribution=(says("officials"),)).holder == "officials"
    assert entry().holder == "Agency"


def test_a_holders_score_is_the_mean_over_what_can_be_scored() -> None:
    entries = [
        entry(ATTACK),
        entry(ATTACK, probability=Probability(low=None, high=None)),
        entry(),
    ]
    (found,) = scores(entries)
    assert (found.forecasts, found.resolved, found.hits, found.misses) == (3, 2, 2, 0)
    assert found.brier == pytest.approx(0.125**2)


def test_who_was_never_proved_has_no_score() -> None:
    assert scores([entry()])[0].brier is None


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(Outcome))
def test_a_brier_score_lies_between_nought_and_one(a: float, b: float, outcome: Outcome) -> None:
    low, high = sorted((a, b))
    told = forecast("f", ("army",), MADE, DUE, probability=Probability(low=low, high=high))
    resolved = Resolution(forecast="f", outcome=outcome, decision=1)
    (found,) = ledger(Account(forecasts=(told,)), LATER, [resolved])
    assert found.brier is None or 0 <= found.brier <= 1
    assert (found.brier is None) == (outcome is Outcome.VOID)
