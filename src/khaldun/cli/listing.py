"""The listings of a record: a page to read, or all of it for programs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import click

from khaldun.cli.console import console_for
from khaldun.cli.described import Describer
from khaldun.cli.lines import Line, print_lines
from khaldun.cli.options import FIRST_PAGE, Paging
from khaldun.cli.rows import put
from khaldun.record import Selection
from khaldun.workspace import Page, Record, open_record
from khaldun.workspace.gathering import Item, gathered

_PAGE = 1000  # items fetched at a time where all are wanted
_ALL = 10**12  # more than any list has


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed: the method of Record that gives it, how it is put, its table in CSV."""

    fetch: Callable[..., Page[Any]]
    describe: Callable[[Describer, Any], Line]
    table: str


LISTINGS = {
    "events": Listing(Record.events, Describer.event, "events"),
    "reports": Listing(Record.reports, Describer.report, "reports"),
    "ties": Listing(Record.relations, Describer.tie, "ties"),
    "relations": Listing(Record.stated_relations, Describer.relation, "relations"),
    "forecasts": Listing(Record.forecasts, Describer.forecast, "forecasts"),
    "actors": Listing(Record.actors, Describer.actor, "actors"),
    "contradictions": Listing(Record.contradictions, Describer.contradicted, "events"),
}


def show(path: Path, what: str, selection: Selection, paging: Paging) -> None:
    """Print a listing of the record at `path`."""
    listing = LISTINGS[what]
    with open_record(path, read_only=True) as record:
        if paging.form == "table":
            print_page(record, listing, selection, paging)
        else:
            _write_all(record, listing, selection, paging)


def print_page(record: Record, listing: Listing, selection: Selection, paging: Paging) -> None:
    """Print one page to read, and on standard error how to get the next."""
    limit = paging.limit or FIRST_PAGE
    page = listing.fetch(record, selection, limit=limit, after=paging.after)
    if not page.items:
        say_nothing_fits(record.unknown(selection))
        return
    describer = Describer(gathered(record, page.items, texts=False))
    print_lines(console_for(), (listing.describe(describer, item) for item in page.items))
    say_more(page)


class _OnePage(TypedDict):
    limit: int
    after: str | None


def one_page(paging: Paging) -> _OnePage:
    """Which page to ask for of a list that is shown at once: all of it for programs."""
    limit = paging.limit or (FIRST_PAGE if paging.form == "table" else _ALL)
    return {"limit": limit, "after": paging.after}


def say_more(page: Page[Any]) -> None:
    """Say on standard error how to get the next page, if there is one."""
    if page.after is not None:
        click.echo(f"There is more: --after {page.after}", err=True)


def say_nothing_fits(unknown: Sequence[str] = ()) -> None:
    """Say on standard error that a listing is empty; `unknown` are names that nothing has."""
    why = f": nothing is called {' or '.join(map(repr, unknown))}" if unknown else ""
    click.echo(f"Nothing in the record fits{why}.", err=True)


def _write_all(record: Record, listing: Listing, selection: Selection, paging: Paging) -> None:
    from khaldun.exchange.account.csv import to_csv
    from khaldun.exchange.account.jsonl import to_jsonl

    for number, items in enumerate(_pages(record, listing, selection, paging)):
        account = gathered(record, items)
        if paging.form == "jsonl":
            put(to_jsonl(account, listing.table))
        else:
            data = to_csv(account, listing.table)
            put(data if number == 0 else data.partition(b"\r\n")[2])


def _pages(
    record: Record, listing: Listing, selection: Selection, paging: Paging
) -> Iterator[tuple[Item, ...]]:
    """All pages, at least one, up to the limit in all."""
    left, after = paging.limit, paging.after
    while True:
        size = _PAGE if left is None else min(left, _PAGE)
        page = listing.fetch(record, selection, limit=size, after=after)
        yield page.items
        left = None if left is None else left - len(page.items)
        after = page.after
        if after is None or left == 0:
            return
