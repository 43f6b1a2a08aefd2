from khaldun.record import Account, Bound, EventType, RelationType
from khaldun.situation import MomentKind, timeline
from tests.situation.accounts import day, event, forecast, tie

ENDED = Bound(earliest=None, latest=day(6, 24))


def test_everything_is_in_order_of_time_and_the_undated_last() -> None:
    account = Account(
        events=(
            event("late", EventType.ASSAULT, ("a",), day(6, 25)),
            event("never", EventType.ASSAULT, ("a",), None),
            event("early", EventType.ASSAULT, ("a",), day(5, 1)),
        ),
        ties=(tie(RelationType.ALLIED_WITH, "a", "b", day(4, 9), ended=ENDED),),
        forecasts=(forecast("f", ("a",), day(6, 5), day(6, 30)),),
    )
    assert [(m.kind, m.record) for m in timeline(account)] == [
        (MomentKind.TIE_BEGAN, "a-allied_with-b"),
        (MomentKind.EVENT, "early"),
        (MomentKind.FORECAST_MADE, "f"),
        (MomentKind.TIE_ENDED, "a-allied_with-b"),
        (MomentKind.EVENT, "late"),
        (MomentKind.FORECAST_DUE, "f"),
        (MomentKind.EVENT, "never"),
    ]


def test_an_open_end_is_no_moment() -> None:
    account = Account(ties=(tie(RelationType.BACKS, "a", "b", None),))
    assert timeline(account) == ()
