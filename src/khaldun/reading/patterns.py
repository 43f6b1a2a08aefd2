"""Compiles the patterns of the YAML files: parts in angle brackets are put in their places."""

import re
from collections.abc import Mapping

_PART = re.compile(r"<([A-Z]{3,})>")


def compile_pattern(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    """`pattern` with each `<PART>` replaced; parts may themselves hold parts."""
    while (expanded := _PART.sub(lambda match: parts[match[1]], pattern)) != pattern:
        pattern = expanded
    return re.compile(pattern)


def compile_optional(pattern: str | None, parts: Mapping[str, str]) -> re.Pattern[str] | None:
    """The compiled pattern, or None where there is none."""
    return None if pattern is None else compile_pattern(pattern, parts)
