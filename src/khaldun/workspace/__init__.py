"""The one place that joins the parts: sources to coded documents, documents to a record.

Names are imported when they are first asked for: a record can be read without the parser.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khaldun.workspace.additions import Addition, Additions, Outcome
    from khaldun.workspace.coder import (
        STANDARD_INPUT,
        Coder,
        Explanation,
        Result,
        code,
        drafts,
        explain,
        sentences_of,
        versions,
    )
    from khaldun.workspace.codes import CODING_FAILED, PROCESS_DIED
    from khaldun.workspace.deciding import Judged
    from khaldun.workspace.page import Page
    from khaldun.workspace.record import Record, open_record

__all__ = [
    "CODING_FAILED",
    "PROCESS_DIED",
    "STANDARD_INPUT",
    "Addition",
    "Additions",
    "Coder",
    "Explanation",
    "Judged",
    "Outcome",
    "Page",
    "Record",
    "Result",
    "code",
    "drafts",
    "explain",
    "open_record",
    "sentences_of",
    "versions",
]
_HOMES = {
    "CODING_FAILED": "codes",
    "PROCESS_DIED": "codes",
    "Addition": "additions",
    "Additions": "additions",
    "Judged": "deciding",
    "Outcome": "additions",
    "Page": "page",
    "Record": "record",
    "open_record": "record",
}


def __getattr__(name: str) -> object:
    """The public name, from the module that it lives in."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'coder')}"), name)


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)
