"""A coder that dies, in a module that child processes can import."""

import os
from typing import Any

from khaldun.record import Problem


def die_for_mines(source: Any) -> Problem:
    """End the process at once for a source called "mine", as a lack of memory would."""
    if source.name == "mine":
        os._exit(1)
    return Problem(code="spared", source=source.name, message="")
