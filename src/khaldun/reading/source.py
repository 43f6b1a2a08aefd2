"""The door of reading: a path, bytes or text in; documents and problems out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khaldun.reading.assembly import Request, assemble, on_day
from khaldun.reading.extract import Extract
from khaldun.reading.folder import files_in
from khaldun.reading.formats import READERS, SUPPORTED, Foreign, Format, format_of
from khaldun.reading.limits import DEFAULT_LIMITS, Limits
from khaldun.reading.problems import ReadingProblem, problem
from khaldun.record import Document, Problem, Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of a source: the documents in it, and what could not be read."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_source(
    source: Path | str,
    *,
    published: date | Publication | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Reading:
    """All documents of a file, or of a folder and the folders in it, in the order of their paths.

    `published` is when they were published, where the caller knows; it is taken over what the
    files say. Raises nothing: what cannot be read is a Problem.
    """
    results = list(iter_source(source, published=published, limits=limits))
    return Reading(
        documents=tuple(r for r in results if isinstance(r, Document)),
        problems=tuple(r for r in results if isinstance(r, Problem)),
    )


def iter_source(
    source: Path | str,
    *,
    published: date | Publication | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Document | Problem]:
    """What `read_source` collects, one by one as the files are read."""
    for path in find_files(source):
        if isinstance(path, Problem):
            yield path
        else:
            yield read_file(path, published=published, limits=limits)


def find_files(source: Path | str) -> list[Path | Problem]:
    """The files that `source` stands for, none of them opened yet; a Problem if there is none."""
    path = Path(source)
    try:
        if path.is_dir():
            return list(files_in(path)) or [_nothing_in(path)]
        if path.exists():
            return [path]
    except (OSError, ValueError) as error:
        return [_unreadable(str(source), error)]
    return [
        problem(
            ReadingProblem.MISSING, str(source), "There is no such file or folder. Check the path."
        )
    ]


def read_file(
    path: Path,
    *,
    published: date | Publication | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Document | Problem:
    """The document in one file."""
    try:
        if not path.is_file():
            return _unreadable(str(path), "it is not a regular file")
        with path.open("rb") as file:
            data = file.read(limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        return _unreadable(str(path), error)
    return read_bytes(data, name=str(path), published=published, limits=limits)


def read_bytes(
    data: bytes,
    *,
    name: str,
    media_type: str | None = None,
    published: date | Publication | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Document | Problem:
    """The document that `data` holds; `name` and `media_type` help to tell its format."""
    refused = _refused(data, name, limits)
    if refused is not None:
        return refused
    kind = format_of(name, data, media_type)
    if isinstance(kind, Foreign):
        return problem(
            ReadingProblem.UNSUPPORTED,
            name,
            f"{kind.name} cannot be read; {SUPPORTED} can. Save it as one of those.",
        )
    return _read(data, kind, _request(name, published, limits))


def read_text(
    text: str,
    *,
    name: str = "text",
    published: date | Publication | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Document | Problem:
    """The document that plain `text` is."""
    return assemble(Extract(text=text), _request(name, published, limits))


def _read(data: bytes, kind: Format, request: Request) -> Document | Problem:
    try:
        extract = READERS[kind](data, request.limits)
        if extract is None:
            return problem(
                ReadingProblem.BINARY,
                request.name,
                f"It is binary, not text; {SUPPORTED} can be read. Save it as one of those.",
            )
        if kind is Format.HTML and not extract.text.strip():
            return problem(
                ReadingProblem.NO_TEXT,
                request.name,
                "The page holds no text of its own; a script may load it. "
                "Save the page from a browser, or copy its text.",
            )
        return assemble(extract, request)
    except (ValueError, LookupError, ArithmeticError, RecursionError, MemoryError) as error:
        # The promise to callers: a file can make one document fail, never the run.
        return problem(
            ReadingProblem.FAILED,
            request.name,
            f"It could not be read ({type(error).__name__}). Save it as plain text in UTF-8.",
        )


def _request(name: str, published: date | Publication | None, limits: Limits) -> Request:
    given = on_day(published) if isinstance(published, date) else published
    return Request(name=name, published=given, limits=limits)


def _refused(data: bytes, name: str, limits: Limits) -> Problem | None:
    if len(data) > limits.max_bytes:
        return problem(
            ReadingProblem.TOO_MANY_BYTES,
            name,
            f"The file is larger than {limits.max_bytes:,} bytes. "
            "Split it into its reports, one a file.",
        )
    if not data.strip():
        return problem(ReadingProblem.EMPTY, name, "The file is empty.")
    return None


def _nothing_in(folder: Path) -> Problem:
    return problem(
        ReadingProblem.NOTHING_IN_FOLDER,
        str(folder),
        f"The folder holds no files. Put {SUPPORTED} into it.",
    )


def _unreadable(name: str, error: object) -> Problem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return problem(
        ReadingProblem.UNREADABLE,
        name,
        f"It cannot be opened: {reason}. Check that it is a file and that you may read it.",
    )
