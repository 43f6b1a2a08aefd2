"""From sources to coded documents: reading and coding joined."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Self

from khaldun.coding import chain
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Sentence, parse
from khaldun.errors import UsageError
from khaldun.reading import find_files, read_bytes, read_file, read_text
from khaldun.reading import versions as reading_versions
from khaldun.record import CodedDocument, CoderIdentity, Document, Problem, Span
from khaldun.workspace.codes import CODING_FAILED, PROCESS_DIED

STANDARD_INPUT = "-"
Result = CodedDocument | Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document with the name that a person knows it by."""

    name: str
    document: Document


def code(text_or_path: str | Path, published: date | str | None = None) -> CodedDocument:
    """What one document says.

    A `Path`, or a string that names a file, is read; any other string is the text itself.
    `published` overrides whatever the document says of its date.

    Raises:
        UsageError: the source cannot be read or holds no single document; the message is the
            Problem, with its code.
    """
    coded = _code_one(_only_source(text_or_path, published))
    if isinstance(coded, Problem):
        raise UsageError(str(coded))
    return coded


def versions() -> tuple[tuple[str, str], ...]:
    """Name and version of everything that decides a result, in order of the name."""
    read = ((f"reading:{name}", version) for name, version in reading_versions())
    return tuple(sorted((*chain.versions(), *read)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One sentence of a document with everything the chain made of the document."""

    draft: Draft
    sentence: Sentence


def explain(
    text_or_path: str | Path, *, sentence: int, published: date | str | None = None
) -> Explanation:
    """How the coder read sentence number `sentence` (from 1).

    Raises:
        UsageError: the source cannot be read, or has no such sentence.
    """
    draft = chain.draft_of(_only_source(text_or_path, published).document)
    sentences = draft.syntax.sentences
    if not 1 <= sentence <= len(sentences):
        raise UsageError(f"there is no sentence {sentence}; the text has {len(sentences)}")
    return Explanation(draft=draft, sentence=sentences[sentence - 1])


def sentences_of(text_or_path: str | Path) -> tuple[Span, ...]:
    """The coded sentences of one document, in the order that `explain` numbers them.

    Raises:
        UsageError: the source cannot be read.
    """
    document = _only_source(text_or_path, None).document
    sentences = parse(document).sentences
    return tuple(document.span(sentence.start, sentence.end) for sentence in sentences)


def drafts(
    sources: Iterable[str | Path], published: date | str | None = None
) -> Iterator[Draft | Problem]:
    """All that the chain made of each document on its way, for those who ask why."""
    for item in read_sources(sources, published):
        yield item if isinstance(item, Problem) else chain.draft_of(item.document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Codes many documents; the results are the same bytes with any number of workers.

    `published` is given to every document. With more than one worker, documents are coded in
    processes of their own.
    """

    published: date | str | None = None
    workers: int = 1

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise UsageError(f"{self.workers} workers cannot work; ask for one or more")

    def code(self, sources: Iterable[str | Path]) -> Iterator[Result]:
        """A CodedDocument for each document of the sources, and a Problem for what was lost.

        Sources are paths of files and folders, or "-" for standard input. The order is that
        of the sources and of the documents in them.
        """
        items = read_sources(sources, self.published)
        yield from (result for _, result in code_all(items, self.workers))


def code_all(
    items: Iterable[Source | Problem], workers: int
) -> Iterator[tuple[Source | Problem, Result]]:
    """Each item with its result, in the order of the items, of which only a few are held."""
    if workers == 1:
        yield from ((item, _result_of(item)) for item in items)
        return
    pending: deque[tuple[Source | Problem, Future[Result] | None]] = deque()
    with _Pool(workers) as pool:
        for item in items:
            future = None if isinstance(item, Problem) else pool.submit(item)
            pending.append((item, future))
            if len(pending) > 2 * workers:
                yield _waited(*pending.popleft())
        while pending:
            yield _waited(*pending.popleft())


def _waited(
    item: Source | Problem, future: Future[Result] | None
) -> tuple[Source | Problem, Result]:
    return item, _wait(item, future)


class _Pool:
    """Processes that code documents; replaced when one of them dies."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._executor = _processes(workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(cancel_futures=True)

    def submit(self, source: Source) -> Future[Result]:
        try:
            return self._executor.submit(_code_one, source)
        except BrokenProcessPool:
            self._executor = _processes(self._workers)
            return self._executor.submit(_code_one, source)


def _processes(number: int) -> ProcessPoolExecutor:
    # A forked child would inherit locks that another thread of the caller may hold.
    return ProcessPoolExecutor(number, mp_context=get_context("spawn"))


def _wait(item: Source | Problem, future: Future[Result] | None) -> Result:
    """The result for `item`; when a process died, this one is tried again on its own."""
    if isinstance(item, Problem) or future is None:
        return _result_of(item)
    try:
        return future.result()
    except BrokenProcessPool:
        return _code_alone(item)


def _code_alone(source: Source) -> Result:
    with _processes(1) as executor:
        try:
            return executor.submit(_code_one, source).result()
        except BrokenProcessPool:
            message = "the process that coded it died; it may need more memory than there is"
            return Problem(code=PROCESS_DIED, source=source.name, message=message)


def _result_of(item: Source | Problem) -> Result:
    return item if isinstance(item, Problem) else _code_one(item)


def _code_one(source: Source) -> Result:
    """The coded document, or a Problem: one bad document must not end a run over many."""
    try:
        return _with_versions(chain.code_document(source.document))
    except Exception as error:
        message = f"could not be coded: {type(error).__name__}: {error}"
        return Problem(code=CODING_FAILED, source=source.name, message=message)


def read_sources(
    sources: Iterable[str | Path], published: date | str | None
) -> Iterator[Source | Problem]:
    """The documents of the sources, and a Problem for what could not be read, in their order."""
    day = _day(published)
    for source in sources:
        if source == STANDARD_INPUT:
            yield _named("<stdin>", _read_standard_input(day))
            continue
        for path in find_files(source):
            if isinstance(path, Problem):
                yield path
            else:
                yield _named(str(path), read_file(path, published=day))


def _named(name: str, result: Document | Problem) -> Source | Problem:
    return result if isinstance(result, Problem) else Source(name=name, document=result)


def _read_standard_input(published: date | None) -> Document | Problem:
    return read_bytes(sys.stdin.buffer.read(), name="<stdin>", published=published)


def _only_source(text_or_path: str | Path, published: date | str | None) -> Source:
    if _is_path(text_or_path):
        results = list(read_sources([text_or_path], published))
    else:
        results = [_named("text", read_text(str(text_or_path), published=_day(published)))]
    if len(results) != 1:
        raise UsageError(f"{text_or_path} holds {len(results)} documents; name one, or use Coder")
    if isinstance(results[0], Problem):
        raise UsageError(str(results[0]))
    return results[0]


def _is_path(text_or_path: str | Path) -> bool:
    """Whether a path is meant: a Path, a name without white space, or the name of a file."""
    if isinstance(text_or_path, Path) or text_or_path == STANDARD_INPUT:
        return True
    if not text_or_path or "\n" in text_or_path or len(text_or_path) > 1000:
        return False
    return not any(c.isspace() for c in text_or_path) or _exists(text_or_path)


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _day(published: date | str | None) -> date | None:
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise UsageError(f"{published!r} is no day; write it as 2020-08-20") from error


def identity() -> CoderIdentity:
    """This coder, naming beside its own versions those of the rules that read documents."""
    return replace(chain.identity(), resources=versions())


def _with_versions(coded: CodedDocument) -> CodedDocument:
    """The document naming, beside the coder's versions, those of the rules that read it."""
    return replace(coded, coder=replace(coded.coder, resources=versions()))
