"""The coder as the benchmarks call it: the whole chain on one document."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.cache import SyntaxCache
from benchmarks.outcomes import Code
from khaldun.coding.chain import draft_of
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Syntax, parse
from khaldun.record import Document

Parse = Callable[[Document], Syntax]


def chain(cache: Path | None) -> Code:
    """The chain, with parses kept in the folder `cache` where one is given."""
    parsed: Parse = parse if cache is None else SyntaxCache(cache).parse

    def code(document: Document) -> Draft:
        return draft_of(document, parsed(document))

    return code
