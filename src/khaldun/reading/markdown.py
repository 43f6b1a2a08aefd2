"""Reads Markdown: front matter to metadata, marks of formatting dropped, words kept."""

import re
from collections.abc import Iterator

from khaldun.reading.dates import parse_date
from khaldun.reading.encoding import decode
from khaldun.reading.extract import Extract

_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_QUOTE = re.compile(r"^(?: {0,3}>[ ]?)+")
_BULLET = re.compile(r"^ {0,12}[-*+][ \t]+")
_REFERENCE = re.compile(r"^ {0,3}\[[^\[\]]{1,200}\]:[ \t]")
# Bounded, and never over a bracket, so that no input makes them slow.
_IMAGE = re.compile(r"!\[([^\[\]]{0,400})\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,200}\])")
_LINK = re.compile(
    r"\[([^\[\]]{1,800})\](?:\([^()]{0,2000}(?:\([^()]{0,500}\))?[^()]{0,200}\)|\[[^\[\]]{0,200}\])"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]]{1,60}\]:?")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]{1,2000}>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_STARS = re.compile(r"(?<!\\)\*{1,3}(?! )|(?<=[^\s\\])\*{1,3}")
_UNDERSCORES = re.compile(r"(?<!\w)_{1,3}(?=\w)|(?<=[\w.!?,”\"’)])_{1,3}(?!\w)")
_CODE = re.compile(r"`+")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_FIELD = re.compile(r"^([A-Za-z][\w -]{0,40})\s*:\s*(.*)$")
_FIELDS = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline", "by", "creator"),
    "publisher": ("publisher", "source", "site", "publication", "outlet", "sitename"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink", "source_url"),
    "published": (
        "date",
        "published",
        "publication_date",
        "pubdate",
        "publish_date",
        "published_at",
    ),
}
_LONGEST_HEADER = 200  # lines


def read(data: bytes) -> Extract | None:
    """The words of a Markdown file, None where it is not text."""
    text = decode(data)
    if text is None:
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
    header, body = _front_matter(lines)
    title = _field(header, "title")
    published = _field(header, "published")
    return Extract(
        text=plain("\n".join(body)),
        title=title,
        byline=_field(header, "byline"),
        publisher=_field(header, "publisher"),
        url=_field(header, "url"),
        published=parse_date(published) if published else None,
    )


def plain(markdown: str) -> str:
    """Markdown as plain text with the same paragraphs."""
    return "\n".join(_lines(_without_comments(markdown).split("\n")))


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Simple fields between two lines of hyphens or pluses; nothing in them is evaluated."""
    mark = lines[0].strip() if lines else ""
    if mark not in ("---", "+++"):
        return {}, lines
    for number, line in enumerate(lines[1:_LONGEST_HEADER], 1):
        if line.strip() in (mark, "..."):
            return _fields(lines[1:number]), lines[number + 1 :]
    return {}, lines


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        match = _FIELD.match(line.replace(" = ", ": ", 1))
        if match:
            value = match[2].strip().strip("[]").replace('"', "").strip("' ")
            fields.setdefault(match[1].strip().lower().replace("-", "_"), value)
    return fields


def _field(header: dict[str, str], name: str) -> str | None:
    return next((header[key] for key in _FIELDS[name] if header.get(key)), None)


def _without_comments(text: str) -> str:
    """The text without HTML comments; one that is never closed is no comment."""
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[position:start])
        position = end + 3
    return "".join((*kept, text[position:]))


def _lines(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if _FENCE.match(line) or _RULE.match(line) or _UNDERLINE.match(line):
            yield ""
        elif _HEADING.match(line):
            yield from ("", inline(_HEADING.sub("", line).rstrip("# \t")), "")
        elif not _REFERENCE.match(line):
            yield from _block(_QUOTE.sub("", line))


def _block(line: str) -> Iterator[str]:
    """A list item is a paragraph of its own; anything else is text."""
    if _BULLET.match(line):
        yield ""
        line = _BULLET.sub("", line)
    yield inline(line)


def inline(text: str) -> str:
    """A line without marks of formatting."""
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _TAG.sub("", _AUTOLINK.sub("", _FOOTNOTE.sub("", text)))
    text = _UNDERSCORES.sub("", _STARS.sub("", _CODE.sub("", text)))
    return _ESCAPE.sub(r"\1", text)
