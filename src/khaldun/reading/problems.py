"""The Problems of reading: one stable code each, and what the person can do about it."""

from enum import StrEnum

from khaldun.record import Problem


class ReadingProblem(StrEnum):
    """Codes of docs/reference/problems.md; a code is never given another meaning."""

    MISSING = "R001"
    UNREADABLE = "R002"
    TOO_MANY_BYTES = "R003"
    EMPTY = "R004"
    BINARY = "R005"
    UNSUPPORTED = "R006"
    NO_TEXT = "R007"
    NOT_ENGLISH = "R008"
    TOO_LONG = "R009"
    NOTHING_IN_FOLDER = "R010"
    FAILED = "R011"


def problem(code: ReadingProblem, source: str, message: str) -> Problem:
    """The Problem with this code for `source`."""
    return Problem(code=code.value, source=source, message=message)
