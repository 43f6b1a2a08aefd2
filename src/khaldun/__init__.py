"""Khaldun reads reporting on a conflict and keeps the record.

    >>> import khaldun
    >>> coded = khaldun.code("report.txt")          # doctest: +SKIP
    >>> [report.type for report in coded.reports]   # doctest: +SKIP

`code` codes one document, `Coder` many; `open` opens a record, which keeps what many documents
say; `to_tables`, `to_pandas` and `to_arrow` turn the
results into plain tables, `to_json` and `from_json` write and read the contract. The record
types are in `khaldun.record`, everything raised on purpose is in `khaldun.errors`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khaldun.errors import KhaldunError
    from khaldun.exchange.csv import to_csv
    from khaldun.exchange.html import to_html
    from khaldun.exchange.json import from_json, to_json
    from khaldun.exchange.tables import to_arrow, to_pandas, to_tables
    from khaldun.record import CodedDocument, Problem
    from khaldun.workspace import Coder, Record, code, explain
    from khaldun.workspace import open_record as open  # noqa: A004 - it is khaldun.open

__all__ = [
    "CodedDocument",
    "Coder",
    "KhaldunError",
    "Problem",
    "Record",
    "__version__",
    "code",
    "explain",
    "from_json",
    "open",
    "to_arrow",
    "to_csv",
    "to_html",
    "to_json",
    "to_pandas",
    "to_tables",
]
__version__ = "0.1.0"

# Names are imported when they are first asked for: the parser alone costs half a second,
# which `khaldun --help` must not pay.
_HOMES = {
    "CodedDocument": "khaldun.record",
    "Coder": "khaldun.workspace",
    "KhaldunError": "khaldun.errors",
    "Problem": "khaldun.record",
    "Record": "khaldun.workspace",
    "code": "khaldun.workspace",
    "explain": "khaldun.workspace",
    "from_json": "khaldun.exchange.json",
    "open": "khaldun.workspace",
    "to_arrow": "khaldun.exchange.tables",
    "to_csv": "khaldun.exchange.csv",
    "to_html": "khaldun.exchange.html",
    "to_json": "khaldun.exchange.json",
    "to_pandas": "khaldun.exchange.tables",
    "to_tables": "khaldun.exchange.tables",
}
# The name at home, where it differs: a module should not have its own `open`.
_OTHER_NAMES = {"open": "open_record"}


def __getattr__(name: str) -> object:
    """The public name, from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), _OTHER_NAMES.get(name, name))


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)
