"""The samples that ship with the package, taken all the way."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import khaldun
from khaldun.exchange.json import from_json, schema, to_json
from khaldun.record import CodedDocument, EventType, RelationType

FOLDER = Path(str(files("khaldun") / "samples"))
SAMPLES = sorted(path.name for path in FOLDER.iterdir() if path.name[:1].isdigit())


@cache
def _coded(name: str) -> CodedDocument:
    return khaldun.code(FOLDER / name)


def _types(name: str) -> set[EventType]:
    return {report.type for report in _coded(name).reports}


def _name(coded: CodedDocument, identifier: str) -> str:
    return next(actor.name for actor in coded.actors if actor.id == identifier)


def test_there_are_twelve_samples() -> None:
    assert len(SAMPLES) == 12


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_follows_the_contract_and_reads_back(name: str) -> None:
    written = to_json(_coded(name))
    Draft202012Validator(json.loads(schema())).validate(json.loads(written))
    assert from_json(written) == _coded(name)


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_coded_outside_headlines_and_body(name: str) -> None:
    coded = _coded(name)
    skipped = [segment for segment in coded.document.segments if not segment.kind.coded]
    assert skipped
    records = (*coded.reports, *coded.relations, *coded.forecasts)
    for segment in skipped:
        assert not any(segment.start <= r.evidence.start < segment.end for r in records)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("01-alliance.txt", "2019-04-09"),
        ("02-agency.txt", "2019-05-14"),
        ("04-rival.txt", "2019-05-15"),
        ("11-truce.txt", "2019-06-30"),
    ],
)
def test_the_dateline_dates_the_document(name: str, day: str) -> None:
    published = _coded(name).document.published
    assert published is not None
    assert (published.earliest.isoformat(), published.basis) == (day, "dateline")


def test_without_a_dateline_the_date_is_inferred_from_what_is_past() -> None:
    published = _coded("07-opinion.txt").document.published
    assert published is not None
    assert (published.basis, published.earliest.isoformat() >= "2019-05-22") == ("inferred", True)


def test_a_name_and_its_acronym_are_one_actor() -> None:
    (front,) = [a for a in _coded("02-agency.txt").actors if "TLF" in (a.name, *a.aliases)]
    assert front.name == "Tibesti Liberation Front"


def test_attack_accusation_backing_and_truce_are_found() -> None:
    assert EventType.ASSAULT in _types("02-agency.txt")
    assert EventType.ACCUSE in _types("04-rival.txt")
    assert {EventType.AID, EventType.RETREAT} <= _types("07-opinion.txt")
    backing = [r for r in _coded("07-opinion.txt").relations if r.type is RelationType.BACKS]
    assert "France" in {_name(_coded("07-opinion.txt"), relation.subject) for relation in backing}


def test_forecasts_carry_their_probability_words() -> None:
    cues = {
        f.probability.cue.quote for f in _coded("07-opinion.txt").forecasts if f.probability.cue
    }
    assert {"probably", "almost certainly", "unlikely"} <= cues
