"""Places: which words name one, and which place of that name is meant."""

from khaldun.coding.places.stage import NAME, run

__all__ = ["NAME", "run"]
