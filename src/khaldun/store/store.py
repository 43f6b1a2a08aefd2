"""The store: one file, with a part for each thing that is kept in it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from khaldun.errors import UsageError
from khaldun.store.database import PATIENCE, Database
from khaldun.store.decisions import Decisions
from khaldun.store.documents import Documents
from khaldun.store.items import Items
from khaldun.store.listing import Listing
from khaldun.store.members import Members
from khaldun.store.searching import Searching
from khaldun.store.settling import Settling
from khaldun.store.verifying import Finding, Verifying


class Store:
    """The SQLite file of a record.

    It keeps what it is given and knows nothing of how it was made. Several processes may read
    and write one file; one `Store` is for one thread.

    Raises:
        StoreError: the file cannot be used, as `Database` says.
    """

    def __init__(
        self, path: str | Path, *, read_only: bool = False, patience: float = PATIENCE
    ) -> None:
        self._database = Database(Path(path), read_only=read_only, patience=patience)
        self.items = Items(self._database)
        self.documents = Documents(self._database, self.items)
        self.members = Members(self._database)
        self.settling = Settling(self._database)
        self.decisions = Decisions(self._database)
        self.listing = Listing(self._database)
        self.searching = Searching(self._database)

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only."""
        return self._database.read_only

    @property
    def is_outdated(self) -> bool:
        """Whether it has an older schema; opening it for writing brings it up to date."""
        return self._database.is_outdated()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def transaction(self) -> AbstractContextManager[None]:
        """What is written within is written at once, and durable when the block is left."""
        return self._database.transaction()

    def backup(self, target: str | Path) -> None:
        """Write a copy of the whole record as it is now, while others go on writing.

        Raises:
            UsageError: there is a file at `target`.
        """
        if Path(target).exists():
            raise UsageError(f"{target} exists; name a file that does not")
        self._database.backup(Path(target))

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong with the record: its file, quotes, ids and decisions."""
        return Verifying(self._database, self.documents, self.decisions).findings()
