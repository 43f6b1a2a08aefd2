"""ACLED's 31 columns, out and in."""

from khaldun.exchange.acled.reading import from_acled
from khaldun.exchange.acled.writing import to_acled

__all__ = ["from_acled", "to_acled"]
