import csv
import json

from tests.cli.conftest import Run

ON = ("situation", "--on", "2019-07-20")


def test_what_nobody_reports_is_shown_as_not_reported(run: Run) -> None:
    shown = run("situation", "--on", "1990-01-01").stdout
    assert shown.count("not reported") == 6


def test_every_line_has_its_age_and_words(run: Run) -> None:
    shown = run(*ON, "--country", "TCD").stdout
    assert "Faya-Largeau: Chad's army" in shown
    assert "as of 2019-06-25, 25 days before" in " ".join(shown.split())
    assert "│ Sample Wire, 2019-06-25:" in shown


def test_no_name_is_left_an_id(run: Run) -> None:
    assert "actor-" not in run(*ON).stdout


def test_rows_have_the_evidence_of_each_finding(run: Run) -> None:
    rows = list(csv.DictReader(run(*ON, "--format", "csv").stdout.splitlines()))
    assert {row["field"] for row in rows} >= {"control", "initiative", "phase", "backing"}
    assert all(row["evidence"] and row["age_days"] for row in rows)


def test_a_difference_can_be_written(run: Run) -> None:
    lines = run(*ON, "--versus", "2019-06-01", "--format", "jsonl").stdout.splitlines()
    fields = {json.loads(line)["field"] for line in lines}
    assert {"alliance", "control", "phase"} <= fields


def test_a_day_does_not_differ_from_itself(run: Run) -> None:
    assert "nothing that is reported is different" in run(*ON, "--versus", "2019-07-20").stdout


def test_a_place_is_a_theatre(run: Run) -> None:
    rows = csv.DictReader(run(*ON, "--format", "csv").stdout.splitlines())
    (place,) = {row["object_id"] for row in rows if row["object"] == "Faya-Largeau"}
    named, by_id = run(*ON, "--place", "Faya-Largeau"), run(*ON, "--place", place)
    assert "Faya-Largeau, window of 30 days" in named.stdout
    assert named.stdout == by_id.stdout


def test_a_place_that_the_record_does_not_have_is_said(run: Run) -> None:
    result = run(*ON, "--place", "Atlantis")
    assert result.exit_code == 2
    assert "no single place is 'Atlantis'" in result.stderr
