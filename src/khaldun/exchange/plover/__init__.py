"""PLOVER's own JSON, a record a line, out and in."""

from khaldun.exchange.plover.reading import from_plover
from khaldun.exchange.plover.writing import to_plover

__all__ = ["from_plover", "to_plover"]
