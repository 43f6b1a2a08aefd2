"""Lines to paragraphs: which line breaks are the margin's and which the author's.

A break is the margin's when the next line's first word would not have fitted; that holds for
any width and asks nothing of the words. Where the lines are too long to have been wrapped,
every line is a paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from khaldun.reading.datelines import date_line, is_dateline
from khaldun.reading.hyphens import Hyphens

_MAX_WRAP = 130  # wider than this no margin was ever set
_SLACK = 0.14  # how far short of the margin a full line may stay, as a share of it
_MIN_WRAPPED = 3  # lines a block needs to show its own margin
_MIN_WIDTH = 40
_LETTERHEAD = 12  # letters
_MIN_WITHIN = 0.4  # of all breaks: those that fall within a sentence where text is wrapped
_SPACES = re.compile(r"[^\S\n]+")
_LIST_ITEM = re.compile(r"(?:[-*•–—‣▪●◦]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
# A line with nothing but who wrote it, which headlines are followed by.
_BYLINE = re.compile(r"(?:By|BY) (?:(?:[A-ZÀ-Þ]\S*|and|in|for|de|van|von|al|bin)(?: |$)){1,9}$")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]{0,3}$")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    indented: bool


def paragraphs(text: str, *, structured: bool = False) -> Iterator[str]:
    """The paragraphs of cleaned `text`, each on one line with single spaces."""
    blocks = list(_blocks(text))
    hyphens = Hyphens(text)
    margin = 0 if structured else _margin(blocks)
    for block in blocks:
        for lines in _split(block, margin, structured=structured):
            yield hyphens.join(lines)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines between empty lines."""
    block: list[_Line] = []
    for raw in text.split("\n"):
        line = _SPACES.sub(" ", raw).strip()
        if line:
            block.append(_Line(line, indented=raw[:2].isspace() and len(raw) > 2))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _margin(blocks: list[list[_Line]]) -> int:
    """The width that the text as a whole is wrapped at, 0 where it is not."""
    widths = sorted(len(line.text) for block in blocks for line in block)
    if not widths or not _broken_within_sentences(blocks):
        return 0
    widest = widths[int(0.97 * (len(widths) - 1))]
    return widest if widest <= _MAX_WRAP else 0


def _broken_within_sentences(blocks: list[list[_Line]]) -> bool:
    """Whether most breaks fall within sentences, which no author puts there."""
    ends = [_SENTENCE_END.search(line.text) for block in blocks for line in block[:-1]]
    return sum(end is None for end in ends) > _MIN_WITHIN * len(ends)


def _split(block: list[_Line], margin: int, *, structured: bool) -> Iterator[list[str]]:
    """The paragraphs of a block, as lines to be joined."""
    width = 0 if structured else _width(block, margin)
    regular = sum(line.indented for line in block) * 2 < len(block)
    current = [block[0].text]
    for before, line in pairwise(block):
        alone = _BYLINE.match(before.text) is not None
        starts = alone or (line.indented and regular) or _opens(line.text)
        if not starts and not structured and _joined(before.text, line.text, width):
            current.append(line.text)
        else:
            yield current
            current = [line.text]
    yield current


def _is_heading(before: str, after: str) -> bool:
    """Whether one of two lines is a letterhead in capitals or gives nothing but place and day."""
    letters = sum(c.isalpha() for c in before)
    if letters >= _LETTERHEAD and before.isupper() and not after.isupper():
        return True
    return _says_when(before) or _says_when(after)


def _says_when(line: str) -> bool:
    if not any(c.isdigit() for c in line):
        return False
    return is_dateline(line) or date_line(line) is not None


def _opens(line: str) -> bool:
    """Whether a line begins anew whatever stands above it: an item of a list, a byline."""
    return _LIST_ITEM.match(line) is not None or _BYLINE.match(line) is not None


def _width(block: list[_Line], margin: int) -> int:
    widest = max(len(line.text) for line in block)
    if widest > _MAX_WRAP:
        return 0
    if margin:
        return max(widest, margin)
    wrapped = len(block) >= _MIN_WRAPPED and _broken_within_sentences([block])
    return widest if wrapped and widest >= _MIN_WIDTH else 0


def _joined(before: str, after: str, width: int) -> bool:
    """Whether the break between two lines is the margin's."""
    if after[0].islower() and not _SENTENCE_END.search(before):
        return True
    if not width or _is_heading(before, after):
        return False
    word = after.find(" ")
    needed = len(before) + 1 + (word if word > 0 else len(after))
    if needed > width:
        return True
    full = needed > width * (1 - _SLACK)
    return full and (not _SENTENCE_END.search(before) or len(before) > 0.9 * width)
