"""What a page is asked, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from khaldun.exchange.html.markup import Markup
from khaldun.record import Selection
from khaldun.web.filters import selection_of
from khaldun.workspace import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What a copy on disk holds, whose pages can neither ask nor write.

    `days` are those whose situation is in it, in order. Of a part of a record, `documents`
    and `actors` are the ids of those that it rests on and names, `records` of its events, ties
    and statements; all are None for the whole.
    """

    selection: Selection
    days: tuple[date, ...] = ()
    documents: tuple[str, ...] | None = None
    actors: tuple[str, ...] | None = None
    records: frozenset[str] | None = None

    def has(self, view: str, subject: str) -> bool:
        """Whether the page of this thing is in the copy."""
        of_view = {"documents": self.documents, "actors": self.actors}
        known = of_view.get(view, self.records)
        return known is None or subject in known


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A request for a page: the open record, the path, and what stands behind the "?".

    `subject` is the id in the path of a page that shows one thing. `copy` is there where the
    page is for a copy on disk.
    """

    record: Record
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    copy: Copy | None = None

    @property
    def selection(self) -> Selection:
        """Which part of the record the address asks for."""
        return self.copy.selection if self.copy else selection_of(self.query)

    def shows(self, record: str) -> bool:
        """Whether this event, tie or statement belongs to what is shown."""
        return self.copy is None or self.copy.has("", record)

    def asked(self, name: str) -> str | None:
        """The value of a parameter of the address, None where it is missing or empty."""
        return self.query.get(name, "").strip() or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page: its title, its content, and the same as data for its JSON twin.

    `scripts` are the files under static/ that the page runs, `modules` those that write to the
    record, which a copy on disk has no use for; `styles` are style sheets beyond those of all
    pages. `filtered` is whether the filters of the address bear on it. `drawn` is whether a
    script draws it from its data; such a script links to `links`, and reads `blocks`, which
    are JSON by their ids. `after` is the key of the next page of a list, `total` what all its
    pages list. `table` is the table of the exchange formats that has the same, `forms` are
    further formats that show it.
    """

    title: str
    body: Markup
    data: object
    scripts: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    filtered: bool = False
    drawn: bool = False
    links: tuple[str, ...] = ()
    blocks: tuple[tuple[str, bytes], ...] = ()
    after: str | None = None
    total: str = ""
    table: str | None = None
    forms: tuple[str, ...] = ()
