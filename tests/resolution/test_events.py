"""Which reports become one event."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.record import Event, EventType, Report, Stated, Status
from khaldun.resolution import Decisions, reach, report_key, resolve_reports
from tests.resolution.builders import CONTEXT, MAY, count, on, report, said_by, span, undated


def _events(*reports: Stated[Report], decisions: Decisions | None = None) -> list[set[str]]:
    made = resolve_reports(reports, CONTEXT, decisions or Decisions())
    return sorted((set(r.event.reports) for r in made), key=sorted)


def test_two_reports_of_one_place_day_and_deed_are_one_event() -> None:
    assert _events(report("a"), report("b", trigger=span("kidnapped"))) == [{"a", "b"}]


@pytest.mark.parametrize(
    "other",
    [
        report("b", when=on(MAY[21])),
        report("b", place="Doba"),
        report("b", type=EventType.PROTEST, modes=()),
        report("b", modes=("torture",), trigger=span("tortured")),
        report("b", status=Status.PLANNED),
    ],
    ids=["a week later", "a town away", "another type", "another deed", "only planned"],
)
def test_what_looks_like_it_but_is_not_stays_apart(other: Stated[Report]) -> None:
    assert _events(report("a"), other) == [{"a"}, {"b"}]


@pytest.mark.parametrize(
    "other",
    [
        report("b", actors=("men",), quantities=(count(38),)),
        report("b", actors=()),
        report("b", place="Logone"),
        report("b", when=undated(MAY[16])),
        report("b", when=on(MAY[13], MAY[15])),
        report("b", quantities=(count(40, None),)),
    ],
    ids=["another word", "nobody named", "the region", "no date", "a range", "a number"],
)
def test_reports_of_one_event_may_say_less_or_say_it_otherwise(other: Stated[Report]) -> None:
    assert _events(report("a", quantities=(count(42),)), other) == [{"a", "b"}]


def test_a_report_too_vague_to_tell_two_events_apart_stays_an_event_of_its_own() -> None:
    vague = report("c", place="Chad", when=undated(MAY[15]))
    other = report("b", place="Doba")
    assert _events(report("a"), other, vague) == [{"a"}, {"b"}, {"c"}]


def test_a_vague_report_does_not_join_the_two_that_it_lies_between() -> None:
    between = report("b", when=on(MAY[13], MAY[17]))
    assert _events(report("a", when=on(MAY[13])), between, report("c", when=on(MAY[17]))) == [
        {"a"},
        {"b"},
        {"c"},
    ]


def test_another_perpetrator_is_a_dispute_where_spot_and_victims_are_the_same() -> None:
    one = report("a", actors=("front",), quantities=(count(42),))
    other = report("b", actors=("rivals",), quantities=(count(42),))
    third = report("c", quantities=(count(42),))
    assert _events(one, other, third) == [{"a", "b", "c"}]


def test_another_perpetrator_elsewhere_in_the_region_is_another_event() -> None:
    one = report("a", actors=("front",), place="Logone")
    other = report("b", actors=("rivals",), place="Logone")
    assert _events(one, other) == [{"a"}, {"b"}]


def test_two_perpetrators_of_one_document_are_two_events_unless_they_are_claims() -> None:
    fields = {"recipients": (), "quantities": (count(42),), "document": "doc"}
    one = report("a", actors=("front",), **fields)
    other = report("b", actors=("rivals",), **fields)
    claim = report("b", actors=("rivals",), attribution=said_by("front"), **fields)
    assert _events(one, other) == [{"a"}, {"b"}]
    assert _events(one, claim) == [{"a", "b"}]


def test_a_meeting_is_one_whoever_is_named_first() -> None:
    fields = {"type": EventType.CONSULT, "modes": (), "place": None}
    one = report("a", actors=("front",), recipients=("Q657",), **fields)
    other = report("b", actors=("Q657",), recipients=("front",), **fields)
    assert _events(one, other) == [{"a", "b"}]


def test_the_army_of_a_state_may_be_the_state() -> None:
    one = report("a", actors=("army",), recipients=("front",), place=None)
    other = report("b", actors=("Q657",), recipients=("front",), place=None)
    assert _events(one, other) == [{"a", "b"}]


def test_news_without_a_date_is_one_event_with_yesterdays_news_of_it() -> None:
    first, second = report("a", when=undated(MAY[14])), report("b", when=undated(MAY[15]))
    assert _events(first, second) == [{"a", "b"}]


def test_undated_news_of_two_weeks_is_not_one_event() -> None:
    daily = [report(f"r{day:02}", when=undated(MAY[day])) for day in range(1, 15)]
    assert max(len(event) for event in _events(*daily)) <= 4


def test_what_has_no_date_at_all_is_joined_only_with_its_copies() -> None:
    sentence = span("Gunmen have taken pupils from a school in the town.")
    never = on(None)
    copies = [report(n, when=never, evidence=sentence) for n in ("a", "b")]
    other = report("c", when=never)
    assert _events(*copies, other) == [{"a", "b"}, {"c"}]


def test_two_exact_days_are_one_event_where_town_and_counts_agree() -> None:
    counts = (count(42), count(3, role="killed"))
    one = report("a", quantities=counts)
    assert _events(one, report("b", when=on(MAY[15]), quantities=counts)) == [{"a", "b"}]


def test_people_can_put_events_together() -> None:
    together = Decisions(together=frozenset({("a", "b")}))
    assert _events(report("a"), report("b", place="Doba"), decisions=together) == [{"a", "b"}]


def test_people_can_keep_reports_apart() -> None:
    apart = Decisions(apart=frozenset({("a", "b"), ("b", "c")}))
    assert _events(report("a"), report("b"), report("c"), decisions=apart) == [{"a", "c"}, {"b"}]


_reports = st.builds(
    dict,
    when=st.one_of(
        st.integers(1, 30).map(lambda d: on(MAY[d])),
        st.integers(1, 31).map(lambda d: undated(MAY[d])),
        st.tuples(st.integers(1, 25), st.integers(0, 6)).map(
            lambda t: on(MAY[t[0]], MAY[t[0] + t[1]])
        ),
        st.just(on(None)),
        st.just(on(MAY[1], MAY[31])),
    ),
    place=st.sampled_from(["Moundou", "Doba", "Logone", "Chad", None]),
    actors=st.sampled_from([("gunmen",), ("men",), ("front",), ("rivals",), ("army",), ()]),
    recipients=st.sampled_from([("pupils",), ("villagers",), ("front",), ()]),
    quantities=st.sampled_from([(), (count(42),), (count(40),), (count(3),), (count(400),)]),
    document=st.sampled_from([f"doc-{n}" for n in range(8)]),
    modes=st.sampled_from([(), ("abduct",), ("firearms",)]),
)
_many = st.lists(_reports, max_size=25).map(
    lambda given: [report(f"r{n:02}", **fields) for n, fields in enumerate(given)]
)


@given(_many)
def test_every_report_is_in_exactly_one_event(reports: list[Stated[Report]]) -> None:
    made = [i for r in resolve_reports(reports, CONTEXT) for i in r.event.reports]
    assert sorted(made) == [r.id for r in reports]


@given(_many, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(reports: list[Stated[Report]], order: random.Random) -> None:
    expected = resolve_reports(reports, CONTEXT)
    order.shuffle(reports)
    assert resolve_reports(reports, CONTEXT) == expected


@settings(max_examples=150)
@given(_many, st.integers(0, 10), st.randoms(use_true_random=False))
def test_piece_by_piece_gives_what_all_at_once_gives(
    reports: list[Stated[Report]], step: int, order: random.Random
) -> None:
    expected = {r.event.id: r.event for r in resolve_reports(reports, CONTEXT)}
    order.shuffle(reports)
    known: list[Stated[Report]] = []
    events: dict[str, dict[str, Event]] = {}
    for start in range(0, len(reports), step + 1):
        known += reports[start : start + step + 1]
        _add(reports[start : start + step + 1], known, events)
    assert {i: e for block in events.values() for i, e in block.items()} == expected


def _add(
    new: list[Stated[Report]], known: list[Stated[Report]], events: dict[str, dict[str, Event]]
) -> None:
    """Resolve what new reports can change, and replace only that."""
    touched = reach(report_key(r) for r in new)
    needed = [r for r in known if report_key(r) in touched.needed]
    for block in touched.owned:
        events.pop(block, None)
    for resolved in resolve_reports(needed, CONTEXT):
        if resolved.block in touched.owned:
            events.setdefault(resolved.block, {})[resolved.event.id] = resolved.event
