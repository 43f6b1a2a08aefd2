"""What a format cannot hold or a file does not tell, said instead of lost."""

from dataclasses import dataclass
from enum import StrEnum

from khaldun.record import Problem


class ExchangeProblem(StrEnum):
    """Codes of problems with formats; each is explained in docs/reference/problems.md."""

    LEFT_OUT = "X001"
    MALFORMED_ROW = "X002"
    UNTYPED_ROW = "X003"
    UNREAD_CELL = "X004"

    def of(self, source: str, message: str) -> Problem:
        """A problem of this code about a record, table or row."""
        return Problem(code=self.value, source=source, message=message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written, and what the format could not hold."""

    data: bytes
    problems: tuple[Problem, ...] = ()
