"""What stands around the body of a report, found paragraph by paragraph.

The text is read from the top until its body begins and from the end until its body ends;
between the two only what marks itself beyond doubt is taken out. Whatever no rule knows is body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from khaldun.reading.datelines import date_line, dateline_length, is_dateline, undated
from khaldun.reading.patterns import compile_optional, compile_pattern
from khaldun.reading.resource import load_resource
from khaldun.record import Segment, SegmentKind

_TAIL = 420  # characters at the end of a paragraph in which a tail may stand
_HEADLINE_WORDS = 30
_HEADLINE_LENGTH = 220
_HEADLINES = 3
_MIN_BODY = 2  # paragraphs of body that a biography must have above it
_BIOGRAPHY_PARAGRAPHS = 3
_SECTION_PARAGRAPHS = 40
_END_PARAGRAPHS = 12  # more than this is no end
_LINK_WORDS = 25
_LABEL = 30  # characters of a paragraph that only announces a link
_UPPER_SHARE = 0.9
_SENTENCE_END = re.compile(r"[.!:;,…][\"'”’)\]]{0,3}$|[.?!][\"'”’)\]]$")
_PERSON_LINE = re.compile(
    r"(?![IVX]+\. )(?:[A-ZÀ-Þ][\w’'.-]{1,20} ){1,2}(?:al-|el-)?[A-ZÀ-Þ][\w’'-]{1,20}$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRule:
    """One rule of furniture.yaml, compiled."""

    name: str
    kind: SegmentKind
    where: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    longest: int
    section: bool
    names_author: bool
    follows: SegmentKind | None
    needs: str
    leads: bool

    def matches(self, text: str) -> bool:
        """Whether the rule holds for this paragraph, wherever it stands."""
        if len(text) > self.longest or self.needs not in text or not self.pattern.search(text):
            return False
        return self.unless is None or not self.unless.search(text)


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """The rules of furniture.yaml, in their order."""
    content = load_resource("furniture")
    parts = content["parts"]
    return tuple(
        FurnitureRule(
            name=entry["name"],
            kind=SegmentKind(entry["kind"]),
            where=entry["where"],
            pattern=compile_pattern(entry["pattern"], parts),
            unless=compile_optional(entry.get("unless"), parts),
            longest=entry.get("longest", _TAIL),
            section=entry.get("section", False),
            names_author=entry.get("names_author", False),
            needs=entry.get("needs", ""),
            leads=entry.get("leads", False),
            follows=SegmentKind(entry["follows"]) if "follows" in entry else None,
        )
        for entry in content["rules"]
    )


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int
    text: str
    kind: SegmentKind = SegmentKind.BODY


def segments(text: str, *, title: str | None = None) -> tuple[Segment, ...]:
    """The segments of normalised `text`; together they cover all of it but white space.

    A paragraph that is the `title` of its source is a headline.
    """
    found = list(_paragraphs(text))
    _mark_anywhere(found)
    _mark_top(found, title)
    _mark_sections(found)
    _mark_end(found)
    return tuple(_merged(_split(found, upper=is_upper(text)), text))


def is_upper(text: str) -> bool:
    """Whether the text is, but for stray words, all in upper case."""
    upper = sum(1 for c in text if c.isupper())
    lower = sum(1 for c in text if c.islower())
    return upper > _UPPER_SHARE * (upper + lower)


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    start = 0
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield _Paragraph(start, end, text[start:end])
        start = end + 2


def _first(text: str, *places: str) -> FurnitureRule | None:
    """The first rule for any of these places that holds."""
    return next((r for r in furniture_rules() if r.where in places and r.matches(text)), None)


def _mark_anywhere(found: list[_Paragraph]) -> None:
    leading: FurnitureRule | None = None
    for paragraph in found:
        rule = _first(paragraph.text, "any")
        if rule is None and leading is not None and _like_link(paragraph.text):
            paragraph.kind = leading.kind
        elif rule is not None and date_line(paragraph.text) is None:
            paragraph.kind = rule.kind
        label = rule is not None and rule.leads and len(paragraph.text) <= _LABEL
        leading = rule if label else None


def _like_link(text: str) -> bool:
    """The title of another report: short, and no sentence."""
    return text.count(" ") < _LINK_WORDS and not _SENTENCE_END.search(text)


def _mark_top(found: list[_Paragraph], title: str | None) -> None:
    """From the first paragraph down to the first of body."""
    headlines, byline = 0, ""
    for index, paragraph in enumerate(found):
        if paragraph.kind is not SegmentKind.BODY:
            continue
        kind = _top_kind(paragraph.text, title, headlines, last=index + 1 == len(found))
        if kind is SegmentKind.BODY and _tells_author(paragraph.text, byline):
            kind = SegmentKind.BIOGRAPHY
        if kind is SegmentKind.BODY:
            return
        byline = paragraph.text if kind is SegmentKind.BYLINE else byline
        headlines += kind is SegmentKind.HEADLINE
        paragraph.kind = kind


def _tells_author(text: str, byline: str) -> bool:
    """Whether a paragraph below the byline says who its person is: "Ana Silva is a fellow at"."""
    name, verb, _ = text.partition(" is ")
    return bool(verb) and bool(byline) and name in byline


def _top_kind(text: str, title: str | None, headlines: int, *, last: bool) -> SegmentKind:
    if date_line(text) is not None or is_dateline(text):
        return SegmentKind.DATELINE
    rule = None if last else _first(text, "top")
    if rule is not None:
        return rule.kind
    if title is not None and text == title:
        return SegmentKind.HEADLINE
    if headlines and _PERSON_LINE.match(undated(text)):
        return SegmentKind.BYLINE
    if headlines < _HEADLINES and not last and _like_headline(text):
        return SegmentKind.HEADLINE
    return SegmentKind.BODY


def _like_headline(text: str) -> bool:
    """Short, and not closed as a sentence is."""
    if len(text) > _HEADLINE_LENGTH or text.count(" ") >= _HEADLINE_WORDS:
        return False
    return not _SENTENCE_END.search(text) and not dateline_length(text, upper=False, first=False)


def _mark_sections(found: list[_Paragraph]) -> None:
    """Headings after which only links, comments or authors come."""
    headings = [r for r in furniture_rules() if r.section]
    below: list[_Paragraph] = []
    for paragraph in reversed(found[1:]):
        rule = next((r for r in headings if r.matches(paragraph.text)), None)
        if rule is not None and _all_in_section(below, rule.kind):
            for member in (paragraph, *below):
                member.kind = rule.kind
            below = []
        elif paragraph.kind is SegmentKind.BODY:
            below.append(paragraph)
            if len(below) > _SECTION_PARAGRAPHS:
                return


def _all_in_section(below: list[_Paragraph], kind: SegmentKind) -> bool:
    """Authors get a few paragraphs of any length; links are short and no sentences."""
    if kind is SegmentKind.BIOGRAPHY:
        return len(below) <= _BIOGRAPHY_PARAGRAPHS
    return all(_like_link(p.text) for p in below)


def _mark_end(found: list[_Paragraph]) -> None:
    """From the last paragraph up to the last of body."""
    body = [index for index, p in enumerate(found) if p.kind is SegmentKind.BODY]
    for index in reversed(body[_MIN_BODY:][-_END_PARAGRAPHS:]):
        kind = _end_kind(found, index)
        if kind is SegmentKind.BODY:
            return
        found[index].kind = kind


def _end_kind(found: list[_Paragraph], index: int) -> SegmentKind:
    text = found[index].text
    if date_line(text) is not None:
        return SegmentKind.DATELINE
    for rule in furniture_rules():
        if rule.where != "end" or not rule.matches(text):
            continue
        if rule.names_author and _named_above(found, index):
            continue
        if rule.follows is not None and not _follows_biography(found, index):
            continue
        return rule.kind
    return SegmentKind.BODY


def _named_above(found: list[_Paragraph], index: int) -> bool:
    """Whether the body already speaks of the person: authors do not appear in their reports."""
    name = re.match(
        r"[\W_]*(?:(?:Dr|Prof|Professor)\.? )?([^,(]+?)(?:,| \(| is | are |$)", found[index].text
    )
    surname = name[1].split()[-1] if name and name[1].split() else ""
    word = re.compile(rf"\b{re.escape(surname)}\b")
    above = (p for p in found[:index] if p.kind is SegmentKind.BODY)
    return any(word.search(p.text) for p in above)


def _follows_biography(found: list[_Paragraph], index: int) -> bool:
    """Whether a paragraph just above opens a biography, which "he" or "she" then goes on with."""
    openers = [r for r in furniture_rules() if r.kind is SegmentKind.BIOGRAPHY and not r.follows]
    return any(
        rule.matches(paragraph.text) and not (rule.names_author and _named_above(found, above))
        for above, paragraph in enumerate(found[:index])
        if above >= max(_MIN_BODY, index - _BIOGRAPHY_PARAGRAPHS)
        for rule in openers
    )


def _split(found: list[_Paragraph], *, upper: bool) -> Iterator[Segment]:
    """Segments of the paragraphs, with datelines and tails set apart from body."""
    first = True
    for paragraph in found:
        if paragraph.kind is not SegmentKind.BODY:
            yield Segment(start=paragraph.start, end=paragraph.end, kind=paragraph.kind)
            continue
        yield from _split_body(paragraph, upper=upper, first=first)
        first = False


def _split_body(paragraph: _Paragraph, *, upper: bool, first: bool) -> Iterator[Segment]:
    text, start = paragraph.text, paragraph.start
    opening = dateline_length(text, upper=upper, first=first)
    kind, closing = _tail(text, opening)
    body = text[opening:closing]
    body_start = start + opening + len(body) - len(body.lstrip())
    body_end = start + opening + len(body.rstrip())
    if opening:
        yield Segment(start=start, end=start + opening, kind=SegmentKind.DATELINE)
    if body_start < body_end:
        yield Segment(start=body_start, end=body_end, kind=SegmentKind.BODY)
    if closing < len(text):
        yield Segment(start=start + closing, end=paragraph.end, kind=kind)


def _tail(text: str, opening: int) -> tuple[SegmentKind, int]:
    """The kind of what closes a paragraph of body, and where it begins."""
    window = max(opening, len(text) - _TAIL)
    for rule in furniture_rules():
        if rule.where == "tail":
            match = rule.pattern.search(text, window)
            if match and text[opening : match.start()].strip():
                return rule.kind, match.start()
    return SegmentKind.BODY, len(text)


def _merged(parts: Iterator[Segment], text: str) -> Iterator[Segment]:
    """Neighbours of one kind as one segment, except headlines, of which each is a title."""
    current: Segment | None = None
    for part in parts:
        if current is not None and current.kind is part.kind is not SegmentKind.HEADLINE:
            current = Segment(start=current.start, end=part.end, kind=part.kind)
            continue
        if current is not None:
            yield current
        current = part
    if current is not None:
        yield current
