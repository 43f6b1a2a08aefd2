import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from khaldun.cli import main
from khaldun.exchange import tables
from khaldun.exchange.json import schema

TEXT = "Rebels attacked the army base near Goma on 3 March 2024, killing 12 soldiers."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


def test_the_table_shows_the_line_and_its_sentence(report: Path) -> None:
    result = run("code", report)
    assert result.exit_code == 0
    assert "ASSAULT" in result.stdout
    assert "│ Rebels attacked the army base near Goma on 3 March 2024" in result.stdout


def test_off_a_terminal_the_table_has_no_colours(report: Path) -> None:
    assert "\x1b" not in run("code", report).stdout


def test_json_lines_follow_the_contract(report: Path) -> None:
    lines = run("code", report, report, "--format", "jsonl").stdout.splitlines()
    assert len(lines) == 2
    for line in lines:
        Draft202012Validator(json.loads(schema())).validate(json.loads(line))


def test_two_runs_give_the_same_bytes(report: Path) -> None:
    first, second = (run("code", report, "--format", "jsonl").stdout_bytes for _ in range(2))
    assert first == second


@pytest.mark.parametrize("records", tables.KINDS)
def test_csv_is_any_of_the_tables(report: Path, records: str) -> None:
    result = run("code", report, "--format", "csv", "--records", records)
    header, *_ = csv.reader(result.stdout.splitlines())
    assert header == tables.columns(records)


@pytest.mark.parametrize("option", [["--records", "actors"], ["--spreadsheet-safe"]])
def test_options_of_csv_go_with_csv(report: Path, option: list[str]) -> None:
    result = run("code", report, *option)
    assert result.exit_code == 2
    assert "--format csv" in result.stderr


def test_html_is_one_page(report: Path) -> None:
    assert run("code", report, "--format", "html").stdout.startswith("<!DOCTYPE html>")


def test_output_goes_to_a_file(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    result = run("code", report, "--format", "jsonl", "--output", target)
    assert result.stdout == ""
    assert json.loads(target.read_bytes())["document"]["text"] == TEXT
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_file_that_cannot_be_written_is_said(report: Path, tmp_path: Path) -> None:
    result = run("code", report, "--output", tmp_path / "nowhere" / "out.txt")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_standard_input_is_a_source() -> None:
    assert "ASSAULT" in run("code", "-", stdin=TEXT.encode()).stdout


def test_a_publication_date_can_be_given(report: Path) -> None:
    assert "published 2024-03-05 (given)" in run("code", report, "--published", "2024-03-05").stdout


def test_a_date_that_is_none_is_said(report: Path) -> None:
    result = run("code", report, "--published", "soon")
    assert result.exit_code == 2
    assert "'soon' is no day" in result.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8),
        ("arabic.txt", "هاجمت قوات المتمردين قاعدة الجيش قرب المدينة يوم الثلاثاء. ".encode() * 5),
        ("missing.txt", None),
    ],
)
def test_what_cannot_be_coded_is_a_problem_with_a_code(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = run("code", path)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("R0")
    assert name in result.stderr


def test_nothing_coded_makes_no_file(tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    assert run("code", tmp_path / "missing", "--format", "html", "-o", target).exit_code == 1
    assert not target.exists()


def test_the_rest_goes_on_and_the_exit_status_says_so(report: Path) -> None:
    result = run("code", report.parent / "missing.txt", report)
    assert result.exit_code == 3
    assert "ASSAULT" in result.stdout


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Rebels \x1b[31mattacked\x1b[0m the army near Goma on 3 March 2024.", "utf-8")
    assert "\x1b" not in run("code", path).stdout


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_is_wider_than_the_page(
    report: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(len(line) for line in run("code", report).stdout.splitlines()) <= width
