"""Runs: halves, limits, refusals, floors, results."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import quality
from benchmarks.floors import breaches, load_floor
from benchmarks.gold import Row
from benchmarks.halves import Half, half_of
from benchmarks.outcomes import Figure, SetResult
from benchmarks.results import write_section
from benchmarks.running import Options, run, sample
from benchmarks.sets import NAMES, gold_set
from benchmarks.tables import Run, rows, write_json
from khaldun.errors import UsageError

_ROWS = [Row(doc_id=str(n), text="A sentence.") for n in range(60)]
_RESULT = SetResult(
    name="ipe",
    items=3,
    figures=(Figure(metric="KILL F", items=3, value=0.5, low=0.25, high=0.75),),
)


def test_the_halves_share_nothing_and_lack_nothing() -> None:
    read = sample(_ROWS, Options(half=Half.READ))
    unread = sample(_ROWS, Options(half=Half.UNREAD))
    assert {r.doc_id for r in read}.isdisjoint(r.doc_id for r in unread)
    assert len(read) + len(unread) == len(_ROWS)
    assert all(half_of(r.doc_id) is Half.READ for r in read)


def test_a_limit_is_a_part_of_a_larger_one_in_file_order() -> None:
    few, more = sample(_ROWS, Options(limit=5)), sample(_ROWS, Options(limit=20))
    assert len(few) == 5
    assert [r for r in more if r in few] == few
    assert [int(r.doc_id) for r in more] == sorted(int(r.doc_id) for r in more)


def test_a_missing_file_is_an_error_of_its_set_alone(tmp_path: Path) -> None:
    line = b'{"doc_id": "1", "text": "One.", "annotations": []}\n'
    (tmp_path / "polnear.jsonl.gz").write_bytes(gzip.compress(line))
    missing, there = (run(name, tmp_path, Options()) for name in ("ipe", "polnear"))
    assert missing.error is not None
    assert "ipe.jsonl.gz: there is no such file" in missing.error
    assert there.error is None
    assert there.items == 1


def test_the_command_runs_the_other_sets_and_fails_with_the_message(tmp_path: Path) -> None:
    line = b'{"doc_id": "1", "text": "One.", "annotations": []}\n'
    (tmp_path / "polnear.jsonl.gz").write_bytes(gzip.compress(line))
    (tmp_path / "ipe.jsonl.gz").write_bytes(gzip.compress(b'{"doc_id": 1}\n'))
    found = CliRunner().invoke(
        quality.main, ["--gold", str(tmp_path), "--set", "ipe", "--set", "polnear"]
    )
    assert found.exit_code == 1
    assert "ipe.jsonl.gz:1:" in found.output
    assert "cue F" in found.output


def test_one_row_a_figure_and_its_interval() -> None:
    assert rows(_RESULT) == [("ipe", "3", "KILL F", "0.500", "0.250–0.750")]


def _write_floor(folder: Path, content: object) -> Path:
    (folder / "ipe.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.mark.parametrize(("floor", "broken"), [(0.4, False), (0.5, False), (0.6, True)])
def test_a_figure_below_its_floor_is_a_breach(tmp_path: Path, floor: float, broken: bool) -> None:
    folder = _write_floor(tmp_path, {"half": "unread", "at_least": {"KILL F": floor}})
    assert bool(list(breaches([_RESULT], "unread", folder))) is broken


def test_a_figure_above_its_ceiling_is_a_breach(tmp_path: Path) -> None:
    folder = _write_floor(tmp_path, {"half": "unread", "at_most": {"KILL F": 0.4}})
    assert list(breaches([_RESULT], "unread", folder)) == [
        "ipe: KILL F is 0.500, above its ceiling 0.400"
    ]


def test_a_floor_without_its_figure_is_a_breach(tmp_path: Path) -> None:
    folder = _write_floor(tmp_path, {"half": "all", "at_least": {"ARREST F": 0.1}})
    assert list(breaches([_RESULT], "all", folder)) == ["ipe: ARREST F has a floor but no figure"]


def test_floors_of_another_half_are_not_checked(tmp_path: Path) -> None:
    folder = _write_floor(tmp_path, {"half": "unread", "at_least": {"KILL F": 0.9}})
    assert list(breaches([_RESULT], "read", folder)) == []


def test_a_malformed_floor_is_named(tmp_path: Path) -> None:
    folder = _write_floor(tmp_path, {"half": 3})
    with pytest.raises(UsageError, match=r"ipe\.json"):
        list(breaches([_RESULT], "all", folder))


def test_the_floors_that_ship_are_of_metrics_that_exist() -> None:
    for name in NAMES:
        floor = load_floor(name)
        known = {m.name for m in gold_set(name).metrics}
        assert floor is None or known.issuperset((*floor.at_least, *floor.at_most))


def test_json_holds_the_figures_and_no_gold_text(tmp_path: Path) -> None:
    made = Run(command="c", version="v", date="d", half="all", results=(_RESULT,))
    write_json(made, tmp_path / "out.json")
    (result,) = json.loads((tmp_path / "out.json").read_bytes())["results"]
    assert result["figures"][0]["value"] == 0.5
    assert result["disagreements"] == []


def test_a_section_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    write_section(path, "One", "first")
    write_section(path, "Two", "second")
    write_section(path, "One", "third")
    text = path.read_text(encoding="utf-8")
    assert text.count("## One") == text.count("## Two") == 1
    assert "first" not in text
    assert text.index("third") < text.index("second")
