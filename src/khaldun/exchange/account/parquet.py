"""A table of an account as Parquet, with typed columns; needs the extra "tables"."""

import io
from typing import Any

from khaldun.errors import UsageError
from khaldun.exchange.account.columns import TABLES, CellKind
from khaldun.exchange.account.tables import rows
from khaldun.exchange.encoding import without_surrogates
from khaldun.record import Account


def to_parquet(account: Account, table: str = "events") -> bytes:
    """One table; columns have the same types however few rows there are.

    Raises:
        UsageError: there is no table of this name, or pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        message = "pyarrow is not installed: pip install 'khaldun[tables]'"
        raise UsageError(message) from error
    kept = list(rows(account, table))
    kinds = _arrow_types(pa)
    fields = [(column.name, kinds[column.kind]) for column in TABLES[table]]
    arrays = [pa.array([_clean(row[name]) for row in kept], type=kind) for name, kind in fields]
    stream = io.BytesIO()
    parquet.write_table(pa.table(arrays, schema=pa.schema(fields)), stream, compression="zstd")
    return stream.getvalue()


def _arrow_types(pa: Any) -> dict[CellKind, Any]:  # noqa: ANN401 - the package has no types
    return {
        CellKind.TEXT: pa.string(),
        CellKind.INTEGER: pa.int64(),
        CellKind.NUMBER: pa.float64(),
        CellKind.TRUTH: pa.bool_(),
        CellKind.DAY: pa.date32(),
        CellKind.LIST: pa.list_(pa.string()),
    }


def _clean(cell: object) -> object:
    if isinstance(cell, str):
        return without_surrogates(cell)
    return [without_surrogates(str(item)) for item in cell] if isinstance(cell, list) else cell
