"""Which half of a set an item is in: rules are grown on the read half, judged by the unread."""

import hashlib
from enum import StrEnum


class Half(StrEnum):
    """The half that may be read while rules are written, and the half that judges them."""

    READ = "read"
    UNREAD = "unread"


def half_of(item_id: str) -> Half:
    """The half of an item, by a hash of its id, so that it never depends on order."""
    digest = hashlib.sha256(item_id.encode("utf-8")).digest()
    return Half.READ if digest[0] % 2 == 0 else Half.UNREAD
