"""Adds documents to a record: each once, each whole, each acknowledged when it is durable."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from khaldun.record import CodedDocument, Document, Problem, Selection
from khaldun.store import Kind, Store, Unsettled, entry_of_problem
from khaldun.workspace.additions import Acknowledge, Addition, Outcome
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
            with self._store.transaction():
                additions = [self._write_one(reading) for reading in part]
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
                self._add_edition(document, place, new=False)
        return Addition(source=location, outcome=outcome, document=document.id)

    def _write_one(self, reading: Reading) -> Addition:
        if isinstance(reading.result, Problem):
            return self._write_problem(reading.result, reading.location)
        return self._write_document(reading.result, reading.location)

    def _write_problem(self, problem: Problem, location: str) -> Addition:
        problem = Problem(code=problem.code, source=location, message=problem.message)
        id_ = made_id("problem", problem.code, problem.source, problem.message)
        self._store.items.put(entry_of_problem(problem, id=id_))
        return Addition(source=location, outcome=Outcome.PROBLEM, problem=problem)

    def _write_document(self, coded: CodedDocument, location: str) -> Addition:
        document, coder = document_of_record(coded.document), coder_digest(coded.coder)
        place = _location(document, location)
        before = self._store.items.get(Kind.DOCUMENT, document.id)
        moved = self._store.documents.current_at(place) != document.id
        self._store.documents.put(coded, document, coder=coder)
        after = self._store.items.get(Kind.DOCUMENT, document.id)
        recoded = before is not None and after is not None and before.version != after.version
        if moved:
            self._add_edition(document, place, new=before is None)
        if before is None or recoded:
            self._projecting.project(coded, document.id, new=before is None)
        if before is None and after is not None:
            self._mark_text(document.id)
        self._forget_problems(location)
        return Addition(
            source=location,
            outcome=_outcome(new=before is None, recoded=recoded, moved=moved),
            document=document.id,
            reports=len(coded.reports),
            relations=len(coded.relations),
            forecasts=len(coded.forecasts),
        )

    def _mark_text(self, document: str) -> None:
        origin = self._store.documents.origin(document)
        if origin is not None:
            self._store.settling.mark(Unsettled.TEXT, [origin.key])

    def _add_edition(self, document: Document, location: str, *, new: bool) -> None:
        """Write that a document was read here; what was read here before may be current no more."""
        replaced = self._store.documents.current_at(location)
        self._store.documents.add_edition(
            document.id, location=location, source=_source(document, location)
        )
        for id_ in (document.id, replaced):
            if id_ is not None:
                self._store.documents.refresh(id_)
        if replaced is not None:
            self._projecting.project_again(replaced)
        if not new:
            self._projecting.project_again(document.id)

    def _forget_problems(self, location: str) -> None:
        found, _ = self._store.listing.page(Kind.PROBLEM, Selection(source=location))
        for item in found:
            self._store.items.remove(Kind.PROBLEM, item.id)


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


def _outcome(*, new: bool, recoded: bool, moved: bool) -> Outcome:
    if new:
        return Outcome.NEW
    if recoded:
        return Outcome.RECODED
    return Outcome.EDITION if moved else Outcome.KNOWN


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
