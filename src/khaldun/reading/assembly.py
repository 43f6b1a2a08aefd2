"""From an extract to a document: the part of reading that all formats share."""

import re
from dataclasses import dataclass
from datetime import date

from khaldun.reading.datelines import dated_title, undated
from khaldun.reading.dates import FullDate, find_dates
from khaldun.reading.extract import Extract
from khaldun.reading.furniture import segments
from khaldun.reading.language import language_name, language_of
from khaldun.reading.limits import Limits
from khaldun.reading.normal import normalise, one_line
from khaldun.reading.problems import ReadingProblem, problem
from khaldun.record import (
    Document,
    Problem,
    Publication,
    PublicationBasis,
    Segment,
    SegmentKind,
    Span,
    document_id,
)

_LONGEST_TITLE = 400
_MIN_TITLE = 15
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b[^\d]{0,20}$", re.IGNORECASE)
_AGENCY = re.compile(r"\d\D{0,20}[(/] ?([^\W\d_][^()/\d]{1,40})[)/][\s.,:–—-]*$")
_AFTER = 100  # days
_OPENING = 8000  # characters
_TOP = 4  # paragraphs among which a title may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the caller says of a source: its name, when it was published, what is too much."""

    name: str
    published: Publication | None
    limits: Limits


def assemble(extract: Extract, request: Request) -> Document | Problem:
    """The document that `extract` holds, or why it holds none that can be coded."""
    if len(extract.text) > request.limits.max_characters:
        return _too_long(request, len(extract.text))
    text, title = _titled(extract)
    if not text:
        return problem(
            ReadingProblem.EMPTY,
            request.name,
            "There is no text in it. Check that the file was saved whole.",
        )
    language = language_of(text)
    if language != "en":
        return problem(
            ReadingProblem.NOT_ENGLISH,
            request.name,
            f"The text is in {language_name(language)}; only English (en) can be coded. "
            "Give an English translation.",
        )
    return _document(text, title, extract, request)


def _too_long(request: Request, length: int) -> Problem:
    return problem(
        ReadingProblem.TOO_LONG,
        request.name,
        f"The text has {length:,} characters; one document may have at most "
        f"{request.limits.max_characters:,}. Split it into its reports, one a file.",
    )


def _document(text: str, title: str | None, extract: Extract, request: Request) -> Document:
    parts = segments(text, title=title)
    return Document(
        id=document_id(text),
        text=text,
        language="en",
        title=title or _headline(text, parts),
        byline=_line(extract.byline) or _byline(text, parts),
        publisher=_line(extract.publisher) or _agency(text, parts),
        url=_line(extract.url),
        published=_published(text, parts, extract, request),
        segments=parts,
    )


def _line(value: str | None) -> str | None:
    return (one_line(value)[:_LONGEST_TITLE] or None) if value else None


def _titled(extract: Extract) -> tuple[str, str | None]:
    """The normalised text and its title; a title that only metadata give is put before it.

    A page's title may be the headline and the name of the site: then it is the headline.
    """
    text = normalise(extract.text, structured=extract.structured)
    title = _line(extract.title)
    if not title or not text:
        return text, title
    for line in text[: 4 * _LONGEST_TITLE].split("\n\n")[:_TOP]:
        if line == title or (len(line) >= _MIN_TITLE and title.startswith(line)):
            return text, line
    return f"{title}\n\n{text}", title


def _headline(text: str, parts: tuple[Segment, ...]) -> str | None:
    return next((text[p.start : p.end] for p in parts if p.kind is SegmentKind.HEADLINE), None)


def _byline(text: str, parts: tuple[Segment, ...]) -> str | None:
    """The first byline above the body, without the "By" that marks it."""
    for part in parts:
        if part.kind is SegmentKind.BODY:
            return None
        if part.kind is SegmentKind.BYLINE:
            line = undated(text[part.start : part.end].split("\n\n")[0].split(" | ")[0])
            first, _, rest = line.partition(" ")
            return rest if first.lower() == "by" and rest else line
    return None


def _agency(text: str, parts: tuple[Segment, ...]) -> str | None:
    """The agency that a dateline with a day ends with: "TRIPOLI, Aug 20 (Reuters) -"."""
    for part in parts:
        if part.kind is SegmentKind.DATELINE:
            found = _AGENCY.search(text[part.start : part.end][-_LONGEST_TITLE:])
            return found[1].strip() if found else None
    return None


def _published(
    text: str, parts: tuple[Segment, ...], extract: Extract, request: Request
) -> Publication | None:
    """What the caller gave, else what the file says, else what its dateline says."""
    if request.published is not None:
        return request.published
    if extract.published is not None:
        return on_day(extract.published)
    return _stated(text, parts) or _titled_with_day(text, parts)


def on_day(day: date) -> Publication:
    """Publication on one day, as the caller or the file gives it."""
    return Publication(earliest=day, latest=day, basis=PublicationBasis.GIVEN)


def _stated(text: str, parts: tuple[Segment, ...]) -> Publication | None:
    """The first full date of a dateline or byline; one that says "updated" only if no other."""
    updated: Publication | None = None
    for part in parts:
        if part.kind not in (SegmentKind.DATELINE, SegmentKind.BYLINE):
            continue
        for start, end in _lines(text, part):
            found = find_dates(text[start:end][:_LONGEST_TITLE])
            if not found:
                continue
            publication = _as_stated(text, start, found[0])
            if not _UPDATED.search(text[start : start + found[0].start]):
                return publication
            updated = updated or publication
    return updated


def _titled_with_day(text: str, parts: tuple[Segment, ...]) -> Publication | None:
    """The day that a headline closes with, as those of daily and weekly reviews do."""
    for part in parts:
        if part.kind is SegmentKind.BODY:
            return None
        if part.kind is SegmentKind.HEADLINE:
            found = dated_title(text[part.start : part.end])
            if found is not None and not _tells_of_later(text, found):
                return _as_stated(text, part.start, found)
    return None


def _tells_of_later(text: str, title: FullDate) -> bool:
    """Whether the text dates things long after its title: then the title dates what it tells of."""
    return any((d.day - title.day).days > _AFTER for d in find_dates(text[:_OPENING]))


def _as_stated(text: str, start: int, found: FullDate) -> Publication:
    """Publication on a day found in what begins at `start`."""
    span = Span.of(text, start + found.start, start + found.end)
    return Publication(
        earliest=found.day, latest=found.day, basis=PublicationBasis.DATELINE, span=span
    )


def _lines(text: str, part: Segment) -> list[tuple[int, int]]:
    lines, start = [], part.start
    for line in text[part.start : part.end].split("\n\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 2
    return lines
