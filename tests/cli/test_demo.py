from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from khaldun.cli import main


@pytest.fixture
def shown(demo: tuple[Path, Result]) -> str:
    return demo[1].stdout


def part(shown: str, command: str) -> str:
    """What the demo shows under a command line."""
    after = shown.split(f"$ khaldun {command}\n")[1]
    return after.split("\n$ khaldun ")[0]


def test_the_demo_ends_well(demo: tuple[Path, Result]) -> None:
    assert demo[1].exit_code == 0
    assert "The record is kept" in demo[1].stderr


def test_the_timeline_has_what_began_ended_and_was_foretold(shown: str) -> None:
    timeline = part(shown, "timeline")
    assert "began: Salem al-Warfalli allied with Tibesti Liberation Front" in timeline
    assert "ended: Salem al-Warfalli allied with Tibesti Liberation Front" in timeline
    assert "foretold: The army of Chad will very likely attack Faya-Largeau" in timeline


def test_the_situation_of_june_is_an_offensive(shown: str) -> None:
    june = part(shown, "situation --country TCD --on 2019-06-01")
    assert "PHASE\n  offensive" in june
    assert "Salem al-Warfalli allied with Tibesti Liberation Front" in june
    assert "France backs Chad" in june


def test_the_situation_of_july_is_a_ceasefire_with_another_holder(shown: str) -> None:
    july = part(shown, "situation --country TCD --on 2019-07-20")
    assert "PHASE\n  ceasefire" in july
    assert "Salem al-Warfalli allied with Tibesti Liberation Front" not in july
    assert "Faya-Largeau: Chad's army" in july


def test_what_changed_is_an_alliance_a_place_and_the_phase(shown: str) -> None:
    changed = part(shown, "situation --country TCD --on 2019-06-01 --versus 2019-07-20")
    assert "alliance ended  Salem al-Warfalli – Tibesti Liberation Front" in changed
    assert "control changed  Faya-Largeau" in changed
    assert "phase changed: offensive → ceasefire" in changed


def test_the_toll_and_a_denial_are_contradictions(shown: str) -> None:
    found = part(shown, "contradictions")
    assert "killed: 27 to 40 soldiers" in found
    assert "denied that it had bombed a market" in " ".join(found.replace("│", "").split())


def test_a_forecast_has_its_outcome(shown: str) -> None:
    forecasts = part(shown, "forecasts --on 2019-08-01")
    hit = forecasts.split("[resolved: hit]  The army of Chad will very likely attack")[1]
    assert "Brier 0.016" in hit
    assert "came: Sample Agency, 2019-06-21" in hit


def test_a_page_with_the_reports_can_be_written(tmp_path: Path) -> None:
    page = tmp_path / "demo.html"
    assert CliRunner().invoke(main, ["demo", "--html", str(page)]).exit_code == 0
    assert page.read_text("utf-8").count('class="document"') == 12
