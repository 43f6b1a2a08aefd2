"""Which file of a copy is at which address of the workbench, and links from file to file."""

import hashlib
import posixpath
import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import parse_qsl, quote, unquote, urlsplit

# The only quotes of a page that are not escaped are those around the values of attributes, and
# those of its JSON, in which a quote behind "=" has a backslash before it.
_LINK = re.compile(r' (href|src)="(/[^"]*)"')
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_LONGEST = 80  # characters of a name; some file systems end at 255 bytes, archives sooner
# What a page is found by; how a reader came to it is not part of it.
_TELLING = ("after", "on", "versus")


def named(identifier: str) -> str:
    """A file name that every file system can hold, for an id of any characters."""
    plain = _UNSAFE.sub("_", identifier)[:_LONGEST]
    if plain == identifier and not plain.startswith("."):
        return plain
    return f"{plain.lstrip('.')}-{hashlib.sha256(identifier.encode()).hexdigest()[:8]}"


def subject_of(address: str) -> tuple[str, str] | None:
    """The view and the id, where an address is that of one thing."""
    parts = urlsplit(address).path.split("/")
    return (parts[1], unquote(parts[2])) if len(parts) == 3 and parts[2] else None


def told_apart(address: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The path, and of the parameters those that decide what the page shows."""
    split = urlsplit(address)
    query = sorted(pair for pair in parse_qsl(split.query) if pair[0] in _TELLING)
    return split.path, tuple(query)


def relinked(page: str, here: str, place_of: Callable[[str], str | None]) -> str:
    """The page that is in file `here`, with links to files in place of links to addresses.

    `place_of` gives the file of an address, with the anchor in it, if any; a link to what the
    copy does not have is none any more.
    """

    def link(match: re.Match[str]) -> str:
        place = place_of(unescape(match[2]))
        return "" if place is None else f' {match[1]}="{escape(relative(place, here))}"'

    return _LINK.sub(link, page)


def relative(place: str, here: str) -> str:
    """The address of `place` (a file with its anchor, if any) as seen from the file `here`."""
    file, mark, anchor = place.partition("#")
    way = posixpath.relpath(file, posixpath.dirname(here) or ".")
    return quote(way) + mark + anchor
