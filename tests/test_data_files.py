"""Data files: parsed once for each of their versions, and never stale."""

import sys
from pathlib import Path

import pytest

from khaldun.data_files import load_data
from khaldun.errors import ResourceError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is a package with one data file, `words.yaml`."""
    folder = tmp_path / "somewords"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "words.yaml").write_text("{on: 1, list: [a, 2, true, null, 0.5], 7: seven}")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "somewords", raising=False)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


def kept(package: Path) -> list[Path]:
    return sorted((package / "__pycache__").glob("words.*.msgpack"))


def test_a_file_reads_the_same_when_it_was_kept(package: Path) -> None:
    first = load_data("somewords", "words")
    assert kept(package)
    assert load_data("somewords", "words") == first
    assert first == {"on": 1, "list": ["a", 2, True, None, 0.5], 7: "seven"}


def test_a_changed_file_is_parsed_anew(package: Path) -> None:
    load_data("somewords", "words")
    (package / "words.yaml").write_text("{on: 2}")
    assert load_data("somewords", "words") == {"on": 2}
    assert len(kept(package)) == 1


def test_a_damaged_copy_is_not_read(package: Path) -> None:
    first = load_data("somewords", "words")
    kept(package)[0].write_bytes(b"\xc1")
    assert load_data("somewords", "words") == first


def test_what_no_copy_can_hold_is_not_kept(package: Path) -> None:
    (package / "words.yaml").write_text("{day: 2020-09-10}")
    first = load_data("somewords", "words")
    assert load_data("somewords", "words") == first
    assert not kept(package)


def test_nothing_is_written_where_python_may_not_write(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    load_data("somewords", "words")
    assert not kept(package)


def test_a_file_that_is_no_mapping_is_refused_each_time(package: Path) -> None:
    (package / "words.yaml").write_text("[a, b]")
    for _ in range(2):
        with pytest.raises(ResourceError):
            load_data("somewords", "words")
