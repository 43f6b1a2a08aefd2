"""What the ids of an account stand for."""

from collections.abc import Iterable

from khaldun.record import (
    Account,
    Actor,
    Edition,
    Event,
    Forecast,
    Place,
    Publication,
    QuantityRole,
    Relation,
    Report,
    Stated,
)


class AccountIndex:
    """Look-up by id. An id whose record a selection left out of the account has no entry."""

    def __init__(self, account: Account) -> None:
        self.actors: dict[str, Actor] = {e.actor.id: e.actor for e in account.entities}
        self.places: dict[str, Place] = {place.id: place for place in account.places}
        self.editions: dict[str, Edition] = {e.document.id: e for e in account.editions}
        self.reports: dict[str, Stated[Report]] = {s.id: s for s in account.reports}
        self.relations: dict[str, Stated[Relation]] = {s.id: s for s in account.relations}
        self.forecasts: dict[str, Stated[Forecast]] = {s.id: s for s in account.forecasts}

    def name(self, key: str) -> str:
        """The name of an actor or place; the id itself where it is not in the account."""
        found = self.actors.get(key) or self.places.get(key)
        return found.name if found else key

    def names(self, keys: Iterable[str]) -> list[str]:
        """The names of actors or places, in order."""
        return [self.name(key) for key in keys]

    def reports_of(self, event: Event) -> list[Stated[Report]]:
        """The reports of an event that are in the account, in its order."""
        return [self.reports[key] for key in event.reports if key in self.reports]

    def place_of(self, event: Event) -> Place | None:
        """The most exact place of an event that is in the account."""
        found = (self.places.get(key) for key in event.places)
        return next((place for place in found if place is not None), None)

    def url_of(self, event: Event) -> str | None:
        """The address of the first of its reports that has one."""
        editions = (self.editions.get(stated.document) for stated in self.reports_of(event))
        urls = (edition.document.url for edition in editions if edition)
        return next((url for url in urls if url), None)

    def published(self, event: Event) -> list[Publication]:
        """When its reports were published, as far as that is known."""
        return [s.published for s in self.reports_of(event) if s.published is not None]


def count_of(event: Event, role: QuantityRole) -> tuple[float | None, float | None, float | None]:
    """Low, best and high of a role over all units; None where no report gives a figure."""
    counts = [count for count in event.counts if count.role is role]
    return (
        _total([count.low for count in counts]),
        _total([count.best for count in counts]),
        _total([count.high for count in counts]),
    )


def _total(figures: list[float | None]) -> float | None:
    """The largest: units overlap ("people", "civilians"), so that adding them counts twice."""
    return max((figure for figure in figures if figure is not None), default=None)
