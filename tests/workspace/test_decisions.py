"""What people decide, and that it outlives coding again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import khaldun
from khaldun.errors import UsageError
from khaldun.record import Action, EventType
from khaldun.workspace import Record
from tests.workspace.made import DAY, attack, recoded

BY = "Ana"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with khaldun.open(tmp_path / "war.khaldun") as opened:
        opened.add_coded([attack()])
        yield opened


def _report(record: Record) -> str:
    (report,) = record.reports()
    return report.id


def test_a_rejected_report_is_in_no_list_until_that_is_undone(record: Record) -> None:
    report = _report(record)
    decision = record.reject(report, by=BY, reason="a drill")
    assert len(record.reports()) == len(record.events()) == 0
    record.undo(decision.sequence, by=BY)
    assert _report(record) == report
    assert len(record.events()) == 1
    assert [(j.decision.action, j.undone) for j in record.decisions()] == [
        (Action.REJECT, True),
        (Action.UNDO, False),
    ]


def test_an_undoing_can_be_undone(record: Record) -> None:
    decision = record.reject(_report(record), by=BY)
    again = record.undo(decision.sequence, by=BY)
    record.undo(again.sequence, by=BY)
    assert len(record.reports()) == 0
    with pytest.raises(UsageError, match="has been undone"):
        record.undo(again.sequence, by=BY)


def test_a_correction_is_a_new_version_and_the_old_one_stays(record: Record) -> None:
    report = _report(record)
    record.correct(report, "type", '"PROTEST"', by=BY)
    (stated,) = record.reports()
    assert (stated.id, stated.version, stated.item.type) == (report, 2, EventType.PROTEST)
    assert record.events().items[0].type is EventType.PROTEST


@pytest.mark.parametrize(
    ("field", "value"),
    [("type", '"FEAST"'), ("type", "not json"), ("id", '"x"'), ("colour", "1")],
)
def test_a_correction_that_does_not_fit_is_refused(record: Record, field: str, value: str) -> None:
    with pytest.raises(UsageError):
        record.correct(_report(record), field, value, by=BY)
    assert len(record.decisions()) == 0


def test_decisions_outlive_coding_again_and_are_stale_where_their_ground_moved(
    record: Record,
) -> None:
    record.correct(_report(record), "instrument", '"rockets"', by=BY)
    record.add_coded([recoded(attack())])
    assert [j.stale for j in record.decisions()] == [False]
    record.add_coded([recoded(attack(), modes=("artillery",))])
    (stated,) = record.reports()
    assert (stated.item.instrument, stated.item.modes) == ("rockets", ("artillery",))
    assert [j.stale for j in record.decisions()] == [True]


def test_a_decision_holds_where_the_coder_is_only_more_or_less_sure(record: Record) -> None:
    record.accept(_report(record), by=BY)
    record.add_coded([recoded(attack(), confidence=0.7)])
    assert record.reports().items[0].item.confidence == 0.7
    assert [j.stale for j in record.decisions()] == [False]


def test_a_decision_on_what_is_gone_is_stale_and_holds_when_it_comes_back(record: Record) -> None:
    record.correct(_report(record), "instrument", '"rockets"', by=BY)
    without = replace(attack(), reports=(), coder=replace(attack().coder, version="2"))
    record.add_coded([without])
    assert [j.stale for j in record.decisions()] == [True]
    record.add_coded([recoded(attack())])
    assert record.reports().items[0].item.instrument == "rockets"
    assert [j.stale for j in record.decisions()] == [False]


def test_merged_actors_are_one_until_that_is_undone(record: Record) -> None:
    record.add_coded([attack("Evening Star", attacker="Wadi Brigade")])
    ids = {e.actor.name: e.actor.id for e in record.actors()}
    decision = record.merge([ids["Harun Front"], ids["Wadi Brigade"]], by=BY)
    (merged,) = (e for e in record.actors() if {"Harun Front", "Wadi Brigade"} & _names(e))
    assert _names(merged) == {"Harun Front", "Wadi Brigade"}
    assert {r.item.actors for r in record.reports()} == {(merged.actor.id,)}
    record.undo(decision.sequence, by=BY)
    assert {e.actor.name: e.actor.id for e in record.actors()} == ids
    assert record.verify() == ()


def _names(entity: khaldun.record.Entity) -> set[str]:  # type: ignore[name-defined]
    return {entity.actor.name, *entity.actor.aliases}


def test_an_actor_of_one_document_is_taken_apart_from_its_namesake(record: Record) -> None:
    record.add_coded([attack("Evening Star", killed=3)])
    (one,) = (e for e in record.actors() if e.actor.name == "Harun Front")
    first, second = record.joinings(one.actor.id)
    record.split(one.actor.id, [f"{second.document}#{second.actor}"], by=BY)
    both = [e for e in record.actors() if e.actor.name == "Harun Front"]
    assert [len(record.joinings(e.actor.id)) for e in both] == [1, 1]
    assert len({r.item.actors for r in record.reports()}) == 2
    assert first.document != second.document


def test_a_report_is_taken_out_of_an_event(record: Record) -> None:
    record.add_coded([attack("Evening Star", killed=13)])
    (event,) = record.events()
    decision = record.split(event.id, event.reports[1:], by=BY)
    assert sorted(len(e.reports) for e in record.events()) == [1, 1]
    record.undo(decision.sequence, by=BY)
    assert record.events().items == (event,)


def test_events_that_differ_are_merged(record: Record) -> None:
    other = attack("Evening Star", attacker="Wadi Brigade", day=DAY.replace(month=9), killed=90)
    record.add_coded([other])
    record.merge([event.id for event in record.events()], by=BY)
    (event,) = record.events()
    assert len(event.reports) == 2


def test_a_forecast_is_resolved_by_a_person(record: Record) -> None:
    (forecast,) = record.forecasts()
    record.resolve(forecast.id, "hit", by=BY)
    (entry,) = record.ledger(DAY.replace(month=12))
    assert str(entry.outcome) == "hit"


@pytest.mark.parametrize("act", ["nothing", "one", "kinds", "whole", "outcome", "event", "nobody"])
def test_what_cannot_be_decided_is_a_usage_error(record: Record, act: str) -> None:
    (event,), actor = record.events(), record.actors().items[0].actor.id
    acts = {
        "nothing": lambda: record.accept("report-0", by=BY),
        "one": lambda: record.merge([actor], by=BY),
        "kinds": lambda: record.merge([actor, event.id], by=BY),
        "whole": lambda: record.split(event.id, event.reports, by=BY),
        "outcome": lambda: record.resolve(_report(record), "hit", by=BY),
        "event": lambda: record.reject(event.id, by=BY),
        "nobody": lambda: record.accept(event.id, by=" "),
    }
    with pytest.raises(UsageError):
        acts[act]()
    assert len(record.decisions()) == 0


def test_decisions_of_one_record_and_pages_of_them(record: Record) -> None:
    report = _report(record)
    for _ in range(3):
        record.accept(report, by=BY)
    record.accept(record.events().items[0].id, by=BY)
    assert [j.decision.sequence for j in record.decisions(report)] == [1, 2, 3]
    page = record.decisions(limit=3)
    assert [j.decision.sequence for j in record.decisions(after=page.after)] == [4]
