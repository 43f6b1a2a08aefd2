"""The one place that joins reading, coding and exchange: sources in, coded documents out."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from khaldun.coding import chain
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Sentence, parse
from khaldun.errors import UsageError
from khaldun.reading import iter_source, read_bytes, read_text
from khaldun.record import CodedDocument, Document, Problem, Span

CODING_FAILED = "C001"
STANDARD_INPUT = "-"
Result = CodedDocument | Problem


def code(text_or_path: str | Path, published: date | str | None = None) -> CodedDocument:
    """What one document says.

    A `Path`, or a string that names a file, is read; any other string is the text itself.
    `published` overrides whatever the document says of its date.

    Raises:
        UsageError: the source cannot be read or holds no single document; the message is the
            Problem, with its code.
    """
    coded = _code_one(_only_document(text_or_path, published))
    if isinstance(coded, Problem):
        raise UsageError(str(coded))
    return coded


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
    draft = chain.draft_of(_only_document(text_or_path, published))
    sentences = draft.syntax.sentences
    if not 1 <= sentence <= len(sentences):
        raise UsageError(f"there is no sentence {sentence}; the text has {len(sentences)}")
    return Explanation(draft=draft, sentence=sentences[sentence - 1])


def sentences_of(text_or_path: str | Path) -> tuple[Span, ...]:
    """The coded sentences of one document, in the order that `explain` numbers them.

    Raises:
        UsageError: the source cannot be read.
    """
    document = _only_document(text_or_path, None)
    sentences = parse(document).sentences
    return tuple(document.span(sentence.start, sentence.end) for sentence in sentences)


def drafts(
    sources: Iterable[str | Path], published: date | str | None = None
) -> Iterator[Draft | Problem]:
    """All that the chain made of each document on its way, for those who ask why."""
    for item in _read_all(sources, published):
        yield item if isinstance(item, Problem) else chain.draft_of(item)


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
        pending: deque[Future[Result] | Problem] = deque()
        with self._executor() as executor:
            for item in _read_all(sources, self.published):
                pending.append(self._submit(executor, item))
                while len(pending) >= 2 * self.workers:
                    yield _result(pending.popleft())
            while pending:
                yield _result(pending.popleft())

    def _executor(self) -> ProcessPoolExecutor | nullcontext[None]:
        if self.workers == 1:
            return nullcontext()
        # A forked child would inherit locks that another thread of the caller may hold.
        return ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"))

    @staticmethod
    def _submit(executor: Executor | None, item: Document | Problem) -> Future[Result] | Problem:
        if isinstance(item, Problem):
            return item
        if executor is not None:
            return executor.submit(_code_one, item)
        future: Future[Result] = Future()
        future.set_result(_code_one(item))
        return future


def _result(pending: Future[Result] | Problem) -> Result:
    return pending if isinstance(pending, Problem) else pending.result()


def _code_one(document: Document) -> Result:
    """The coded document, or a Problem: one bad document must not end a run over many."""
    try:
        return chain.code_document(document)
    except Exception as error:
        message = f"could not be coded: {type(error).__name__}: {error}"
        return Problem(code=CODING_FAILED, source=document.id, message=message)


def _read_all(
    sources: Iterable[str | Path], published: date | str | None
) -> Iterator[Document | Problem]:
    day = _day(published)
    for source in sources:
        if source == STANDARD_INPUT:
            yield _read_standard_input(day)
        else:
            yield from iter_source(source, published=day)


def _read_standard_input(published: date | None) -> Document | Problem:
    return read_bytes(sys.stdin.buffer.read(), name="<stdin>", published=published)


def _only_document(text_or_path: str | Path, published: date | str | None) -> Document:
    if _is_path(text_or_path):
        results = list(_read_all([text_or_path], published))
    else:
        results = [read_text(str(text_or_path), published=_day(published))]
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
