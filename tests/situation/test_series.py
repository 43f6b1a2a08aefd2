from hypothesis import given
from hypothesis import strategies as st

from khaldun.record import Account, EventType, Factuality
from khaldun.situation import Point, Step, dyads
from khaldun.situation.series import period, score
from tests.situation.accounts import day, event, report

ASSAULT = EventType.ASSAULT


def only(*events: object, step: Step = Step.MONTH) -> Point:
    (found,) = dyads(Account(events=events), step)  # type: ignore[arg-type]
    return found


def test_reports_and_events_are_counted_apart() -> None:
    account = Account(
        reports=tuple(report(f"r{n}", ASSAULT, "a", "b", day(6, 3)) for n in range(3)),
        events=(event("e", ASSAULT, ("a",), day(6, 3), recipients=("b",)),),
    )
    (found,) = dyads(account, Step.MONTH)
    assert (found.reports.number, found.reports.score) == (3, -27.0)
    assert (found.events.number, found.events.score) == (1, -9.0)


def test_a_pair_has_a_direction() -> None:
    there = event("e1", ASSAULT, ("a",), day(6, 3), recipients=("b",))
    back = event("e2", ASSAULT, ("b",), day(6, 3), recipients=("a",))
    assert [(p.actor, p.recipient) for p in dyads(Account(events=(there, back)))] == [
        ("a", "b"),
        ("b", "a"),
    ]


def test_a_meeting_counts_for_both() -> None:
    met = event("m", EventType.CONSULT, ("a", "b"), day(6, 3))
    assert len(dyads(Account(events=(met,)))) == 2


def test_a_statement_of_one_party_is_no_dyad() -> None:
    assert dyads(Account(events=(event("s", EventType.SUPPORT, ("a", "b"), day(6, 3)),))) == ()


def test_weeks_begin_on_monday() -> None:
    point = only(event("e", ASSAULT, ("a",), day(6, 9), recipients=("b",)), step=Step.WEEK)
    assert point.start == day(6, 3)


def test_what_no_period_holds_is_counted_apart() -> None:
    wide = event("e", ASSAULT, ("a",), day(6, 3), recipients=("b",), latest=day(7, 3))
    assert only(wide).start is None


def test_what_is_doubted_is_not_counted() -> None:
    doubted = event(
        "e", ASSAULT, ("a",), day(6, 3), recipients=("b",), certainty=Factuality.POSSIBLE
    )
    assert dyads(Account(events=(doubted,))) == ()


def test_a_mode_that_plover_does_not_know_changes_no_score() -> None:
    assert score(ASSAULT, ("unheard-of",)) == score(ASSAULT, ())
    assert score(ASSAULT, ("drone",)) == -9.5


@given(st.dates(), st.sampled_from(Step))
def test_every_day_lies_in_one_period_that_starts_no_later(on: object, step: Step) -> None:
    start = period(on, on, step)  # type: ignore[arg-type]
    assert start is not None
    assert start <= on  # type: ignore[operator]
    assert period(start, start, step) == start
