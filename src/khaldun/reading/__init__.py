"""Bytes to documents: one reader a format; what cannot be read is a Problem, never an exception."""

from khaldun.reading.furniture import segments
from khaldun.reading.limits import DEFAULT_LIMITS, Limits
from khaldun.reading.normal import normalise
from khaldun.reading.problems import ReadingProblem
from khaldun.reading.resource import versions
from khaldun.reading.source import (
    Reading,
    find_files,
    iter_source,
    read_bytes,
    read_file,
    read_source,
    read_text,
)

__all__ = [
    "DEFAULT_LIMITS",
    "Limits",
    "Reading",
    "ReadingProblem",
    "find_files",
    "iter_source",
    "normalise",
    "read_bytes",
    "read_file",
    "read_source",
    "read_text",
    "segments",
    "versions",
]
