"""A document as it was read: normalised text, what is known of it, and its segments."""

import hashlib
from dataclasses import dataclass
from datetime import date

from khaldun.errors import RecordError
from khaldun.record.span import Span
from khaldun.record.vocabulary import PublicationBasis, SegmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a document was published, as a range of days with its basis.

    `span` is what the range was read from: the dateline, or the latest dated thing.
    """

    earliest: date
    latest: date
    basis: PublicationBasis
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise RecordError(f"published between {self.earliest} and {self.latest}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the text that is all of one kind, as offsets into the text."""

    start: int
    end: int
    kind: SegmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Normalised text, to which every offset refers, with what its source says of it.

    `segments` tile the coded and the uncoded parts in text order; text between them is
    white space. Without segments the whole text is body.
    """

    id: str
    text: str
    language: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Publication | None = None
    segments: tuple[Segment, ...] = ()

    def __post_init__(self) -> None:
        position = 0
        for segment in self.segments:
            if not position <= segment.start < segment.end <= len(self.text):
                raise RecordError(f"segment [{segment.start}, {segment.end}) is out of order")
            position = segment.end
        if self.published is not None and self.published.span is not None:
            self.published.span.check(self.text)

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8, as 64 hexadecimal digits."""
        return text_digest(self.text)

    def span(self, start: int, end: int) -> Span:
        """The span of this document's text from `start` to `end`."""
        return Span.of(self.text, start, end)


def text_digest(text: str) -> str:
    """SHA-256 of `text` in UTF-8; lone surrogates, which UTF-8 lacks, are kept as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(text: str) -> str:
    """An id derived from the content, for a source that gives none."""
    return f"doc-{text_digest(text)[:16]}"
