import json
from pathlib import Path

import pytest

from khaldun.exchange.formats import readers, writers
from tests.cli.conftest import Run

TEXT = "GOMA, March 4, 2024 (Reuters) - Rebels attacked Goma on 3 March 2024, killing 12 soldiers."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def ids(run: Run, *command: str) -> list[str]:
    """The ids, which are the first cell of every row."""
    lines = run(*command, "--format", "jsonl").stdout.splitlines()
    return [next(iter(json.loads(line).values())) for line in lines]


def test_the_same_source_twice_adds_nothing(run: Run, report: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "new.khaldun"
    first = run("add", report, "--record", fresh)
    second = run("add", report, "--record", fresh)
    assert first.stdout.startswith("1 new document,")
    assert "1 known already" in second.stdout
    assert (first.exit_code, second.exit_code) == (0, 0)


def test_what_cannot_be_read_is_said_and_the_rest_is_kept(run: Run, report: Path) -> None:
    result = run("add", report, report.parent / "missing.txt")
    assert result.exit_code == 3
    assert "missing.txt" in result.stderr
    assert "1 new document" in result.stdout


def test_coded_documents_are_taken_as_they_are(run: Run, report: Path, tmp_path: Path) -> None:
    coded = tmp_path / "coded.jsonl"
    run("code", report, "--format", "jsonl", "--output", coded)
    assert run("add", coded, "--record", tmp_path / "new.khaldun").exit_code == 0


def test_events_are_merged_and_split_again(run: Run) -> None:
    before = ids(run, "events")
    merged = run("merge", before[0], before[1], "--by", "mk", "--reason", "one convoy")
    assert merged.exit_code == 0
    assert len(ids(run, "events")) == len(before) - 1
    assert run("undo", merged.stdout.split()[1].rstrip(":"), "--by", "mk").exit_code == 0
    assert ids(run, "events") == before


def test_a_report_is_split_from_its_event(run: Run) -> None:
    lines = run("events", "--format", "jsonl").stdout.splitlines()
    event = max(map(json.loads, lines), key=lambda e: len(e["report_ids"]))
    result = run("split", event["event_id"], event["report_ids"][-1], "--by", "mk")
    assert result.exit_code == 0
    assert len(ids(run, "events")) > len(lines)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("merge", "event-1", "--by", "mk"), "two different ids"),
        (("merge", "event-1", "event-1", "--by", "mk"), "two different ids"),
        (("merge", "event-1", "event-2", "--by", "mk"), "event-"),
        (("merge", "event-1", "event-2"), "Missing option '--by'"),
        (("split", "event-1", "report-1", "--by", "mk"), "event-1"),
        (("resolve", "forecast-1", "hit", "--by", "mk"), "forecast-1"),
        (("resolve", "forecast-1", "maybe", "--by", "mk"), "'maybe' is not one of"),
        (("undo", "99999", "--by", "mk"), "99999"),
        (("undo", "first", "--by", "mk"), "'first' is not a valid"),
        (("export", "--format", "word"), "there is no format 'word'"),
        (("export", "--format", "geojson", "--table", "events"), "leave the table out"),
        (("export", "--format", "csv", "--table", "wars"), "wars"),
        (("import", "none.csv", "--format", "acled"), "does not exist"),
    ],
    ids=str,
)
def test_bad_input_is_a_usage_error_that_says_what_is_wrong(
    arguments: tuple[str, ...], message: str, run: Run
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_changes_go_on_after_a_number(run: Run) -> None:
    lines = run("changes", "--format", "jsonl").stdout.splitlines()
    last = json.loads(lines[-1])["sequence"]
    assert run("changes", "--since", last).stdout == ""
    assert len(run("changes", "--limit", 3).stdout.splitlines()) == 3


def test_a_backup_is_the_same_record(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.khaldun"
    assert run("backup", copy).exit_code == 0
    shown, copied = run("events"), run("events", "--record", copy)
    assert shown.stdout == copied.stdout


def test_a_sound_record_is_said_to_be(run: Run) -> None:
    result = run("verify")
    assert (result.exit_code, result.stdout) == (0, "The record is sound.\n")


def test_a_damaged_record_is_said_to_be(run: Run, record: Path) -> None:
    data = bytearray(record.read_bytes())
    data[4096 : len(data) // 2] = b"\xff" * (len(data) // 2 - 4096)
    record.write_bytes(data)
    result = run("verify")
    assert result.exit_code in (1, 4)
    assert "Traceback" not in result.output


def test_an_export_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    result = run("export", "--format", "csv", "--table", "events", "--output", target)
    assert result.exit_code == 0
    assert target.read_text("utf-8").startswith("event_id,")


def test_what_a_format_cannot_hold_is_said(run: Run) -> None:
    result = run("export", "--format", "acled")
    assert result.exit_code == 3
    assert result.stderr.startswith("X0")


def test_the_help_names_every_format(run: Run) -> None:
    out, back = ("".join(run(c, "--help").stdout.split()) for c in ("export", "import"))
    assert [name for name in writers() if name not in out] == []
    assert [name for name in readers() if name not in back] == []


def test_rows_of_ones_own_come_in_once(run: Run, tmp_path: Path) -> None:
    rows = tmp_path / "events.csv"
    run("export", "--format", "csv", "--output", rows)
    first = run("import", rows, "--format", "csv", "--record", tmp_path / "new.khaldun")
    second = run("import", rows, "--format", "csv", "--record", tmp_path / "new.khaldun")
    assert first.exit_code == 0
    assert second.stdout.startswith("0 new rows,")
