"""Reads HTML: the article of a page, with its title, byline, publisher, address and date."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from khaldun.reading.datelines import date_line
from khaldun.reading.dates import parse_date
from khaldun.reading.encoding import decode
from khaldun.reading.extract import Extract
from khaldun.reading.limits import Limits
from khaldun.reading.page import Page, Shape, meta_values, read_page

# libxml2 drops what lies below 256 elements, and trafilatura fails not far beyond.
_MAX_DEPTH = 200
_MIN_SHARE = 0.02  # of the page's text: an article shorter than this was not found
_MIN_ARTICLE = 200  # characters below which a page is all taken as its article
_CHARSET = re.compile(
    rb"<meta[^>]{0,300}charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_HEAD = 4_096
_DATED = 400_000  # characters of a page in which its date may stand
_DATE_FIELDS = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_date",
    "citation_publication_date",
    "og:published_time",
    "publication_date",
    "published",
    "publish_date",
)
_JSON_DATE = re.compile(r"\"datePublished\"\s{0,5}:\s{0,5}\"([0-9T:+.Z-]{10,40})\"")
_TIME_TAG = re.compile(
    r"<time\b[^<>]{0,500}datetime\s{0,3}=\s{0,3}[\"']([0-9][^\"'<>]{9,40})[\"']", re.IGNORECASE
)
_ARTICLE = re.compile(r"<(?:article|h1)\b", re.IGNORECASE)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-]|$)")


def read(data: bytes, limits: Limits) -> Extract | None:
    """The article that the page holds, or failing that all its text; None if it is not text.

    Where trafilatura finds nothing, or the page nests too deep for it, all visible text but
    navigation is read, so that no article is lost in silence.
    """
    charset = _CHARSET.search(data[:_HEAD])
    markup = decode(data, charset[1].decode("ascii") if charset else None)
    if markup is None:
        return None
    page = read_page(markup)
    whole = Extract(
        text=page.text, title=_title(markup, page), published=_date(markup), structured=True
    )
    if _unsearchable(page.shape, len(data), limits):
        return whole
    return _article(markup, page, whole) or whole


def _unsearchable(shape: Shape, size: int, limits: Limits) -> bool:
    too_large = shape.elements > limits.structured_elements or size > limits.structured_bytes
    return too_large or shape.depth > _MAX_DEPTH


def _article(markup: str, page: Page, whole: Extract) -> Extract | None:
    """What trafilatura takes for the article; None where that cannot be all."""
    import trafilatura  # takes a third of a second, which only those who read pages need wait

    try:
        found: Any = trafilatura.bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            include_images=False,
            include_links=False,
            deduplicate=False,
        )
    except Exception:  # whatever hostile markup does to the library, the text is read
        return None
    text = getattr(found, "text", None)
    if not text or len(text) < min(_MIN_ARTICLE, _MIN_SHARE * len(page.text)):
        return None
    return replace(
        whole,
        text=text,
        title=found.title or whole.title,
        byline=found.author or None,
        publisher=found.sitename or None,
        url=found.url or None,
        published=whole.published or _confirmed(found.date, found.url, page),
    )


def _title(markup: str, page: Page) -> str | None:
    return meta_values(markup).get("og:title") or page.title


def _date(markup: str) -> date | None:
    """The date of publication that the page declares in its own metadata."""
    values = meta_values(markup)
    declared = [values[field] for field in _DATE_FIELDS if field in values]
    article = _ARTICLE.search(markup)
    in_article = _TIME_TAG.search(markup, article.start()) if article else None
    declared += [match[1] for match in (_JSON_DATE.search(markup), in_article) if match]
    return next((day for day in map(parse_date, declared) if day is not None), None)


def _confirmed(guess: str | None, url: str | None, page: Page) -> date | None:
    """A guessed date only where the address or a date line of the page bears it out.

    The guess falls back on a date in the text or the year of a copyright notice, and neither is
    a date of publication.
    """
    day = parse_date(guess) if guess else None
    if day is None:
        return None
    in_url = _URL_DATE.search(url or "")
    if in_url and "-".join(in_url.groups()) == day.isoformat():
        return day
    lines = (date_line(line.strip()) for line in page.text[:_DATED].split("\n") if line.strip())
    return day if any(found is not None and found.day == day for found in lines) else None
