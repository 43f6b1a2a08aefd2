"""`khaldun situation`: who stands with whom, has what and presses whom, on a day."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khaldun.cli.options import format_option, record_option
from khaldun.cli.selecting import Country, Day

if TYPE_CHECKING:
    from khaldun.workspace import Record

WINDOW = 30


def _place(record: "Record", name: str) -> str:
    """The id of the place that `name`, or the id, stands for."""
    wanted = name.casefold()
    places = record.places(limit=None)
    found = [p.id for p in places if wanted in (p.id.casefold(), p.name.casefold())]
    if len(found) != 1:
        known = f"several places are called so: {', '.join(found)}" if found else "there is none"
        raise click.UsageError(f"no single place is {name!r}; {known}")
    return found[0]


@click.command(name="situation")
@record_option
@click.option("--on", "day", type=Day(), required=True, metavar="DATE", help="On this day.")
@click.option(
    "--versus", type=Day(), metavar="DATE", help="Show what is different on this other day."
)
@click.option("--country", type=Country(), metavar="ISO3", help="Only of this country.")
@click.option("--place", metavar="NAME", help="Only of this place: its name or id.")
@click.option(
    "--window",
    type=click.IntRange(min=1),
    default=WINDOW,
    show_default=True,
    help="How many days up to the day count for initiative and phase.",
)
@format_option
def command(
    path: Path,
    day: date,
    versus: date | None,
    country: str | None,
    place: str | None,
    window: int,
    form: str,
) -> None:
    """Show who stands with whom and holds what on a day.

    Phase, initiative, control, alliances, backing, opposition, as reported. Each line has its
    evidence and its age; what nobody reports is shown as not reported. The rules are in
    docs/reference/situation.md.
    """
    from khaldun.cli.situation_tables import print_difference, print_situation, write_situation
    from khaldun.situation import Theatre, difference
    from khaldun.workspace import open_record

    if country and place:
        raise click.UsageError("a theatre is a country or a place, not both")
    with open_record(path, read_only=True) as record:
        theatre = Theatre(country=country, place=place and _place(record, place))
        found = record.situation(day, theatre=theatre, window=window)
        if versus is not None:
            other = record.situation(versus, theatre=theatre, window=window)
            print_difference(record, found, other, difference(found, other), form)
        elif form == "table":
            print_situation(record, found)
        else:
            write_situation(record, found, form)
