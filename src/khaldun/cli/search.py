"""`khaldun search`: words in the texts and quotes of a record."""

from pathlib import Path

import click

from khaldun.cli.console import console_for, print_wrapped, safe
from khaldun.cli.options import Paging, paging_options, record_option


@click.command(name="search")
@click.argument("words", nargs=-1, required=True)
@record_option
@paging_options
def command(words: tuple[str, ...], path: Path, paging: Paging) -> None:
    """Find WORDS in quotes and texts: statements first, then documents, as they were added.

    All of the words must be there; those in quotation marks must stand together.
    """
    from rich.text import Text

    from khaldun.cli.listing import one_page, say_more, say_nothing_fits
    from khaldun.cli.rows import write_rows
    from khaldun.workspace import open_record

    with open_record(path, read_only=True) as record:
        page = record.search(" ".join(words), **one_page(paging))
    if paging.form != "table":
        columns = ("document_id", "source", "record_id", "kind", "snippet")
        rows = ([h.document, h.source, h.record, h.kind.value, h.snippet] for h in page)
        write_rows(paging.form, columns, rows)
        say_more(page)
        return
    if not page.items:
        say_nothing_fits()
    console = console_for()
    for hit in page:
        found = Text.assemble((f"{safe(hit.source)}: ", "dim"), safe(hit.snippet))
        print_wrapped(console, found, "", "    ")
        print_wrapped(console, Text(hit.record or hit.document, style="dim"), "    ", "    ")
    say_more(page)
