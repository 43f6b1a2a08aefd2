"""Parses kept on disk are the parses that were made."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.cache import SyntaxCache, flatten, unflatten
from khaldun.coding.mending.tree import attach, cut_loose
from khaldun.coding.syntax import Word, parse
from khaldun.record import Document

_DOCUMENT = Document(
    id="d", language="en", text="The army shelled the port.\n\nIt fell on Sunday, rebels said."
)


def test_flattening_loses_nothing() -> None:
    syntax = parse(_DOCUMENT)
    again = unflatten(flatten(syntax), _DOCUMENT.text)
    assert flatten(again) == flatten(syntax)
    assert [w.head.index for w in again.words] == [w.head.index for w in syntax.words]
    assert [[c.index for c in w.children] for w in again.words] == [
        [c.index for c in w.children] for w in syntax.words
    ]
    assert [s.root.index for s in again.sentences] == [s.root.index for s in syntax.sentences]


def test_a_second_run_reads_what_the_first_wrote(tmp_path: Path) -> None:
    first = SyntaxCache(tmp_path).parse(_DOCUMENT)
    second = SyntaxCache(tmp_path).parse(_DOCUMENT)
    assert flatten(second) == flatten(first)


def test_what_is_kept_is_mended_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SyntaxCache(tmp_path).parse(_DOCUMENT)
    monkeypatch.setattr("khaldun.coding.syntax.mend", _hang_all_on_the_first)
    again = SyntaxCache(tmp_path).parse(_DOCUMENT)
    assert {w.head.index for s in again.sentences for w in s.words if not w.is_root} == {
        s.words[0].index for s in again.sentences
    }


def _hang_all_on_the_first(words: Sequence[Word]) -> None:
    cut_loose(words[0])
    for word in words[1:]:
        attach(word, words[0], "dep")


def test_a_tree_of_any_depth_is_kept() -> None:
    text = "and " * 3000
    syntax = parse(Document(id="d", language="en", text=text.strip()))
    assert len(unflatten(flatten(syntax), text).words) == len(syntax.words)
