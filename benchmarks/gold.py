"""Reads gold files: gzip'd JSON lines, one item a line, each set with its own row type."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from khaldun.errors import UsageError


class GoldError(UsageError):
    """A gold file is missing, cut short or malformed; the message names file and line."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What every set's lines have: an id, the text, and the publication date if known."""

    doc_id: str
    text: str
    split: str | None = None
    dct: str | None = None


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of an item's text: code point offsets, end-exclusive."""

    begin: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """The two offsets."""
        return self.begin, self.end


RowT = TypeVar("RowT", bound=Row)


def load(path: Path, row: type[RowT]) -> list[RowT]:
    """All items of a gold file.

    Raises:
        GoldError: the file is missing, cut short, or has a line that is not a `row`.
    """
    decoder = msgspec.json.Decoder(row)
    found: list[RowT] = []
    for number, line in enumerate(_lines(path), start=1):
        try:
            found.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise GoldError(f"{path}:{number}: {error}") from error
    if not found:
        raise GoldError(f"{path}:1: the file holds no items")
    return found


def _lines(path: Path) -> Iterator[bytes]:
    number = 0
    try:
        with gzip.open(path, "rb") as stream:
            for line in stream:
                number += 1
                yield line
    except FileNotFoundError as error:
        raise GoldError(f"{path}: there is no such file") from error
    except (EOFError, zlib.error, OSError) as error:
        raise GoldError(f"{path}:{number + 1}: cut short or damaged: {error}") from error
