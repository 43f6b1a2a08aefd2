"""Writes coded documents in the format that was asked for, to a file or standard output."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import NamedTemporaryFile

from khaldun.cli.console import console_for
from khaldun.errors import UsageError
from khaldun.record import CodedDocument


@dataclass(frozen=True, slots=True)
class Output:
    """What to write and where: standard output if `path` is None."""

    form: str
    path: Path | None = None
    records: str = "reports"
    spreadsheet_safe: bool = False


def write(documents: Iterable[CodedDocument], output: Output) -> None:
    """Write all `documents`. Where there are none, nothing is written and no file is made.

    Raises:
        UsageError: the file cannot be written.
    """
    remaining = iter(documents)
    first = next(remaining, None)
    if first is None:
        return
    pieces = _pieces(chain([first], remaining), output)
    if output.path is None:
        _print(pieces)
    else:
        save(pieces, output.path)


def _pieces(documents: Iterator[CodedDocument], output: Output) -> Iterator[bytes]:
    """The output, in pieces as they get ready."""
    if output.form == "jsonl":
        from khaldun.exchange.jsonl import to_jsonl

        yield from to_jsonl(documents)
    elif output.form == "html":
        from khaldun.exchange.html import to_html

        yield to_html(list(documents)).encode()
    elif output.form == "csv":
        from khaldun.exchange.csv import to_csv

        text = to_csv(documents, output.records, spreadsheet_safe=output.spreadsheet_safe)
        yield text.encode("utf-8", "replace")
    else:
        yield from _ledgers(documents, to_terminal=output.path is None)


def _ledgers(documents: Iterator[CodedDocument], *, to_terminal: bool) -> Iterator[bytes]:
    """Each document as the table format shows it, with colours only where they can be seen."""
    from khaldun.cli.ledger import print_ledger

    for number, coded in enumerate(documents):
        buffer = io.StringIO()
        console = console_for(buffer, terminal=to_terminal)
        if number:
            console.print("─" * console.width, style="dim")
        print_ledger(console, coded)
        yield buffer.getvalue().encode("utf-8", "replace")


def _print(pieces: Iterator[bytes]) -> None:
    stream = sys.stdout.buffer
    for piece in pieces:
        stream.write(piece)
        stream.flush()


def save(pieces: Iterable[bytes], path: Path) -> None:
    """Write a file whole or not at all.

    Raises:
        UsageError: the file cannot be written.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            # A device or a pipe is written to; it must not be replaced by a file.
            with target.open("wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(pieces, target)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error


def _replace(pieces: Iterable[bytes], path: Path) -> None:
    """Write a file whole or not at all: a reader never meets half of it."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        temporary = Path(stream.name)
        try:
            stream.writelines(pieces)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    temporary.chmod(0o666 & ~_umask())
    temporary.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
