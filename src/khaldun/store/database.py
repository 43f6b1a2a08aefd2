"""The file of a record: opening it, transactions, and what goes wrong said in words."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from khaldun.errors import (
    DamagedRecordError,
    FullDiskError,
    LockedRecordError,
    NewerRecordError,
    NotARecordError,
    ReadOnlyRecordError,
    StoreError,
)
from khaldun.store.schema import APPLICATION, MIGRATIONS, NEWEST

Value = str | int | float | bytes | None
Row = tuple[Any, ...]
PATIENCE = 60.0  # seconds to wait for another writer
_CACHE = -200_000  # kibibytes of pages to keep
_CHECKPOINT = 32_000  # pages that the WAL may hold before they go to the file
_LONGEST_LIST = 500
_FULL_DISK = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_FSYNC")


class Database:
    """One connection to the file of a record; not to be shared between threads.

    Raises:
        NotARecordError: there is no record at `path` and none may be made, or it is a folder
            or another kind of file.
        NewerRecordError: a later version of Khaldun wrote it.
        DamagedRecordError: it cannot be read.
        LockedRecordError, ReadOnlyRecordError: it cannot be opened for writing.
    """

    def __init__(self, path: Path, *, read_only: bool = False, patience: float = PATIENCE) -> None:
        self.path = path
        self.read_only = read_only
        _check_path(path, read_only=read_only)
        with self._explained():
            self._connection = _connect(path, read_only=read_only, patience=patience)
        try:
            with self._explained():
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def is_outdated(self) -> bool:
        """Whether the record has an older schema; opening it for writing brings it up to date."""
        return self._pragma("user_version") < NEWEST

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that `sql` gives."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row that `sql` gives, if any."""
        try:
            found: Row | None = self._connection.execute(sql, values).fetchone()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error
        return found

    def rows_among(self, sql: str, values: Iterable[Value]) -> Iterator[Row]:
        """The rows of `sql`, whose `{}` stands for a list of values, for values of any number."""
        wanted = list(values)
        for start in range(0, len(wanted), _LONGEST_LIST):
            part = wanted[start : start + _LONGEST_LIST]
            yield from self.rows(sql.format(marks(part)), part)

    def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; the row id of what it inserted."""
        try:
            return self._connection.execute(sql, values).lastrowid or 0
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def execute_many(self, sql: str, values: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each of many values."""
        values = list(values)
        if not values:
            return
        try:
            self._connection.executemany(sql, values)
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything within is written at once and is durable when the block is left.

        Within another transaction it is a part of that one.
        """
        if self._connection.in_transaction:
            yield
            return
        with self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._explained():
                self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def backup(self, target: Path) -> None:
        """Write a whole copy of the record, as of now, to a file that is not there yet."""
        with self._explained():
            self._connection.execute("VACUUM INTO ?", (str(target),))

    def _prepare(self) -> None:
        application = self._pragma("application_id")
        if application != APPLICATION:
            self._make(empty=application == 0 and not self._pragma("schema_version"))
        self._check_version()
        if not self.read_only:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
            self._migrate()

    def _make(self, *, empty: bool) -> None:
        # Another process may be making the same record at this moment.
        if not empty or self.read_only:
            raise NotARecordError(f"{self.path} is not a record of Khaldun")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(f"PRAGMA application_id = {APPLICATION}")
        self._connection.execute("COMMIT")

    def _check_version(self) -> None:
        version = self._pragma("user_version")
        if version > NEWEST:
            raise NewerRecordError(
                f"{self.path} has schema {version}; this Khaldun knows schemas up to {NEWEST}. "
                "Open it with the version that wrote it, or a later one."
            )

    def _migrate(self) -> None:
        if self._pragma("user_version") == NEWEST:
            return
        with self.transaction():
            for number in range(self._pragma("user_version"), NEWEST):
                for statement in _statements(MIGRATIONS[number]):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {number + 1}")

    def _pragma(self, name: str) -> int:
        return int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise explain(error, self.path) from error


def marks(values: Sequence[object]) -> str:
    """As many question marks as there are values, for a list in SQL."""
    return ", ".join("?" * len(values))


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """What went wrong, as one of ours, with what to do about it."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name in _FULL_DISK:
        return FullDiskError(
            f"there is no room to write {path}; free some and run the same again: "
            "it goes on where it stopped"
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LockedRecordError(
            f"another process has kept {path} locked; wait until it is done and try again"
        )
    if name.startswith("SQLITE_NOTADB"):
        return NotARecordError(f"{path} is not a record of Khaldun")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR_SHORT_READ")):
        return DamagedRecordError(
            f"{path} is damaged ({error}); go back to a backup, or add the sources to a new record"
        )
    if name.startswith("SQLITE_READONLY"):
        return ReadOnlyRecordError(f"{path} may not be written; check its permissions")
    if name.startswith("SQLITE_CANTOPEN"):
        return ReadOnlyRecordError(
            f"{path} cannot be opened; check the permissions of it and of its folder"
        )
    return StoreError(f"{path}: {error}")


def _check_path(path: Path, *, read_only: bool) -> None:
    if path.is_dir():
        raise NotARecordError(f"{path} is a folder; name a file, such as {path / 'my.khaldun'}")
    if not path.exists():
        if read_only:
            raise NotARecordError(f"there is no record at {path}")
        if not path.parent.is_dir():
            raise NotARecordError(f"there is no folder {path.parent} to keep {path.name} in")


def _connect(path: Path, *, read_only: bool, patience: float) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=patience, isolation_level=None
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute(f"PRAGMA cache_size = {_CACHE}")
    return connection


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would commit between them."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""
