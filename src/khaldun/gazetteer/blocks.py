"""Lines of text in blocks that are compressed one by one, so that a look-up opens only one."""

import zlib
from collections.abc import Iterator, Sequence

LEVEL = 9


def pack_blocks(lines: Sequence[str], *, size: int) -> tuple[bytes, list[int]]:
    """The lines in compressed blocks of `size` lines each, and the offset where each ends."""
    packed, ends = bytearray(), []
    for block in _batches(lines, size):
        packed += zlib.compress("\n".join(block).encode(), LEVEL)
        ends.append(len(packed))
    return bytes(packed), ends


def unpack_block(packed: bytes) -> list[str]:
    """The lines of one block."""
    return zlib.decompress(packed).decode().split("\n")


def _batches(lines: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(lines), size):
        yield lines[start : start + size]
