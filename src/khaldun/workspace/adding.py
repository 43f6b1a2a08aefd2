"""Adds documents to a record: each once, each whole, each acknowledged when it is durable."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from khaldun.errors import UsageError
from khaldun.record import CodedDocument, Document, Problem, Selection
from khaldun.store import Arrival, Kind, Sighting, Store, Unsettled, entry_of_problem
from khaldun.workspace.additions import Acknowledge, Addition, Outcome
from khaldun.workspace.codes import CODING_FAILED
from khaldun.workspace.collecting import without_collector
from khaldun.workspace.identity import coder_digest, document_of_record, made_id
from khaldun.workspace.projecting import Projecting

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A coded document, or why there is none, with the location that it was read from."""

    location: str
    result: CodedDocument | Problem


class Adding:
    """Writes what was read and coded."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._projecting = Projecting(store)

    def write(
        self, readings: Iterable[Reading], acknowledge: Acknowledge, *, together: int = 1
    ) -> Counter[Outcome]:
        """Write readings, `together` in one transaction; a document is never written in part."""
        counts: Counter[Outcome] = Counter()
        for part in batches(readings, together):
            with without_collector(), self._store.transaction():
                additions = self._write_part(part)
            for addition in additions:
                counts[addition.outcome] += 1
                acknowledge(addition)
        return counts

    def known(self, document: Document, *, location: str, coder: str) -> Addition | None:
        """That a document need not be coded, if it need not: this coder has coded it.

        Where it was read at a new location, that is written.
        """
        document = document_of_record(document)
        place = _location(document, location)
        origin = self._store.documents.origin(document.id)
        if origin is None or origin.coder != coder:
            return None
        outcome = Outcome.KNOWN
        if self._store.documents.current_at(place) != document.id:
            outcome = Outcome.EDITION
            with self._store.transaction():
                source = _source(document, location)
                self._add_edition(Sighting(document=document, location=place, source=source))
        return Addition(source=location, outcome=outcome, document=document.id)

    def _write_part(self, part: Sequence[Reading]) -> list[Addition]:
        """Write readings within one transaction: all that are plainly new at once."""
        arrivals = [_arrived(reading) for reading in part]
        new = self._plainly_new([a for a in arrivals if isinstance(a, Arrival)])
        self._write_new([a for a in arrivals if isinstance(a, Arrival) and a.location in new])
        additions = []
        for reading, arrival in zip(part, arrivals, strict=True):
            if isinstance(arrival, Problem):
                additions.append(self._write_problem(arrival, reading.location))
            elif arrival.location in new:
                additions.append(_addition(arrival, reading.location, Outcome.NEW))
            else:
                outcome = self._write_document(arrival)
                additions.append(_addition(arrival, reading.location, outcome))
        self._forget_problems(r.location for r in part if not isinstance(r.result, Problem))
        return additions

    def _plainly_new(self, arrivals: Sequence[Arrival]) -> set[str]:
        """The locations of documents that are not in the record, where none was read before."""
        ids, locations = (
            Counter(a.document.id for a in arrivals),
            Counter(a.location for a in arrivals),
        )
        known = self._store.documents.origins(ids)
        read = self._store.documents.read_at(locations)
        return {
            a.location
            for a in arrivals
            if ids[a.document.id] == locations[a.location] == 1
            and a.document.id not in known
            and a.location not in read
        }

    def _write_new(self, arrivals: Sequence[Arrival]) -> None:
        keys = self._store.documents.put_new(arrivals)
        self._projecting.project_new((a.document.id, a.coded) for a in arrivals)
        self._store.settling.mark(Unsettled.TEXT, keys)

    def _write_problem(self, problem: Problem, location: str) -> Addition:
        problem = Problem(code=problem.code, source=location, message=problem.message)
        id_ = made_id("problem", problem.code, problem.source, problem.message)
        self._store.items.put(entry_of_problem(problem, id=id_))
        return Addition(source=location, outcome=Outcome.PROBLEM, problem=problem)

    def _write_document(self, arrival: Arrival) -> Outcome:
        """Write a document that is in the record, or is read where another was."""
        documents, id_ = self._store.documents, arrival.document.id
        replaced = documents.current_at(arrival.location)
        if documents.origin(id_) is None:
            self._write_new([arrival])
            self._replace(replaced)
            return Outcome.NEW
        recoded = documents.put_again(arrival.coded, id_, coder=arrival.coder)
        if replaced != id_:
            self._add_edition(arrival)
        if recoded:
            self._projecting.project(arrival.coded, id_)
            return Outcome.RECODED
        return Outcome.EDITION if replaced != id_ else Outcome.KNOWN

    def _add_edition(self, sighting: Sighting) -> None:
        """Write that a document of the record was read here, in place of what was before."""
        replaced = self._store.documents.current_at(sighting.location)
        self._store.documents.add_editions([sighting])
        self._replace(replaced)
        self._store.documents.refresh(sighting.document.id)
        self._projecting.project_again(sighting.document.id)

    def _replace(self, replaced: str | None) -> None:
        """List no more what a document said that is current nowhere now."""
        if replaced is not None:
            self._store.documents.refresh(replaced)
            self._projecting.project_again(replaced)

    def _forget_problems(self, locations: Iterable[str]) -> None:
        """Take problems off the list whose sources could be read now."""
        listing = self._store.listing
        if not listing.page(Kind.PROBLEM, Selection(), limit=1)[0]:
            return
        for location in locations:
            for item in listing.page(Kind.PROBLEM, Selection(source=location))[0]:
                self._store.items.remove(Kind.PROBLEM, item.id)


def _arrived(reading: Reading) -> Arrival | Problem:
    coded = reading.result
    if isinstance(coded, Problem):
        return coded
    try:
        coded.document.text.encode()
        document = document_of_record(coded.document)
    except (UnicodeEncodeError, UsageError) as error:
        message = f"could not be kept: {error}"
        return Problem(code=CODING_FAILED, source=reading.location, message=message)
    return Arrival(
        document=document,
        coded=coded,
        location=_location(document, reading.location),
        source=_source(document, reading.location),
        coder=coder_digest(coded.coder),
    )


def _addition(arrival: Arrival, source: str, outcome: Outcome) -> Addition:
    return Addition(
        source=source,
        outcome=outcome,
        document=arrival.document.id,
        reports=len(arrival.coded.reports),
        relations=len(arrival.coded.relations),
        forecasts=len(arrival.coded.forecasts),
    )


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    iterator = iter(items)
    while part := list(islice(iterator, size)):
        yield part


def location_of(source: str, record: Path) -> str:
    """The location of a source: a path within the folder of the record is given from there."""
    if source == "<stdin>":
        return source
    path = Path(source).absolute()
    folder = record.absolute().parent
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()


def _location(document: Document, location: str) -> str:
    """The address of a page, which stays when its file is named otherwise, else where it was."""
    return document.url or location


def _source(document: Document, location: str) -> str:
    host = _host(document.url) if document.url else None
    return document.publisher or host or location.rsplit("/", 1)[-1]


def _host(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
