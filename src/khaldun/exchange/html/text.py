"""The left side of the page: the text, its evidence marked."""

from khaldun.exchange.html.marks import Block, Mark, Stretch, blocks_of, marks_of, stretches
from khaldun.exchange.html.markup import Markup, element, join, text
from khaldun.record import CodedDocument, Segment

# Where several marks cover the same words, the first of these gets the link.
_LINK_ORDER = ("event", "forecast", "actor")


def text_panel(coded: CodedDocument, prefix: str) -> Markup:
    """The whole text of the document; ids of the page start with `prefix`."""
    blocks = blocks_of(coded)
    marks = [*marks_of(coded), *_uncoded(coded.document.segments)]
    cuts = [0, len(coded.document.text), *(block.start for block in blocks)]
    pieces = stretches(marks, cuts)
    parts: list[Markup] = []
    position = 0
    for block in blocks:
        inside: list[Markup] = []
        while position < len(pieces) and pieces[position].end <= block.end:
            inside.append(_stretch(coded.document.text, pieces[position], prefix))
            position += 1
        parts.append(_block(block, inside, prefix))
    return element("div", *parts, class_="text", dir="auto")


def _block(block: Block, inside: list[Markup], prefix: str) -> Markup:
    if not block.keys:
        return join(inside)
    anchors = [element("span", id=f"{prefix}{key}-text") for key in block.keys]
    return element("span", *anchors, *inside, class_=f"evidence {' '.join(block.kinds)}")


def _stretch(whole: str, stretch: Stretch, prefix: str) -> Markup:
    words = text(whole[stretch.start : stretch.end])
    if not stretch.marks:
        return words
    classes = " ".join(f"m-{kind}" for kind in dict.fromkeys(m.kind for m in stretch.marks))
    link = _link(stretch.marks)
    if link is None:
        return element("span", words, class_=classes)
    return element("a", words, class_=classes, href=f"#{prefix}{link}")


def _link(marks: tuple[Mark, ...]) -> str | None:
    linked = [mark for mark in marks if mark.link is not None]
    linked.sort(key=lambda mark: (_LINK_ORDER.index(mark.kind), mark.end - mark.start))
    return linked[0].link if linked else None


def _uncoded(segments: tuple[Segment, ...]) -> list[Mark]:
    """Marks over what is not coded, and over headlines, so that a reader sees them as such."""
    return [
        Mark(start=s.start, end=s.end, kind=f"segment-{s.kind}" if s.kind.coded else "uncoded")
        for s in segments
        if s.kind != "body"
    ]
