import subprocess
import sys

import khaldun
from khaldun import _HOMES


def test_every_public_name_can_be_had() -> None:
    assert all(getattr(khaldun, name) is not None for name in khaldun.__all__)


def test_the_list_of_names_is_sorted_and_complete() -> None:
    assert khaldun.__all__ == sorted(khaldun.__all__)
    assert set(khaldun.__all__) == {*_HOMES, "__version__"}


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(khaldun, "prophesy")


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert khaldun.__version__ == version("khaldun")


def test_importing_khaldun_does_not_load_the_parser() -> None:
    probe = "import sys, khaldun, khaldun.cli; print('spacy' in sys.modules, 'rich' in sys.modules)"
    command = [sys.executable, "-c", probe]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert run.stdout.split() == ["False", "False"]
