import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.exchange.plover import from_plover
from khaldun.record import CodedDocument, EventType, Problem
from tests.exchange.accounts import few

RECORD = {
    "id": "k-1",
    "date": "2025-03-04",
    "enddate": "2025-03-06",
    "actor": [{"entity_text": "Army", "sector": "MIL", "code": "LBY"}, {"entity_text": "Guards"}],
    "recipient": {"entity_text": "Karda Gazette", "sector": "JRN"},
    "event": ["ASSAULT"],
    "mode": ["firearms"],
    "context": ["military"],
    "event_loc": {"name": "Karda", "latitude": 26.5, "longitude": -14.25, "country": "LBY"},
    "event_text": "raided",
    "text": "The army raided the Karda Gazette.",
    "size": {"dead": 2, "injured": 5},
    "cite_info": "River Post",
}
# The same in the keys of the gold records.
GOLD = {
    "id": "k-1",
    "date": "2025-03-04",
    "source": ["Army"],
    "target": ["Karda Gazette"],
    "event": "ASSAULT",
    "eventText": "raided",
    "eventLoc": "Karda",
    "text": "The army raided the Karda Gazette.",
    "publication": "River Post",
    "dead": 2,
}


def _read(*records: Any) -> list[CodedDocument | Problem]:
    lines = "\n".join(json.dumps(record) for record in records)
    return list(from_plover(lines.encode(), "p.jsonl"))


def _only(record: Any) -> CodedDocument:
    [coded] = _read(record)
    assert isinstance(coded, CodedDocument)
    return coded


def test_a_record_of_the_manual_is_read() -> None:
    coded = _only(RECORD)
    report = coded.reports[0]
    assert (report.type, report.modes, report.contexts) == (
        EventType.ASSAULT,
        ("firearms",),
        ("military",),
    )
    assert (report.when.earliest, report.when.latest) == (date(2025, 3, 4), date(2025, 3, 6))
    assert [(a.name, a.sector, a.country) for a in coded.actors] == [
        ("Army", "MIL", "LBY"),
        ("Guards", None, None),
        ("Karda Gazette", "MED", None),
    ]
    assert [(q.role, q.maximum) for q in report.quantities] == [("killed", 2), ("wounded", 5)]
    assert (coded.places[0].country, coded.places[0].latitude) == ("LBY", 26.5)


def test_its_sentence_and_its_words_are_the_evidence() -> None:
    report = _only(RECORD).reports[0]
    assert report.evidence.quote == "The army raided the Karda Gazette."
    assert report.trigger.quote == "raided"
    assert [link.holder for link in report.attribution] == ["River Post"]


def test_the_keys_of_the_gold_records_mean_the_same() -> None:
    coded = _only(GOLD)
    assert [actor.name for actor in coded.actors] == ["Army", "Karda Gazette"]
    assert coded.reports[0].trigger.quote == "raided"
    assert coded.reports[0].quantities[0].maximum == 2


def test_an_array_is_as_good_as_lines() -> None:
    data = json.dumps([RECORD, GOLD]).encode()
    assert len(list(from_plover(data, "p.json"))) == 2


def test_a_record_without_an_event_is_passed_over() -> None:
    assert _read({"id": "k-2", "has_event": False}) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"event": "SMILE"}, "X003"),
        ({"id": None}, "X002"),
        ({"date": "spring"}, "X004"),
        ({"event": ["ASSAULT", "COERCE"]}, "X004"),
        ({"enddate": "2025-03-01"}, "X004"),
        ({"mode": ["phone"]}, "X004"),
    ],
)
def test_what_cannot_be_read_is_told(change: dict[str, Any], code: str) -> None:
    found = [item for item in _read(RECORD | change) if isinstance(item, Problem)]
    assert [problem.code for problem in found] == [code]


def test_a_line_that_is_no_object_is_told() -> None:
    results = [getattr(item, "code", "read") for item in _read(RECORD, 3, [], RECORD)]
    assert results == ["read", "X002", "X002", "read"]
    [bad] = from_plover(b'{"id": ', "p.jsonl")
    assert str(bad).startswith("X002 p.jsonl line 1: ")


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)


@few
@given(st.dictionaries(st.sampled_from([*RECORD, *GOLD]), values))
def test_any_record_is_read_or_told(change: dict[str, Any]) -> None:
    data = json.dumps(RECORD | change).encode("utf-8", "replace")
    for item in from_plover(data, "p.jsonl"):
        assert isinstance(item, CodedDocument | Problem)
