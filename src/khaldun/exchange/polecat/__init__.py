"""POLECAT's 40 columns, out and in."""

from khaldun.exchange.polecat.reading import from_polecat
from khaldun.exchange.polecat.writing import to_polecat

__all__ = ["from_polecat", "to_polecat"]
