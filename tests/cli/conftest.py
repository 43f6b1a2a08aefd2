"""The record of the sample reports, made once, and the commands run on it."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from click.testing import CliRunner, Result

from khaldun.cli import main

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The record that `khaldun demo` keeps, and what the command printed."""
    path = tmp_path_factory.mktemp("record") / "samples.khaldun"
    return path, CliRunner().invoke(main, ["demo", "--record", str(path)])


@pytest.fixture
def record(demo: tuple[Path, Result], tmp_path: Path) -> Path:
    """A copy of the record of the samples, to read or to change."""
    return Path(copyfile(demo[0], tmp_path / "samples.khaldun"))


@pytest.fixture
def run(record: Path) -> Run:
    """Runs a command on the record of the samples."""

    def runs(*arguments: object, **options: object) -> Result:
        given = [str(argument) for argument in arguments]
        return CliRunner(env={"KHALDUN_RECORD": str(record)}).invoke(main, given, **options)

    return runs
