import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from khaldun.exchange.plover import from_plover, to_plover
from khaldun.record import Account, CodedDocument, Factuality
from tests.exchange.accounts import account_of, accounts, few
from tests.exchange.plover.test_reading import RECORD


def _records(account: Account) -> list[dict[str, Any]]:
    return [json.loads(line) for line in to_plover(account).data.splitlines()]


@few
@given(accounts)
def test_every_event_is_written_or_told(account: Account) -> None:
    written = to_plover(account)
    records = _records(account)
    assert len(records) + len(written.problems) == len(account.events)
    assert all({"id", "date", "event"} <= set(record) for record in records)


def test_an_event_has_its_codes(account: Account) -> None:
    [record] = _records(account)
    assert (record["event"], record["mode"], record["quad_code"], record["event_scale"]) == (
        ["ASSAULT"],
        ["heavy-weapons"],
        4,
        -9.5,
    )
    assert record["actor"] == [{"sector": "MIL", "entity_text": "army"}]
    assert (record["event_text"], record["size"]) == ("shelled", {"dead": 12})
    text = account.editions[0].document.text
    span = record["text_info"]
    assert text[span["start"] : span["end"]] == record["text"]


@pytest.mark.parametrize(
    "change", [{"earliest": None}, {"certainty": Factuality.UNCOMMITTED}], ids=str
)
def test_what_plover_cannot_hold_is_told(account: Account, change: dict[str, Any]) -> None:
    event = replace(account.events[0], **change)
    written = to_plover(replace(account, events=(event,)))
    assert [problem.code for problem in written.problems] == ["X001"]


def test_what_was_read_is_written_again() -> None:
    coded = next(iter(from_plover(json.dumps(RECORD).encode(), "p")))
    assert isinstance(coded, CodedDocument)
    [record] = _records(account_of([coded]))
    kept = ("date", "enddate", "event", "mode", "context", "event_loc", "size", "cite_info")
    assert {name: record[name] for name in kept} == {name: RECORD[name] for name in kept}
    assert (record["text"], record["event_text"]) == (RECORD["text"], RECORD["event_text"])
    assert record["actor"] == [
        {"code": "LBY", "sector": "MIL", "entity_text": "Army"},
        {"entity_text": "Guards"},
    ]


def test_a_range_has_its_end(account: Account) -> None:
    event = replace(account.events[0], latest=date(2025, 3, 9))
    [record] = _records(replace(account, events=(event,)))
    assert (record["date"], record["enddate"]) == ("2025-03-04", "2025-03-09")
