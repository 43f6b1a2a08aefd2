"""How much one document may hold before it is refused with a Problem."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bytes of a file as stored, and characters of the text that is in it.

    `structured_bytes` and `structured_elements` are the sizes above which HTML is read without
    looking for its article: the time of that search grows faster than the page.
    """

    max_bytes: int = 20_000_000
    max_characters: int = 2_000_000
    structured_bytes: int = 3_000_000
    structured_elements: int = 8_000


DEFAULT_LIMITS = Limits()
