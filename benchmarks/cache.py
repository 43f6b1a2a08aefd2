"""What the parser gave, kept on disk between runs: it takes most of the time of a run.

Trees are kept as they were before our mending, which runs anew each time.
"""

import hashlib
import marshal
import sqlite3
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import khaldun.coding.syntax as syntax_module
from khaldun.coding.syntax import MODEL, Sentence, Syntax, Word, mended, read
from khaldun.record import Document, SegmentKind

_WAIT = 60.0  # seconds that a worker waits for another one's write
# What the text goes through before the parser has it; what comes after is not kept.
_SOURCES = (
    "syntax.py", "turns.py", "casing/*.py", "reparsing/*.py", "mending/tree.py",
    "lexicon/tokens.yaml", "lexicon/casing.yaml", "lexicon/common_words.yaml",
    "lexicon/reparsing.yaml",
)  # fmt: skip
_TEXT_FIELDS = ("start", "end", "text", "lower", "lemma", "pos", "tag", "dep", "entity", "sentence")


class SyntaxCache:
    """A file of unmended parses, keyed by the text, its segments and what decides a parse."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._store = sqlite3.connect(folder / "syntax.sqlite", timeout=_WAIT)
        self._store.execute("CREATE TABLE IF NOT EXISTS parse (key TEXT PRIMARY KEY, flat BLOB)")

    def parse(self, document: Document) -> Syntax:
        """The parse of `document`, from the file if its text was read before."""
        return mended(self._read(document))

    def _read(self, document: Document) -> Syntax:
        key = _key(document)
        row = self._store.execute("SELECT flat FROM parse WHERE key = ?", (key,)).fetchone()
        if row is not None:
            return unflatten(marshal.loads(row[0]), document.text)  # noqa: S302 - our own file
        syntax = read(document)
        with self._store:
            self._store.execute(
                "INSERT OR REPLACE INTO parse VALUES (?, ?)", (key, marshal.dumps(flatten(syntax)))
            )
        return syntax


def flatten(syntax: Syntax) -> tuple[list[Any], list[Any]]:
    """Words and sentences as plain tuples, heads as indices: no depth, whatever the tree."""
    words = [(*(getattr(w, f) for f in _TEXT_FIELDS), w.head.index) for w in syntax.words]
    sentences = [
        (s.words[0].index, s.words[-1].index + 1, s.root.index, str(s.kind), s.paragraph)
        for s in syntax.sentences
    ]
    return words, sentences


def unflatten(flat: tuple[list[Any], list[Any]], text: str) -> Syntax:
    """The syntax that `flatten` flattened."""
    words = [
        Word(index=index, **dict(zip(_TEXT_FIELDS, values[:-1], strict=True)))
        for index, values in enumerate(flat[0])
    ]
    for word, values in zip(words, flat[0], strict=True):
        word.head = words[values[-1]]
        if word.head is not word:
            word.head.children.append(word)
    sentences = tuple(
        Sentence(
            index=index,
            words=tuple(words[first:last]),
            root=words[root],
            start=words[first].start,
            end=words[last - 1].end,
            kind=SegmentKind(kind),
            paragraph=paragraph,
        )
        for index, (first, last, root, kind, paragraph) in enumerate(flat[1])
    )
    return Syntax(text=text, words=tuple(words), sentences=sentences)


def _key(document: Document) -> str:
    segments = [(s.start, s.end, str(s.kind)) for s in document.segments]
    content = repr((document.text, segments, _parser_digest()))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _parser_digest() -> str:
    """A hash of the parser's version and of the files before it: a change of them reads anew."""
    folder = Path(syntax_module.__file__).parent
    present = sorted(path for pattern in _SOURCES for path in folder.glob(pattern))
    parser = f"{MODEL} {metadata.version(MODEL)}".encode()
    return hashlib.sha256(parser + b"".join(path.read_bytes() for path in present)).hexdigest()
