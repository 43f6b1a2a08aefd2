"""The coder as the benchmarks call it: the whole chain on one document."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.cache import SyntaxCache
from benchmarks.gold import Row
from benchmarks.outcomes import Code
from khaldun.coding.chain import draft_of
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Syntax, parse
from khaldun.record import Document, Publication, PublicationBasis

Parse = Callable[[Document], Syntax]


def chain(cache: Path | None) -> Code:
    """The chain, with parses kept in the folder `cache` where one is given."""
    parsed: Parse = parse if cache is None else SyntaxCache(cache).parse

    def code(document: Document) -> Draft:
        return draft_of(document, parsed(document))

    return code


def document_of(row: Row) -> Document:
    """The item as a document: its text as it stands, since gold offsets refer to it."""
    return Document(id=row.doc_id, text=row.text, language="en", published=published(row.dct))


def published(day: str | None) -> Publication | None:
    """The given publication day, from an ISO date or date-time; None where there is none."""
    if not day:
        return None
    known = date.fromisoformat(day[:10])
    return Publication(earliest=known, latest=known, basis=PublicationBasis.GIVEN)
