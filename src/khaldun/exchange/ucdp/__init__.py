"""UCDP GED's 49 columns, out and in."""

from khaldun.exchange.ucdp.reading import from_ucdp
from khaldun.exchange.ucdp.writing import to_ucdp

__all__ = ["from_ucdp", "to_ucdp"]
