"""What data sets of events ask of an event: whether it happened, its sides, its day, its words."""

from dataclasses import dataclass
from datetime import date

from khaldun.exchange.account.index import AccountIndex
from khaldun.exchange.rows.building import IMPORT
from khaldun.record import (
    Actor,
    Event,
    Factuality,
    HolderKind,
    Place,
    Report,
    Stated,
    Status,
)

_HAPPENED = (Status.HAPPENED, Status.ONGOING)
_HELD = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The actors of one side that are in the account; the first stands for it."""

    actors: tuple[Actor, ...]

    @property
    def sector(self) -> str | None:
        """The sector of the first that has one."""
        return next((actor.sector for actor in self.actors if actor.sector), None)

    @property
    def country(self) -> str | None:
        """The country of the first that has one."""
        return next((actor.country for actor in self.actors if actor.country), None)

    @property
    def names(self) -> list[str]:
        """The names in order."""
        return [actor.name for actor in self.actors]


def sides_of(event: Event, index: AccountIndex) -> tuple[Side, Side]:
    """Actors and recipients.

    Without recipients the others of several actors stand against the first: in a clash all
    who take part are actors. Whom some reports have on one side and some on the other stands
    on the first alone.
    """
    ones = [index.actors[key] for key in event.actors if key in index.actors]
    against = [key for key in event.recipients if key not in event.actors]
    others = [index.actors[key] for key in against if key in index.actors]
    if not others and len(ones) > 1:
        ones, others = ones[:1], ones[1:]
    return Side(actors=tuple(ones)), Side(actors=tuple(others))


def why_not_fact(event: Event) -> str | None:
    """Why a data set of what happened has no place for an event; None where it has."""
    if event.status not in _HAPPENED:
        return f"it is {event.status}, and did not happen"
    if event.certainty not in _HELD:
        return f"its certainty is {event.certainty}: it is denied or nobody vouches for it"
    return None


def range_of(event: Event) -> tuple[date, date] | None:
    """The first and last day, None where an end is not known."""
    if event.earliest is None or event.latest is None:
        return None
    return event.earliest, event.latest


def words_of(event: Event, index: AccountIndex) -> str:
    """The evidence of the first of its reports that is in the account, on one line.

    An imported row without prose has no words of its own, and is passed over.
    """
    found = (stated for stated in index.reports_of(event) if not _is_bare_row(stated))
    quotes = (" ".join(stated.item.evidence.quote.split()) for stated in found)
    return next(quotes, "")


def _is_bare_row(stated: Stated[Report]) -> bool:
    return is_imported(stated.item) and stated.item.evidence.start == 0


def is_imported(report: Report) -> bool:
    """Whether a report was read from a row of a data set."""
    return (report.rule or "").startswith(IMPORT)


def outlets_of(event: Event, index: AccountIndex) -> list[str]:
    """Who published its reports; of an imported row not the data set but whom it names."""
    found = (name for stated in index.reports_of(event) for name in _outlets(stated))
    return list(dict.fromkeys(found)) or list(event.sources)


def _outlets(stated: Stated[Report]) -> list[str]:
    chain = stated.item.attribution
    media = [link.holder for link in chain if link.kind is HolderKind.MEDIA]
    return media if is_imported(stated.item) and media else [stated.source]


def speakers_of(event: Event, index: AccountIndex) -> list[str]:
    """Who the reports have it from, but for media."""
    links = (link for stated in index.reports_of(event) for link in stated.item.attribution)
    return list(dict.fromkeys(link.holder for link in links if link.kind is not HolderKind.MEDIA))


def titles_of(event: Event, index: AccountIndex) -> list[str]:
    """The titles of the documents that report it."""
    editions = (index.editions.get(stated.document) for stated in index.reports_of(event))
    titles = (edition.document.title for edition in editions if edition)
    return list(dict.fromkeys(title for title in titles if title))


def headline(event: Event, index: AccountIndex) -> str:
    """An event in a line: "ASSAULT aerial: air force → rebels, Karda"."""
    kind = " ".join((event.type, *event.modes))
    sides = " → ".join(
        ", ".join(index.names(side)) for side in (event.actors, event.recipients) if side
    )
    place = index.place_of(event)
    line = f"{kind}: {sides}" if sides else kind
    return f"{line}, {place.name}" if place else line


def coordinates_of(place: Place | None) -> tuple[str, str]:
    """Latitude and longitude as they are written in tables; empty where they are not known."""
    if place is None or place.latitude is None or place.longitude is None:
        return "", ""
    return repr(place.latitude), repr(place.longitude)
