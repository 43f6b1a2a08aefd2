import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from khaldun.cli.output import Output, write
from khaldun.errors import UsageError
from khaldun.record import CodedDocument


def test_a_link_is_followed_and_kept(battle: CodedDocument, tmp_path: Path) -> None:
    link, target = tmp_path / "link.jsonl", tmp_path / "target.jsonl"
    link.symlink_to(target)
    write([battle], Output("jsonl", link))
    assert link.is_symlink()
    assert target.stat().st_size > 0


def test_a_pipe_is_written_to_and_kept(battle: CodedDocument, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        received = reader.submit(pipe.read_bytes)
        write([battle], Output("jsonl", pipe))
        assert received.result().endswith(b"\n")
    assert pipe.is_fifo()


def test_a_failure_halfway_leaves_what_was_there(battle: CodedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("before")

    def failing() -> Iterator[CodedDocument]:
        yield battle
        raise RuntimeError("halfway")

    with pytest.raises(RuntimeError):
        write(failing(), Output("jsonl", target))
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    assert target.read_text() == "before"


def test_a_folder_that_is_not_there_is_said(battle: CodedDocument, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write([battle], Output("html", tmp_path / "none" / "out.html"))


def test_nothing_makes_no_file(tmp_path: Path) -> None:
    write([], Output("csv", tmp_path / "out.csv"))
    assert list(tmp_path.iterdir()) == []
