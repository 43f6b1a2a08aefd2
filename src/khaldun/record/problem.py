"""Problems: what could not be read or coded, said instead of lost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a source, or a part of one, is not in the record.

    `code` is stable and listed in docs/reference/problems.md: R for reading, C for coding,
    X for formats.
    """

    code: str
    source: str
    message: str

    def __str__(self) -> str:
        return f"{self.code} {self.source}: {self.message}"
