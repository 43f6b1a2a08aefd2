"""Writes a copy: from the overview, every page that a link leads to, each once."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import msgspec

from khaldun.errors import UsageError
from khaldun.record import Selection
from khaldun.web.layout import framed
from khaldun.web.pages.catalogue import FIRST, PAGES, Page
from khaldun.web.pages.document import anchors
from khaldun.web.showing import path_of
from khaldun.web.site.addresses import named, relative, relinked, subject_of, told_apart
from khaldun.web.site.contents import contents_of
from khaldun.web.view import Answer, Copy, View
from khaldun.workspace import Record

Progress = Callable[[], object]
_PAGES: dict[str, Page] = {path: page for path, page in PAGES if path != "/review"}
_OF_ONE = "/{subject}"


def write_site(
    record: Record, folder: Path, *, selection: Selection, progress: Progress = lambda: None
) -> int:
    """Write a copy of a record, or of what a selection leaves of it; gives the number of pages.

    `progress` is called for each page.

    Raises:
        UsageError: the folder has something in it, or cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty; name a new folder for the copy")
        site = _Site(record, folder, contents_of(record, selection))
        pages = 0
        for _ in site.pages():
            pages += 1
            progress()
        site.put_static()
    except OSError as error:
        raise UsageError(f"{folder} cannot be written to: {error.strerror}") from error
    return pages


class _Site:
    """A copy that is being written: which pages it has so far, and which are still to come."""

    def __init__(self, record: Record, folder: Path, copy: Copy) -> None:
        self._record = record
        self._folder = folder
        self._copy = copy
        self._files: dict[tuple[str, tuple[tuple[str, str], ...]], str] = {}
        self._numbers: dict[str, int] = {}
        self._coming: deque[str] = deque()
        self._static: set[str] = set()
        self._homes: dict[str, dict[str, str]] = {}

    def pages(self) -> Iterator[str]:
        """Write page after page; the file of each."""
        self._place("/")
        while self._coming:
            yield self._write(self._coming.popleft())

    def put_static(self) -> None:
        """Write the scripts and styles that the pages name, with their licences."""
        package = files("khaldun.web") / "static"
        for name in sorted(self._static):
            source = files("khaldun.exchange.html") if name == "page.css" else package
            self._put(f"static/{name}", (source / name).read_bytes())
        for licence in sorted((package / "vendor/licences").iterdir(), key=lambda f: f.name):
            self._put(f"static/vendor/licences/{licence.name}", licence.read_bytes())

    def _write(self, where: str) -> str:
        here = self._files[told_apart(where)]
        path, query = told_apart(where)
        subject = subject_of(where)
        view = View(
            record=self._record, path=path, query=dict(query),
            subject=subject[1] if subject else "", copy=self._copy,
        )  # fmt: skip
        page = FIRST if path == "/" else _PAGES[f"/{subject[0]}{_OF_ONE}" if subject else path]
        answer = self._with_addresses(page(view), here)
        self._put(here, relinked(framed(view, answer), here, self._place).encode("utf-8"))
        return here

    def _with_addresses(self, answer: Answer, here: str) -> Answer:
        """The answer, with the files of what its script links to."""
        if not answer.drawn:
            return answer
        places = ((link, self._place(link)) for link in answer.links)
        told = {link: relative(place, here) for link, place in places if place}
        return replace(answer, blocks=(*answer.blocks, ("addresses", msgspec.json.encode(told))))

    def _place(self, where: str) -> str | None:
        """The file that is at an address; a page that is new is one that comes."""
        if where.startswith("/static/"):
            self._static.add(where.removeprefix("/static/"))
            return where.removeprefix("/")
        subject = subject_of(where)
        if subject and subject[0] == "at":
            return self._passage(subject[1])
        if not self._has(where, subject):
            return None
        key = told_apart(where)
        if key not in self._files:
            self._files[key] = self._named(key[0], dict(key[1]), subject)
            self._coming.append(where)
        return self._files[key]

    def _has(self, where: str, subject: tuple[str, str] | None) -> bool:
        path = told_apart(where)[0]
        if subject:
            return f"/{subject[0]}{_OF_ONE}" in _PAGES and self._copy.has(*subject)
        return path == "/" or path in _PAGES

    def _named(self, path: str, query: dict[str, str], subject: tuple[str, str] | None) -> str:
        if subject:
            return f"{subject[0]}/{named(subject[1])}.html"
        if path == "/":
            return "index.html"
        if "on" in query and query["on"] != self._copy.days[-1].isoformat():
            return f"situation-{query['on']}.html"
        number = self._numbers[path] = self._numbers.get(path, 0) + 1
        return f"{path[1:]}.html" if number == 1 else f"{path[1:]}-{number}.html"

    def _passage(self, identifier: str) -> str | None:
        """Where a statement stands in its document; for an event, its page."""
        if identifier.startswith("event-"):
            return self._place(path_of("events", identifier))
        try:
            home = self._record.statement(identifier).document
        except UsageError:  # what a person rejected is listed no more
            return None
        if home not in self._homes:
            self._homes[home] = anchors(self._record.statement_ids(home), self._record.coded(home))
        page = self._place(path_of("documents", home))
        return f"{page}#{self._homes[home][identifier]}" if page else None

    def _put(self, name: str, data: bytes) -> None:
        target = self._folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
