"""Pages of the ledger, the timeline and dyads are the parts of the whole, in its order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import khaldun
from benchmarks.generated import documents
from khaldun.errors import UsageError
from khaldun.record import CodedDocument, Selection
from khaldun.situation import State, Step
from khaldun.workspace import Record

ON = date(2022, 6, 1)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path = tmp_path_factory.mktemp("paging") / "war.khaldun"
    with khaldun.open(path) as record:
        record.add_coded(documents(60))
        yield record


def _all(fetch: Any, limit: int) -> tuple[Any, ...]:
    page = fetch(limit=limit)
    found = [*page.items]
    while page.after is not None:
        assert len(page) == limit
        page = fetch(limit=limit, after=page.after)
        found += page.items
    return tuple(found)


@pytest.mark.parametrize("limit", [1, 7, 1000])
@pytest.mark.parametrize("selection", [Selection(), Selection(country="LBY")])
def test_pages_of_the_timeline_are_the_timeline(
    record: Record, selection: Selection, limit: int
) -> None:
    found = _all(lambda **page: record.timeline_page(selection, **page), limit)
    assert found == record.timeline(selection)
    assert len(found) > 10


@pytest.mark.parametrize("limit", [1, 7, 1000])
@pytest.mark.parametrize("on", [date(2020, 1, 1), ON, date(2030, 1, 1)])
def test_pages_of_the_ledger_are_the_ledger(record: Record, on: date, limit: int) -> None:
    found = _all(lambda **page: record.ledger_page(on, **page), limit)
    assert found == record.ledger(on)


def test_a_page_of_the_ledger_has_only_what_stands_so(record: Record) -> None:
    whole = record.ledger(ON)
    for state in State:
        found = _all(lambda s=state, **page: record.ledger_page(ON, state=s, **page), 3)
        assert found == tuple(entry for entry in whole if entry.state is state)


@pytest.mark.parametrize("step", [Step.WEEK, Step.MONTH])
@pytest.mark.parametrize("limit", [1, 13, 1000])
def test_pages_of_dyads_are_the_dyads(record: Record, step: Step, limit: int) -> None:
    found = _all(lambda **page: record.dyads_page(step=step, **page), limit)
    assert found == record.dyads(step=step)


def test_dyads_of_an_actor_are_those_of_what_it_had_part_in(record: Record) -> None:
    selection = Selection(actor="group-0")
    found = _all(lambda **page: record.dyads_page(selection, **page), 2)
    assert found == record.dyads(selection)


def test_what_is_no_mark_is_refused(record: Record) -> None:
    with pytest.raises(UsageError, match="no mark"):
        record.timeline_page(after="later")
    for fetch in (lambda: record.ledger_page(ON, after="?"), lambda: record.dyads_page(after="?")):
        with pytest.raises(UsageError):
            fetch()


def _due(coded: CodedDocument) -> CodedDocument:
    """The document, with forecasts that are due when all is over."""
    horizons = (replace(f.horizon, latest=date(2024, 1, 1)) for f in coded.forecasts)
    due = (replace(f, horizon=h) for f, h in zip(coded.forecasts, horizons, strict=True))
    return replace(coded, forecasts=tuple(due))


def test_forecasts_of_a_page_are_held_against_the_same_events(tmp_path: Path) -> None:
    with khaldun.open(tmp_path / "war.khaldun") as record:
        record.add_coded(map(_due, documents(300)))
        whole = record.ledger(date(2025, 1, 1))
        assert any(entry.events for entry in whole)
        assert any(entry.state is State.DUE for entry in whole)
        for limit in (9, 1000):
            found = _all(lambda **page: record.ledger_page(date(2025, 1, 1), **page), limit)
            assert found == whole
