import csv
import json

import pytest

from tests.cli.conftest import Run

ON = ("forecasts", "--on", "2019-08-01")


def entries(run: Run, *arguments: str) -> list[dict[str, object]]:
    lines = run(*ON, *arguments, "--format", "jsonl").stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_states_are_told_apart(run: Run) -> None:
    states = {entry["state"] for entry in entries(run)}
    assert {"open", "resolved"} <= states
    assert {entry["state"] for entry in entries(run, "--state", "open")} == {"open"}


def test_on_a_day_before_it_was_made_a_forecast_is_not_there(run: Run) -> None:
    assert run("forecasts", "--on", "2019-01-01").stderr == "Nothing in the record fits.\n"


def test_scores_are_by_holder(run: Run) -> None:
    rows = csv.DictReader(run(*ON, "--scores", "--format", "csv").stdout.splitlines())
    scores = {row["holder"]: row["brier"] for row in rows}
    assert float(scores["Miriam Oualata"]) == pytest.approx(0.015625)
    assert "Miriam Oualata" in run(*ON, "--scores").stdout


def test_a_person_resolves_a_forecast_and_takes_it_back(run: Run) -> None:
    forecast = str(entries(run, "--state", "open")[0]["forecast_id"])
    decided = run("resolve", forecast, "miss", "--by", "mk", "--reason", "nobody reports it")
    assert decided.exit_code == 0
    (entry,) = [e for e in entries(run) if e["forecast_id"] == forecast]
    assert (entry["state"], entry["outcome"]) == ("resolved", "miss")
    assert run("undo", entry["decision"], "--by", "mk").exit_code == 0
    (entry,) = [e for e in entries(run) if e["forecast_id"] == forecast]
    assert entry["state"] == "open"
