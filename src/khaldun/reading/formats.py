"""Which reader reads what: by the name of the file, and by what is in it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from khaldun.reading import markdown, text, web
from khaldun.reading.extract import Extract
from khaldun.reading.limits import Limits


class Format(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that is known but cannot be read, by the name that people know it by."""

    name: str


SUPPORTED = "plain text, Markdown and HTML"
READERS: dict[Format, Callable[[bytes, Limits], Extract | None]] = {
    Format.TEXT: lambda data, _: text.read(data),
    Format.MARKDOWN: lambda data, _: markdown.read(data),
    Format.HTML: web.read,
}
_SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}
_MEDIA_TYPES = {
    "text/plain": Format.TEXT,
    "text/markdown": Format.MARKDOWN,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
}
_FOREIGN_SUFFIXES = {
    ".pdf": "PDF",
    ".doc": "Word",
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".epub": "EPUB",
    ".json": "JSON",
    ".jsonl": "JSON Lines",
    ".ndjson": "JSON Lines",
    ".csv": "CSV",
    ".tsv": "TSV",
    ".xls": "Excel",
    ".xlsx": "Excel",
    ".xml": "XML",
    ".rss": "RSS",
    ".atom": "Atom",
    ".eml": "e-mail",
    ".mbox": "e-mail",
    ".msg": "e-mail",
    ".warc": "WARC",
    ".zip": "ZIP",
    ".gz": "gzip",
    ".tar": "tar",
    ".yaml": "YAML",
    ".yml": "YAML",
}
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"PK\x03\x04", "ZIP (Word, OpenDocument, EPUB)"),
    (b"\xd0\xcf\x11\xe0", "Word or Excel"),
    (b"\x1f\x8b", "gzip"),
    (b"WARC/1", "WARC"),
    (b"SQLite format 3", "SQLite"),
)
_HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body")
_PARTS_OF_HTML = (b"<p>", b"<p ", b"<div", b"<article", b"<h1", b"<br")
_SNIFFED = 2_048


def format_of(name: str, data: bytes, media_type: str | None = None) -> Format | Foreign:
    """The format of `data`: what its first bytes prove, then its media type, then its name.

    What nothing tells is taken for plain text.
    """
    proved = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if proved is not None:
        return Foreign(proved)
    declared = _MEDIA_TYPES.get((media_type or "").split(";")[0].strip().lower())
    if declared is not None:
        return declared
    suffix = suffix_of(name)
    if suffix in _FOREIGN_SUFFIXES:
        return Foreign(_FOREIGN_SUFFIXES[suffix])
    return _SUFFIXES.get(suffix) or _sniffed(data)


def suffix_of(name: str) -> str:
    """The end of a file's name from its last full stop, in lower case."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return f".{base.rsplit('.', 1)[1].lower()}" if "." in base[1:] else ""


def _sniffed(data: bytes) -> Format | Foreign:
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<?xml") and b"<html" not in start:
        return Foreign("XML")
    if start.startswith((b'{"', b'[{"', b"{'")):
        return Foreign("JSON")
    if any(mark in start for mark in _HTML_MARKS):
        return Format.HTML
    if start.startswith(b"<") and any(part in start for part in _PARTS_OF_HTML):
        return Format.HTML
    if start.startswith((b"---\n", b"---\r\n", b"# ")):
        return Format.MARKDOWN
    return Format.TEXT
