"""Datelines and date lines: where a report's first sentence begins, and when it was published."""

import re
from dataclasses import dataclass
from functools import cache

from khaldun.reading.dates import FullDate, find_dates
from khaldun.reading.patterns import compile_optional, compile_pattern
from khaldun.reading.resource import load_resource

_LONGEST = 160  # characters that a dateline may have
_TITLE_WORDS = 20
_APART = re.compile(r"[,|·•/:(\[–—-]\s*(?:\w+day,?\s)?$")
_SEPARATORS = " ,|/·•–—-(["
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelinePattern:
    """How datelines of one style look; see datelines.yaml."""

    name: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    upper: bool
    first: bool
    alone: bool


@cache
def dateline_patterns() -> tuple[DatelinePattern, ...]:
    """The patterns of datelines.yaml, in their order."""
    content = load_resource("datelines")
    parts = content["parts"]
    return tuple(
        DatelinePattern(
            name=entry["name"],
            pattern=compile_pattern(entry["pattern"], parts),
            unless=compile_optional(entry.get("unless"), parts),
            upper=entry["upper"],
            first=entry.get("first", False),
            alone=entry.get("alone", False),
        )
        for entry in content["patterns"]
    )


def dateline_length(paragraph: str, *, upper: bool, first: bool) -> int:
    """How many characters of `paragraph` are datelines, 0 for none.

    `upper` says that the text is all in upper case, `first` that the paragraph opens the body.
    A dateline may be followed by another: an archive's, then the report's own.
    """
    end = 0
    while (more := _one(paragraph[end : end + _LONGEST], upper=upper, first=first)) > 0:
        end += more
        while end < len(paragraph) and paragraph[end].isspace():
            end += 1
    rest = paragraph[end:]
    if not rest or not (upper or any(c.islower() for c in rest)):
        return 0  # "COMBINED FORCE – CHAD" is a letterhead
    return len(paragraph[:end].rstrip())


def is_dateline(paragraph: str) -> bool:
    """Whether the whole of `paragraph` is a dateline that names a day or an agency."""
    if len(paragraph) > _LONGEST:
        return False
    alone = f"{paragraph.rstrip(' -–—:')} --"
    return any(
        rule.alone
        and rule.pattern.fullmatch(alone)
        and not (rule.unless and rule.unless.search(alone))
        for rule in dateline_patterns()
    )


def _one(opening: str, *, upper: bool, first: bool) -> int:
    for rule in dateline_patterns():
        if (upper and not rule.upper) or (rule.first and not first):
            continue
        match = rule.pattern.match(opening)
        if match and not (rule.unless and rule.unless.search(match[0])):
            return match.end()
    return 0


def date_line(paragraph: str) -> FullDate | None:
    """The date of a paragraph that is nothing but a date and words about it."""
    if len(paragraph) > _LONGEST:
        return None
    dates = find_dates(paragraph)
    if not dates:
        return None
    rest = paragraph
    for found in reversed(dates):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    left = [m[0].lower() for m in _WORD.finditer(rest)]
    return dates[0] if _line_words().issuperset(left) else None


def dated_title(title: str) -> FullDate | None:
    """The date that a title gives of itself, set apart at its end: "Weekly brief, 20 May 2021"."""
    found = find_dates(title)
    if not found or title[found[-1].end :].strip(" )].") or title.count(" ") > _TITLE_WORDS:
        return None
    return found[-1] if _APART.search(title[: found[-1].start]) else None


def undated(line: str) -> str:
    """`line` up to the date that closes it: of "Jane Doe, 20 June 2025" the author."""
    found = find_dates(line)
    return line[: found[0].start].rstrip(_SEPARATORS) or line if found else line


@cache
def _line_words() -> frozenset[str]:
    return frozenset(load_resource("datelines")["line"]["words"])
