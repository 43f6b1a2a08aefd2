"""Accounts for tests: by hand from coded documents, and any that the types allow."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from khaldun.record import (
    Account,
    Actor,
    Attribution,
    Bound,
    CodedDocument,
    Contradiction,
    ContradictionKind,
    Count,
    Edition,
    Entity,
    Event,
    Figure,
    Forecast,
    Joining,
    Place,
    Relation,
    Report,
    Stated,
    Tie,
)
from khaldun.record.account import Item
from tests.strategies import coded_documents

few = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def account_of(documents: Sequence[CodedDocument]) -> Account:
    """An account in which every report is an event of its own, every relation a tie."""
    parts = [_part(number, coded) for number, coded in enumerate(documents)]
    return Account(
        editions=tuple(item for part in parts for item in part.editions),
        entities=tuple(item for part in parts for item in part.entities),
        places=tuple(item for part in parts for item in part.places),
        reports=tuple(item for part in parts for item in part.reports),
        relations=tuple(item for part in parts for item in part.relations),
        forecasts=tuple(item for part in parts for item in part.forecasts),
        events=tuple(_event(item) for part in parts for item in part.reports),
        ties=tuple(_tie(item) for part in parts for item in part.relations),
    )


def _part(number: int, coded: CodedDocument) -> Account:
    named = _Named(number, coded)
    document = replace(coded.document, id=named.document)
    source = document.publisher or "somewhere"
    return Account(
        editions=(Edition(document=document, source=source, location="a/b.txt"),),
        entities=tuple(map(named.entity, coded.actors)),
        places=tuple(map(named.place, coded.places)),
        reports=tuple(map(named.report, coded.reports)),
        relations=tuple(map(named.relation, coded.relations)),
        forecasts=tuple(map(named.forecast, coded.forecasts)),
    )


class _Named:
    """Gives what one document holds the ids that it has in the account."""

    def __init__(self, number: int, coded: CodedDocument) -> None:
        self._number = number
        self.document = f"{coded.document.id}-{number}"
        self._published = coded.document.published
        self._source = coded.document.publisher or "somewhere"

    def _id(self, key: str) -> str:
        return f"{self._number}.{key}"

    def _ids(self, keys: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(self._id, keys))

    def _chain(self, attribution: Sequence[Attribution]) -> tuple[Attribution, ...]:
        return tuple(
            replace(link, actor=self._id(link.actor) if link.actor else None)
            for link in attribution
        )

    def entity(self, actor: Actor) -> Entity:
        offices = tuple(
            replace(office, of=self._id(office.of) if office.of else None, span=None)
            for office in actor.offices
        )
        known = replace(actor, id=self._id(actor.id), mentions=(), offices=offices)
        joining = Joining(document=self.document, actor=actor.id, score=1.0, reason="itself")
        return Entity(actor=known, joinings=(joining,))

    def place(self, place: Place) -> Place:
        return replace(place, id=self._id(place.id), mentions=())

    def report(self, report: Report) -> Stated[Report]:
        item = replace(
            report,
            id=self._id(report.id),
            actors=self._ids(report.actors),
            recipients=self._ids(report.recipients),
            place=self._id(report.place) if report.place else None,
            when=replace(report.when, time=None),
            attribution=self._chain(report.attribution),
            quantities=tuple(
                replace(quantity, of=self._id(quantity.of) if quantity.of else None)
                for quantity in report.quantities
            ),
        )
        return self._stated(item)

    def relation(self, relation: Relation) -> Stated[Relation]:
        item = replace(
            relation,
            id=self._id(relation.id),
            subject=self._id(relation.subject),
            target=self._id(relation.target),
            when=replace(relation.when, time=None),
            attribution=self._chain(relation.attribution),
        )
        return self._stated(item)

    def forecast(self, forecast: Forecast) -> Stated[Forecast]:
        item = replace(
            forecast,
            id=self._id(forecast.id),
            subjects=self._ids(forecast.subjects),
            horizon=replace(forecast.horizon, time=None),
            attribution=self._chain(forecast.attribution),
        )
        return self._stated(item)

    def _stated(self, item: Item) -> Stated[Item]:
        return Stated(
            version=1,
            document=self.document,
            source=self._source,
            published=self._published,
            item=item,
        )


def _event(stated: Stated[Report]) -> Event:
    report = stated.item
    return Event(
        id=f"e.{report.id}",
        type=report.type,
        status=report.status,
        certainty=report.certainty.value,
        reports=(report.id,),
        sources=(stated.source,),
        earliest=report.when.earliest,
        latest=report.when.latest,
        first_day=report.when.earliest,
        last_day=report.when.latest,
        modes=report.modes,
        contexts=report.contexts,
        actors=report.actors,
        recipients=report.recipients,
        places=(report.place,) if report.place else (),
        precision=report.precision,
        counts=tuple(
            Count(
                role=quantity.role,
                unit=quantity.unit,
                low=quantity.minimum,
                best=quantity.maximum,
                high=quantity.maximum,
                figures=(
                    Figure(report=report.id, minimum=quantity.minimum, maximum=quantity.maximum),
                ),
            )
            for quantity in report.quantities
        ),
    )


def _tie(stated: Stated[Relation]) -> Tie:
    relation = stated.item
    began = Bound(earliest=None, latest=relation.when.earliest, relations=(relation.id,))
    itself = (relation.id,)
    return Tie(
        id=f"t.{relation.id}",
        type=relation.type,
        subject=relation.subject,
        target=relation.target,
        certainty=relation.certainty.value,
        relations=itself,
        sources=(stated.source,),
        means=relation.means,
        began=began if relation.when.earliest else None,
        attested=relation.when.latest,
        contradictions=(Contradiction(kind=ContradictionKind.DENIED, one=itself, other=itself),),
    )


accounts = st.lists(coded_documents(), max_size=2).map(account_of)
