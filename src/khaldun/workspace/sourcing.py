"""Where what is added comes from: sources that are coded now, documents that come coded."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from khaldun.errors import ContractError
from khaldun.exchange.json import from_json
from khaldun.record import CodedDocument, CoderIdentity, Document, Problem
from khaldun.workspace.adding import Reading, location_of
from khaldun.workspace.codes import CODING_FAILED

CODED_SUFFIXES = (".jsonl", ".ndjson")
_SQLITE_ENDS = ("", "-wal", "-shm", "-journal")


def come_coded(source: str | Path) -> bool:
    """Whether a source holds coded documents, as JSON Lines."""
    return Path(source).suffix.lower() in CODED_SUFFIXES


def coded_lines(paths: Iterable[str | Path], record: Path) -> Iterator[Reading]:
    """The coded documents of files of JSON Lines, and a Problem for each line that is none."""
    for path in paths:
        location = location_of(str(path), record)
        try:
            with Path(path).open("rb") as lines:
                for number, line in enumerate(lines, start=1):
                    if line.strip():
                        yield _of_line(line, f"{location}#{number}")
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            problem = Problem(code=CODING_FAILED, source=str(path), message=message)
            yield Reading(location=location, result=problem)


def of_documents(documents: Iterable[CodedDocument | Problem]) -> Iterator[Reading]:
    """Documents that come coded, under their own ids where they have no address."""
    for one in documents:
        location = one.source if isinstance(one, Problem) else one.document.id
        yield Reading(location=location, result=one)


def coded_now(
    sources: Iterable[str | Path],
    *,
    record: Path,
    workers: int,
    published: date | str | None,
    known: Callable[[str, Document], bool],
) -> Iterator[Reading]:
    """Sources read and coded, but for documents that are `known` under their location."""
    # The parser takes its time to load, which reading a record should not.
    from khaldun.workspace.coder import Source, code_all, read_sources

    def unknown() -> Iterator[Source | Problem]:
        for item in read_sources(sources, published):
            if isinstance(item, Problem):
                if not _is_of_record(item.source, record):
                    yield item
            elif not known(place(item), item.document):
                yield item

    def place(item: Source | Problem) -> str:
        return location_of(item.source if isinstance(item, Problem) else item.name, record)

    for item, result in code_all(unknown(), workers):
        yield Reading(location=place(item), result=result)


def _is_of_record(name: str, record: Path) -> bool:
    """Whether a file that cannot be read is the record itself, which may lie among its sources."""
    path = record.absolute()
    return Path(name).absolute() in [path.with_name(path.name + end) for end in _SQLITE_ENDS]


def this_coder() -> CoderIdentity:
    """The coder of this version, as its documents name it."""
    from khaldun.workspace.coder import identity

    return identity()


def _of_line(line: bytes, location: str) -> Reading:
    try:
        coded = from_json(line)
    except ContractError as error:
        problem = Problem(
            code=CODING_FAILED, source=location, message=f"is no coded document: {error}"
        )
        return Reading(location=location, result=problem)
    return Reading(location=coded.document.id, result=coded)
