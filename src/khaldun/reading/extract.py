"""What a format's reader gives: text not yet normalised, and what the file says of itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Text and metadata as they stand in one file; `published` only if the file states it.

    `structured` says that the format marks its paragraphs, so that line breaks inside the text
    are real ones.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    structured: bool = False
