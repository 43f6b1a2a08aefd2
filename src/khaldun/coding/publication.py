"""When a text was published, inferred from what it reports where nothing else says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from khaldun.record import Publication, PublicationBasis, Span

# A year that is nearly over when the latest thing happened does not bound the publication.
_AT_LEAST = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Something the text reports as past: its first day and the expression that dates it.

    `yearless` says that the writer left the year to the reader ("on August 20"), `lasting`
    that it only began then and went on ("since 2022").
    """

    first: date
    span: Span
    yearless: bool
    lasting: bool = False


def infer_publication(dated: Sequence[Dated], *, speaks_of_now: bool) -> Publication | None:
    """The range in which a text was published; None when nothing in it bounds that.

    It was written on or after the first day of the latest thing that it reports as past. A date
    without its year, or words such as "this spring" and "recently", tie the writer's now to the
    year of that thing, so the range ends with that year, or 90 days later where the year was
    nearly over. A text that gives every year and never speaks of now may have been written at
    any later time, and so may one in which the latest thing goes on: no range.
    """
    latest = max(dated, key=lambda d: (d.first, d.span.start), default=None)
    if latest is None or not (latest.yearless or (speaks_of_now and not latest.lasting)):
        return None
    end_of_year = date(latest.first.year, 12, 31)
    return Publication(
        earliest=latest.first,
        latest=max(end_of_year, _later(latest.first)),
        basis=PublicationBasis.INFERRED,
        span=latest.span,
    )


def _later(day: date) -> date:
    try:
        return day + _AT_LEAST
    except OverflowError:
        return date.max
