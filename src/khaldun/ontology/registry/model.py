"""What the registry knows of an actor."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from khaldun.errors import OntologyError


class RegistryKind(StrEnum):
    """What kind of thing an entry is."""

    STATE = "state"
    TERRITORY = "territory"
    IGO = "igo"
    NGO = "ngo"
    INSTITUTION = "institution"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    PRIVATE_MILITARY = "private_military"
    PARTY = "party"
    PERSON = "person"
    MEDIA = "media"
    COMPANY = "company"
    PEOPLE = "people"


def _holds(start: date | None, end: date | None, day: date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def _check_interval(start: date | None, end: date | None) -> None:
    if start is not None and end is not None and end < start:
        raise OntologyError(f"the interval from {start} to {end} ends before it starts")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedOffice:
    """An office: `title` in the body whose entry id is `of`, from `start` to `end`.

    A date known to the month or year only is its first day in `start`, its last in `end`;
    None is unknown, or not over when the registry was written.
    """

    title: str
    of: str
    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        _check_interval(self.start, self.end)

    def held_on(self, day: date) -> bool:
        """Whether the office may have been held on `day`; an unknown end excludes nothing."""
        return _holds(self.start, self.end, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedMembership:
    """Membership in the body whose entry id is `of`; dates as in `DatedOffice`."""

    of: str
    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        _check_interval(self.start, self.end)

    def held_on(self, day: date) -> bool:
        """Whether it may have been a member on `day`; an unknown end excludes nothing."""
        return _holds(self.start, self.end, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryEntry:
    """An actor known by name before any text is read.

    `sector` is a PLOVER sector code, `country` ISO 3166-1 alpha-3 (with XKX for Kosovo and
    withdrawn codes for states that are no more), `parent` the entry id of the body it is part
    of, `wikidata` a Wikidata item. `seats` are places and buildings whose names stand for it.
    """

    id: str
    name: str
    kind: RegistryKind
    sector: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    capital: str | None = None
    parent: str | None = None
    wikidata: str | None = None
    offices: tuple[DatedOffice, ...] = ()
    memberships: tuple[DatedMembership, ...] = ()
