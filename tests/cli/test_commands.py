from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from khaldun.cli import main
from khaldun.coding import checking

TEXT = (
    "The Free Army of the North (FAN) attacked Goma on 3 March 2024, the mayor said. "
    "The FAN will probably attack again."
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_ontology_shows_types_contexts_and_sectors() -> None:
    shown = run("ontology").stdout
    for word in ("ASSAULT", "material conflict", "drone", "natural_resource", "REB"):
        assert word in shown


def test_ontology_shows_a_type_with_its_modes() -> None:
    assert "phone" in run("ontology", "consult").stdout


def test_an_unknown_type_is_a_usage_error() -> None:
    result = run("ontology", "war")
    assert result.exit_code == 2
    assert "there is no type WAR" in result.stderr


def test_explain_lists_the_sentences(report: Path) -> None:
    lines = run("explain", report).stdout.splitlines()
    assert lines[0].startswith("   1  The Free Army")
    assert lines[-1].startswith("   2  The FAN")


def test_explain_shows_syntax_rules_and_records(report: Path) -> None:
    shown = run("explain", report, "--sentence", "1").stdout
    for part in ("nsubj", "Rules that fired", "ASSAULT", "Events", "“3 March 2024”", "How sure"):
        assert part in shown


def test_explain_refuses_a_sentence_that_is_not_there(report: Path) -> None:
    result = run("explain", report, "-n", "9")
    assert result.exit_code == 2
    assert "the text has 2" in result.stderr


def test_actors_are_shown_with_their_names(report: Path) -> None:
    shown = run("actors", report).stdout
    assert "Free Army of the North" in shown
    assert "FAN" in shown


def test_actors_of_neither_sources_nor_a_record_is_a_usage_error() -> None:
    result = run("actors")
    assert result.exit_code == 2
    assert "name the sources" in result.stderr


def test_filters_of_actors_go_with_a_record(report: Path) -> None:
    result = run("actors", report, "--country", "TCD")
    assert result.exit_code == 2
    assert "go with --record" in result.stderr


def test_actors_of_nothing_is_a_failure(tmp_path: Path) -> None:
    assert run("actors", tmp_path / "missing.txt").exit_code == 1


def test_a_lexicon_without_faults_passes_its_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "check_examples", lambda: ())
    result = run("lexicon", "check")
    assert result.exit_code == 0
    assert result.stdout.endswith("0 faults\n")


def test_a_faulty_example_is_shown_and_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    example = checking.Example(
        entry="assault.x", text="A hit B.", type="ASSAULT", actor="A", recipient="B"
    )
    fault = checking.ExampleFault(example=example, reason="wanted ASSAULT, got nothing")
    monkeypatch.setattr(checking, "check_examples", lambda: (fault,))
    result = run("lexicon", "check")
    assert result.exit_code == 1
    assert "assault.x: 'A hit B.': wanted ASSAULT, got nothing" in result.stdout
