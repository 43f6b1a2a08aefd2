"""An account as coded documents again: what each of its documents states."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from khaldun.exchange.account.index import AccountIndex
from khaldun.exchange.problems import ExchangeProblem
from khaldun.exchange.rows.building import coder_of
from khaldun.record import (
    Account,
    Actor,
    Attribution,
    CodedDocument,
    Edition,
    Forecast,
    Office,
    Problem,
    Relation,
    Report,
)

Item = Report | Relation | Forecast


def to_coded(account: Account) -> Iterator[CodedDocument | Problem]:
    """A coded document for each edition, with the ids of the account.

    Problems name what its statements refer to and the account lacks: a relation without one
    of its parties is left out, any other statement goes on without it.
    """
    returning = _Returning(account)
    for edition in account.editions:
        yield from returning.document(edition)


class _Returning:
    """Takes an account apart by document."""

    def __init__(self, account: Account) -> None:
        self._index = AccountIndex(account)
        self._items: dict[str, list[Item]] = {}
        for stated in account.statements:
            self._items.setdefault(stated.document, []).append(stated.item)

    def document(self, edition: Edition) -> Iterator[CodedDocument | Problem]:
        document = edition.document
        named = _Named(self._index)
        kept = [item for each in self._items.get(document.id, ()) if (item := named.keep(each))]
        yield CodedDocument(
            coder=coder_of("account"),
            document=document,
            actors=named.actors(),
            places=tuple(self._index.places[key] for key in sorted(named.places)),
            reports=tuple(item for item in kept if isinstance(item, Report)),
            relations=tuple(item for item in kept if isinstance(item, Relation)),
            forecasts=tuple(item for item in kept if isinstance(item, Forecast)),
        )
        for key in sorted(named.missing):
            message = f"it names {key}, which is not in the account"
            yield ExchangeProblem.UNREAD_CELL.of(document.id, message)


class _Named:
    """The actors and places that the statements of one document name."""

    def __init__(self, index: AccountIndex) -> None:
        self._index = index
        self._actors: set[str] = set()
        self.places: set[str] = set()
        self.missing: set[str] = set()

    def keep(self, item: Item) -> Item | None:
        if isinstance(item, Report):
            return self._report(item)
        return self._relation(item) if isinstance(item, Relation) else self._forecast(item)

    def actors(self) -> tuple[Actor, ...]:
        """The actors, with the bodies of their offices where these are named too."""
        found = (self._index.actors[key] for key in sorted(self._actors))
        return tuple(replace(actor, offices=self._offices(actor)) for actor in found)

    def _report(self, report: Report) -> Report:
        quantities = (replace(each, of=self._one(each.of)) for each in report.quantities)
        return replace(
            report,
            actors=self._all(report.actors),
            recipients=self._all(report.recipients),
            place=self._place(report.place),
            attribution=self._chain(report.attribution),
            quantities=tuple(quantities),
            when=replace(report.when, time=None),
        )

    def _relation(self, relation: Relation) -> Relation | None:
        of_place = relation.target in self._index.places
        target = self._place(relation.target) if of_place else self._one(relation.target)
        if self._one(relation.subject) is None or target is None:
            return None
        return replace(
            relation,
            attribution=self._chain(relation.attribution),
            when=replace(relation.when, time=None),
        )

    def _forecast(self, forecast: Forecast) -> Forecast:
        return replace(
            forecast,
            subjects=self._all(forecast.subjects),
            attribution=self._chain(forecast.attribution),
            horizon=replace(forecast.horizon, time=None),
        )

    def _offices(self, actor: Actor) -> tuple[Office, ...]:
        return tuple(
            replace(office, of=office.of if office.of in self._actors else None, span=None)
            for office in actor.offices
        )

    def _chain(self, attribution: Sequence[Attribution]) -> tuple[Attribution, ...]:
        return tuple(replace(link, actor=self._one(link.actor)) for link in attribution)

    def _all(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(found for key in keys if (found := self._one(key)))

    def _one(self, key: str | None) -> str | None:
        return self._known(key, self._index.actors, self._actors)

    def _place(self, key: str | None) -> str | None:
        return self._known(key, self._index.places, self.places)

    def _known(self, key: str | None, known: Iterable[str], used: set[str]) -> str | None:
        if key is None:
            return None
        if key not in known:
            self.missing.add(key)
            return None
        used.add(key)
        return key
