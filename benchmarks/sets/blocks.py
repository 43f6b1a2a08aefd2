"""Reads the files of our own sentences: a sentence, then indented what it says, under topics."""

from collections.abc import Iterator, Sequence


def blocks(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Topic, and sentence with its indented lines, in file order; lines with # are comments."""
    topic, block = "", list[str]()
    for line in (*lines, "[]"):
        if block and not line.startswith("  "):
            yield topic, block
            block = []
        if line.startswith("["):
            topic = line.strip("[]")
        elif line and not line.startswith("#"):
            block.append(line)
