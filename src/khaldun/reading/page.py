"""All the text of an HTML page, without a parser that can be made to fail.

Real parsers stop at a depth of a few hundred elements and say nothing of what lay below. This
one goes once through the tags in the order of the file, so that depth means nothing to it.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from khaldun.reading.resource import words

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})([^<>]*)>")
_ATTRIBUTE = re.compile(
    r"([A-Za-z:-]{1,40})\s{0,5}=\s{0,5}(\"[^\"]{0,4000}\"|'[^']{0,4000}'|[^\s\"'>]{1,2000})"
)
_COMMENT = ("<!--", "-->")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a page with its paragraphs on lines of their own, and the shape of its tree."""

    text: str
    title: str | None
    shape: "Shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How many elements a page has, and how deep they are nested."""

    elements: int
    depth: int


def read_page(markup: str) -> Page:
    """The visible text of `markup`; time is linear in its length."""
    markup = _without_comments(markup)
    title = re.search(r"<title[^<>]{0,500}>([^<]{1,1000})</title", markup, re.IGNORECASE)
    return Page(
        text=_text(markup),
        title=html.unescape(title[1]).strip() if title else None,
        shape=shape_of(markup),
    )


def shape_of(markup: str) -> Shape:
    """The size and depth of the tree that `markup` is."""
    unclosed = words("elements", "unclosed")  # counting them says nothing of depth
    depth = deepest = elements = 0
    for match in _TAG.finditer(markup):
        elements += not match[1]
        if match[2].lower() in unclosed or match[3].endswith("/"):
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return Shape(elements=elements, depth=deepest)


def meta_values(markup: str) -> dict[str, str]:
    """The content of the page's meta elements by their name or property, in lower case."""
    values: dict[str, str] = {}
    for match in _TAG.finditer(markup):
        if match[2].lower() == "meta":
            fields = {a[1].lower(): a[2].strip("\"'") for a in _ATTRIBUTE.finditer(match[3])}
            name = fields.get("property") or fields.get("name") or fields.get("itemprop")
            if name and fields.get("content"):
                values.setdefault(name.lower(), html.unescape(fields["content"]))
    return values


def _text(markup: str) -> str:
    return html.unescape("".join(_pieces(markup)))


def _pieces(markup: str) -> Iterator[str]:
    """Text between tags; a block ends a paragraph, and some elements are left out."""
    blocks, skipped = words("elements", "blocks"), words("elements", "skipped")
    position, skipping, level = 0, "", 0
    for match in _TAG.finditer(markup):
        name, closing = match[2].lower(), bool(match[1])
        if skipping:
            level += (-1 if closing else 1) if name == skipping else 0
            skipping = skipping if level else ""
        else:
            yield _one_line(markup[position : match.start()])
            if name in blocks:
                yield "\n\n"
            if name in skipped and not closing and not match[3].endswith("/"):
                skipping, level = name, 1
        position = match.end()
    if not skipping:
        yield _one_line(markup[position:])


def _one_line(text: str) -> str:
    """In HTML a line break is a space."""
    return text.replace("\r", " ").replace("\n", " ")


def _without_comments(text: str) -> str:
    kept, position = [], 0
    opening, closing = _COMMENT
    while (start := text.find(opening, position)) >= 0:
        end = text.find(closing, start)
        if end < 0:
            break
        kept.append(text[position:start])
        position = end + len(closing)
    return "".join((*kept, text[position:]))
