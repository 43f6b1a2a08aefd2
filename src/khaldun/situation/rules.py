"""What counts: which statements are taken as said to be so, and when something took place."""

from collections.abc import Iterable
from datetime import date, timedelta

from khaldun.record import Event, EventType, Factuality, Status
from khaldun.situation.model import Grounds

BELIEVED = (Factuality.CERTAIN, Factuality.PROBABLE)
DENIED = (Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT)
_REAL = (Status.HAPPENED, Status.ONGOING)


def took_place(kind: EventType, status: Status, certainty: Factuality) -> bool:
    """Whether it is said, as certain or probable, to have happened.

    An assault that was tried and failed is still an assault (PLOVER: acts that can cause harm).
    """
    tried = kind is EventType.ASSAULT and status is Status.ATTEMPTED
    # "Attempted" leaves open whether it came off, which is not whether it was tried.
    return tried or (status in _REAL and certainty in BELIEVED)


def event_took_place(event: Event) -> bool:
    """`took_place` of an event."""
    return took_place(event.type, event.status, event.certainty)


def within(earliest: date | None, latest: date | None, first: date, last: date) -> bool:
    """Whether the whole range lies between two days; an open range lies nowhere."""
    return earliest is not None and latest is not None and first <= earliest and latest <= last


def first_day_of(window: int, day: date) -> date:
    """The first day of the window of so many days that ends on `day`."""
    return day - timedelta(days=min(window - 1, (day - date.min).days))


def grounds(day: date, seen: date, evidence: Iterable[str]) -> Grounds:
    """Grounds as they are on `day`; each id once, in the order given."""
    last = min(seen, day)
    return Grounds(evidence=tuple(dict.fromkeys(evidence)), seen=last, age=(day - last).days)
