import csv
import json
from pathlib import Path

import pytest

from khaldun.exchange.account.columns import TABLES
from tests.cli.conftest import Run

LISTINGS = {
    ("events",): "events",
    ("reports",): "reports",
    ("relations",): "ties",
    ("relations", "--each"): "relations",
    ("actors",): "actors",
    ("contradictions",): "events",
}


@pytest.mark.parametrize(("command", "table"), LISTINGS.items(), ids=str)
def test_csv_and_jsonl_have_the_columns_of_the_table(
    command: tuple[str, ...], table: str, run: Run
) -> None:
    names = [column.name for column in TABLES[table]]
    rows = list(csv.reader(run(*command, "--format", "csv").stdout.splitlines()))
    lines = run(*command, "--format", "jsonl").stdout.splitlines()
    assert rows[0] == names
    assert list(json.loads(lines[0])) == names
    assert len(rows) == len(lines) + 1


@pytest.mark.parametrize("command", list(LISTINGS), ids=str)
def test_a_limit_is_kept_and_the_rest_follows(command: tuple[str, ...], run: Run) -> None:
    whole = run(*command, "--format", "jsonl").stdout.splitlines()
    page = run(*command, "--limit", 1)
    mark = page.stderr.rpartition("--after ")[2].strip()
    rest = run(*command, "--format", "jsonl", "--after", mark).stdout.splitlines()
    assert rest == whole[1:]


@pytest.mark.parametrize("command", list(LISTINGS), ids=str)
def test_a_listing_without_anything_says_so_and_is_no_failure(
    command: tuple[str, ...], run: Run
) -> None:
    result = run(*command, "--from", "1900", "--to", "1901", "--country", "FJI")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing in the record fits." in result.stderr


def test_an_event_shows_its_toll_its_sources_and_the_words(run: Run) -> None:
    shown = run("events", "--type", "assault", "--from", "2019-05-13", "--to", "2019-05-13").stdout
    assert "killed: 27 to 40 soldiers" in shown
    assert "2 independent sources" in shown
    assert "the reports disagree: number" in shown
    assert "│ Sample" in shown


def test_filters_narrow(run: Run) -> None:
    events = [
        json.loads(line)
        for line in run("events", "--type", "ASSAULT", "--format", "jsonl").stdout.splitlines()
    ]
    assert {event["event_type"] for event in events} == {"ASSAULT"}


def test_a_relation_shows_when_it_began_and_ended(run: Run) -> None:
    shown = run("relations", "--type", "allied_with").stdout
    assert "ended by 2019-06-24" in shown


def test_the_actors_of_a_record_are_shown_with_their_other_names(run: Run) -> None:
    assert "Tibesti Liberation Front" in run("actors").stdout
    assert "also: TLF" in run("actors").stdout


def test_search_finds_words(run: Run) -> None:
    assert "Abéché" in run("search", "market", "bombing").stdout
    (line, *_) = run("search", "market", "--format", "jsonl").stdout.splitlines()
    assert "market" in json.loads(line)["snippet"].lower()


def test_a_timeline_is_in_order(run: Run) -> None:
    rows = list(csv.DictReader(run("timeline", "--format", "csv").stdout.splitlines()))
    days = [row["earliest"] or row["latest"] for row in rows]
    assert days == sorted(days)


def test_a_timeline_goes_on_where_a_page_ended(run: Run) -> None:
    whole = run("timeline", "--format", "jsonl").stdout.splitlines()
    first = run("timeline", "--format", "jsonl", "--limit", 5)
    mark = first.stderr.rpartition("--after ")[2].strip()
    rest = run("timeline", "--format", "jsonl", "--after", mark).stdout.splitlines()
    assert [*first.stdout.splitlines(), *rest] == whole


def test_dyads_count_reports_and_events_apart(run: Run) -> None:
    rows = list(csv.DictReader(run("dyads", "--format", "csv").stdout.splitlines()))
    assert rows
    assert all(int(row["reports"]) + int(row["events"]) > 0 for row in rows)
    assert "→" in run("dyads", "--step", "week").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("events",),
        ("timeline",),
        ("situation", "--on", "2019-06-01"),
        ("forecasts", "--on", "2019-08-01"),
        ("search", "market"),
        ("contradictions",),
    ],
    ids=str,
)
def test_no_line_is_wider_than_the_page_and_off_a_terminal_none_has_colours(
    arguments: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = run(*arguments).stdout
    assert "\x1b" not in shown
    assert max(len(line) for line in shown.splitlines()) <= 80


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("events", "--from", "soon"), "'soon' is no day"),
        (("events", "--from", "2019-13"), "'2019-13' is no day"),
        (("events", "--from", "2020", "--to", "2019"), "nothing is both after"),
        (("events", "--country", "Chad"), "'Chad' is no country code"),
        (("events", "--type", "WAR"), "'WAR' is not one of"),
        (("events", "--certainty", "sure"), "'sure' is not one of"),
        (("events", "--limit", "0"), "0 is not in the range"),
        (("events", "--after", "nonsense"), ""),
        (("timeline", "--after", "nonsense"), "'nonsense' is no mark"),
        (("events", "--format", "xml"), "'xml' is not one of"),
        (("situation",), "Missing option '--on'"),
        (("situation", "--on", "2019-02-30"), "is no day"),
        (("situation", "--on", "2019", "--window", "0"), "0 is not in the range"),
        (("situation", "--on", "2019", "--country", "TCD", "--place", "p"), "not both"),
        (("forecasts", "--state", "late"), "'late' is not one of"),
        (("dyads", "--step", "year"), "'year' is not one of"),
        (("search",), "Missing argument"),
        (("changes", "--since", "-1"), "-1 is not in the range"),
    ],
    ids=str,
)
def test_bad_input_is_a_usage_error_that_says_what_is_wrong(
    arguments: tuple[str, ...], message: str, run: Run
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_month_after_to_ends_with_its_last_day(run: Run) -> None:
    february = run("events", "--from", "2020-02-29", "--to", "2020-02", "--format", "csv")
    assert february.exit_code == 0


def test_a_record_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    result = run("events", "--record", tmp_path / "none.khaldun")
    assert result.exit_code == 2
    assert "none.khaldun" in result.stderr
    assert not (tmp_path / "none.khaldun").exists()


def test_a_file_that_is_no_record_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no record")
    result = run("events", "--record", path)
    assert result.exit_code == 2
    assert "notes.txt" in result.stderr


def test_a_listing_says_which_name_is_unknown(run: Run) -> None:
    shown = run("events", "--actor", "Nobody Ever", "--place", "Nowhere")
    assert shown.exit_code == 0
    assert "nothing is called 'Nobody Ever' or 'Nowhere'" in shown.stderr


def test_changes_and_dyads_and_hits_go_on_where_a_page_ended(run: Run) -> None:
    first = run("changes", "--limit", "2")
    assert len(first.stdout.splitlines()) == 2
    assert "There is more: --since 2" in first.stderr
    for command in (("dyads",), ("search", "rebels")):
        page = run(*command, "--limit", "1")
        mark = page.stderr.rpartition("--after ")[2].strip()
        assert mark
        assert run(*command, "--limit", "1", "--after", mark).stdout != page.stdout
