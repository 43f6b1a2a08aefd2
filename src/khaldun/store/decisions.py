"""What people decided: a log that is only added to, each line sealed by the one before it."""

import hashlib
from collections.abc import Iterator

from khaldun.record import Decision
from khaldun.store.bodies import decode, encode
from khaldun.store.database import Database

_COLUMNS = "SELECT sequence, body, hash FROM decision"


class Decisions:
    """The decisions in a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_sequence(self) -> int:
        """The number that the next decision gets; to be asked within its transaction."""
        row = self._database.row("SELECT coalesce(max(sequence), 0) + 1 FROM decision")
        return int(row[0]) if row else 1

    def head(self) -> str:
        """The seal of the last decision, empty where there is none."""
        row = self._database.row("SELECT hash FROM decision ORDER BY sequence DESC LIMIT 1")
        return row[0] if row else ""

    def add(self, decision: Decision) -> None:
        """Write a decision."""
        body = encode(decision)
        self._database.execute(
            "INSERT INTO decision (sequence, record, body, hash) VALUES (?, ?, ?, ?)",
            (decision.sequence, decision.record, body, seal(self.head(), body)),
        )

    def get(self, sequence: int) -> Decision | None:
        """The decision with this number."""
        row = self._database.row("SELECT body FROM decision WHERE sequence = ?", (sequence,))
        return decode(row[0], Decision) if row else None

    def of(self, record: str) -> tuple[Decision, ...]:
        """The decisions of a record, in their order."""
        rows = self._database.rows(
            "SELECT body FROM decision WHERE record = ? ORDER BY sequence", (record,)
        )
        return tuple(decode(row[0], Decision) for row in rows)

    def after(self, sequence: int, limit: int | None = None) -> tuple[Decision, ...]:
        """The decisions after a number, in their order."""
        rows = self._database.rows(
            "SELECT body FROM decision WHERE sequence > ? ORDER BY sequence LIMIT ?",
            (sequence, -1 if limit is None else limit),
        )
        return tuple(decode(row[0], Decision) for row in rows)

    def set_ground(self, record: str, document: str, digest: str) -> None:
        """Write the digest of what a decided statement is now, empty where it is no more."""
        self._database.execute(
            "INSERT INTO ground VALUES (?, ?, ?) "
            "ON CONFLICT (record) DO UPDATE SET document = excluded.document, "
            "digest = excluded.digest",
            (record, document, digest),
        )

    def ground(self, record: str) -> tuple[str, str] | None:
        """The document of a decided statement and the digest of what it is now."""
        row = self._database.row("SELECT document, digest FROM ground WHERE record = ?", (record,))
        return (row[0], row[1]) if row else None

    def decided(self, document: str) -> tuple[str, ...]:
        """The statements of a document that were decided on."""
        rows = self._database.rows(
            "SELECT record FROM ground WHERE document = ? ORDER BY record", (document,)
        )
        return tuple(row[0] for row in rows)

    def sealed(self) -> Iterator[tuple[int, bytes, str]]:
        """Number, body and seal of each decision, in their order."""
        yield from self._database.rows(f"{_COLUMNS} ORDER BY sequence")


def seal(before: str, body: bytes) -> str:
    """The seal of a decision that follows the one sealed `before`."""
    return hashlib.sha256(before.encode() + body).hexdigest()
