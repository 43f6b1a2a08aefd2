"""Gold files: read, or refused with the file and the line."""

import gzip
from pathlib import Path

import pytest

from benchmarks.gold import GoldError, Row, load

_LINE = b'{"doc_id": "%d", "text": "A sentence.", "annotations": []}\n'


def _write(path: Path, *lines: bytes) -> Path:
    path.write_bytes(gzip.compress(b"".join(lines)))
    return path


def test_items_are_read_in_order(tmp_path: Path) -> None:
    path = _write(tmp_path / "set.jsonl.gz", _LINE % 1, _LINE % 2)
    assert [row.doc_id for row in load(path, Row)] == ["1", "2"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"absent\.jsonl\.gz: there is no such file"):
        load(tmp_path / "absent.jsonl.gz", Row)


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    path = _write(tmp_path / "set.jsonl.gz", _LINE % 1, b'{"doc_id": 2}\n')
    with pytest.raises(GoldError, match=r"set\.jsonl\.gz:2: Expected `str`"):
        load(path, Row)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = _write(tmp_path / "set.jsonl.gz", b"not json\n")
    with pytest.raises(GoldError, match=r"set\.jsonl\.gz:1: "):
        load(path, Row)


def test_a_file_that_is_cut_short_is_named_with_its_line(tmp_path: Path) -> None:
    path = _write(tmp_path / "set.jsonl.gz", *(_LINE % n for n in range(2000)))
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(GoldError, match=r"set\.jsonl\.gz:\d+: cut short"):
        load(path, Row)


def test_a_file_that_is_no_gzip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl.gz"
    path.write_bytes(b"plain text")
    with pytest.raises(GoldError, match=r"set\.jsonl\.gz:1: cut short or damaged"):
        load(path, Row)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no items"):
        load(_write(tmp_path / "set.jsonl.gz"), Row)
