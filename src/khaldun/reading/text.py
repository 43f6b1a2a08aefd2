"""Reads plain text."""

from khaldun.reading.encoding import decode
from khaldun.reading.extract import Extract


def read(data: bytes) -> Extract | None:
    """The text that `data` encodes, None where it is not text."""
    text = decode(data)
    return None if text is None else Extract(text=text)
