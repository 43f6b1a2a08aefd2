"""The coded document: everything one document says, as records."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from khaldun.errors import IdentifierError
from khaldun.record.actor import Actor
from khaldun.record.claim import Attribution
from khaldun.record.document import Document
from khaldun.record.forecast import Forecast
from khaldun.record.place import Place
from khaldun.record.relation import Relation
from khaldun.record.report import Report, Unclassified
from khaldun.record.span import Span
from khaldun.record.time import Time, When


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderIdentity:
    """Which coder made the records, with every version that decides the result."""

    name: str
    version: str
    ontology: str
    resources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedDocument:
    """What one document says. Every quote is exact and every id that is used is defined.

    Raises:
        SpanError: a quote is not what stands at its offsets of the document's text.
        IdentifierError: an id is used but not defined, or defined twice.
    """

    coder: CoderIdentity
    document: Document
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    reports: tuple[Report, ...] = ()
    relations: tuple[Relation, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    unclassified: tuple[Unclassified, ...] = ()
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for span in self.spans():
            span.check(self.document.text)
        defined = [item.id for item in self._records()]
        known = frozenset(defined)
        if len(known) != len(defined):
            twice = sorted({i for i in defined if defined.count(i) > 1})
            raise IdentifierError(f"ids defined twice: {', '.join(twice)}")
        unknown = {used for used in self._references() if used not in known}
        if unknown:
            raise IdentifierError(f"ids used but not defined: {', '.join(sorted(unknown))}")

    def spans(self) -> list[Span]:
        """Every span of every record, in no particular order."""
        return spans_of((*self._records(), *self.unclassified))

    def _records(
        self,
    ) -> Iterator[Actor | Place | Time | Report | Relation | Forecast]:
        yield from self.actors
        yield from self.places
        yield from self.times
        yield from self.reports
        yield from self.relations
        yield from self.forecasts

    def _references(self) -> Iterator[str]:
        for report in self.reports:
            yield from (*report.actors, *report.recipients)
            yield from _present(report.place, *(q.of for q in report.quantities))
        for relation in self.relations:
            yield from (relation.subject, relation.target)
        for forecast in self.forecasts:
            yield from forecast.subjects
        for item in self.unclassified:
            yield from (*item.actors, *item.recipients)
        for actor in self.actors:
            yield from _present(*(office.of for office in actor.offices))
        for when, attribution in self._claims():
            yield from _present(when.time, *(link.actor for link in attribution))

    def _claims(self) -> Iterator[tuple[When, tuple[Attribution, ...]]]:
        for forecast in self.forecasts:
            yield forecast.horizon, forecast.attribution
        for report in self.reports:
            yield report.when, report.attribution
        for relation in self.relations:
            yield relation.when, relation.attribution


def _present(*values: str | None) -> Iterator[str]:
    return (value for value in values if value is not None)


def spans_of(value: object) -> list[Span]:
    """All spans inside records and tuples of records, at any depth."""
    found: list[Span] = []
    _gather(value, found)
    return found


def _gather(value: object, found: list[Span]) -> None:
    if isinstance(value, Span):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, found)
    elif is_dataclass(value):
        for name in _fields_with_spans(value.__class__):
            _gather(getattr(value, name), found)


@cache
def _fields_with_spans(kind: type) -> tuple[str, ...]:
    """The fields of a record in which there can be a span; most fields hold none."""
    return tuple(name for name, hint in get_type_hints(kind).items() if _can_hold_spans(hint))


def _can_hold_spans(hint: Any) -> bool:  # noqa: ANN401 - any annotation of a field
    if hint is Span:
        return True
    if isinstance(hint, type) and is_dataclass(hint):
        return bool(_fields_with_spans(hint))
    return any(_can_hold_spans(part) for part in get_args(hint))
