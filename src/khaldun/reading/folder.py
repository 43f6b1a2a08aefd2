"""Finds the files of a folder."""

import os
from collections.abc import Iterator
from pathlib import Path


def files_in(folder: Path) -> Iterator[Path]:
    """The files below `folder`, sorted by path at every level.

    Hidden files and folders are passed over, and links to folders are not followed, so that a
    loop of links ends nowhere.
    """
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))
