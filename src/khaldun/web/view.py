"""What a page is asked, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from khaldun.exchange.html.markup import Markup
from khaldun.record import Selection
from khaldun.web.filters import selection_of
from khaldun.workspace import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A request for a page: the open record, the path, and what stands behind the "?".

    `subject` is the id in the path of a page that shows one thing.
    """

    record: Record
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""

    @property
    def selection(self) -> Selection:
        """Which part of the record the address asks for."""
        return selection_of(self.query)

    def asked(self, name: str) -> str | None:
        """The value of a parameter of the address, None where it is missing or empty."""
        return self.query.get(name, "").strip() or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page: its title, its content, and the same as data for its JSON twin.

    `scripts` are the modules under static/ that the page runs. `filtered` is whether the
    filters of the address bear on it, `drawn` whether a script draws it from its data.
    """

    title: str
    body: Markup
    data: object
    scripts: tuple[str, ...] = ()
    filtered: bool = False
    drawn: bool = False
    after: str | None = None
