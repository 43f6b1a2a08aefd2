"""The parser's tree mended where it cannot be right, one kind of mistake a file."""

from khaldun.coding.mending.mending import mend

__all__ = ["mend"]
