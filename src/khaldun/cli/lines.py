"""Lines of a listing: what, then the facts, then the words that say so with their source."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from khaldun.cli.console import print_wrapped, safe
from khaldun.exchange import wording
from khaldun.record import AnyStated

DIM = "dim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words that say so, with who published them."""

    source: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry of a listing; `id` is what other commands take."""

    head: Text
    id: str
    facts: tuple[str, ...] = ()
    warning: str = ""
    quotes: tuple[Quote, ...] = ()


def print_lines(console: Console, lines: Iterable[Line]) -> None:
    """Print each entry, with an empty line between two."""
    for number, line in enumerate(lines):
        if number:
            console.print()
        print_wrapped(console, line.head, "", "    ")
        facts = [safe(fact) for fact in line.facts if fact]
        print_wrapped(console, Text(" · ".join([*facts, line.id]), style=DIM), "    ", "      ")
        if line.warning:
            print_wrapped(console, Text(safe(line.warning), style="yellow"), "    ", "      ")
        for quote in line.quotes:
            said = Text.assemble((f"{safe(quote.source)}: ", DIM), safe(quote.words))
            print_wrapped(console, said, "    │ ", "    │ ")


def quote_of(stated: AnyStated) -> Quote:
    """The sentence of a statement, with its outlet and the day of publication."""
    day = stated.published
    when = f", {wording.days(day.earliest, day.latest)}" if day else ""
    return Quote(source=f"{stated.source}{when}", words=stated.item.evidence.quote)


def heading(title: str, number: int | None = None) -> Text:
    """A title as all tables write it, with how many stand under it."""
    count = "" if number is None else f"  {number}"
    return Text.assemble((title.upper(), "bold"), (count, DIM))
