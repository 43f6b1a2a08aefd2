"""Ids made from content: the same in every record, whatever the order of arrival."""

import hashlib

_LENGTH = 16  # hexadecimal digits: 64 bits


def digest(*parts: str | None) -> str:
    """Sixteen hexadecimal digits of the parts; None and "" are told apart."""
    content = "\x1f".join("\x00" if part is None else part for part in parts)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
