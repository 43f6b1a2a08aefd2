"""Actors of documents, as distinct descriptions, and the actors of the record that they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khaldun.record import Actor, Joining
from khaldun.store.bodies import decode, encode
from khaldun.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """That an actor of a document (`actor`, its id there) is described as `member`."""

    actor: str
    member: Actor


class Members:
    """The descriptions of actors in a store; each stands for all actors described so."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, document: str, namings: Iterable[Naming]) -> tuple[int, ...]:
        """Write the actors of a document in place of those it had; the keys of what is new.

        Descriptions that no document gives any more are taken out; then the keys of those
        that were joined with them are new again.
        """
        wanted = {naming.actor: naming.member for naming in namings}
        had = self._of_document(document)
        if {actor: member.id for actor, member in wanted.items()} == had:
            return ()
        self._database.execute("DELETE FROM actor WHERE document = ?", (document,))
        self._database.execute_many(
            "INSERT INTO actor VALUES (?, ?, ?)",
            [(document, actor, member.id) for actor, member in wanted.items()],
        )
        new = self._insert({member.id: member for member in wanted.values()})
        gone = sorted({*had.values()} - {member.id for member in wanted.values()})
        return (*new, *(key for member in gone for key in self._drop(member)))

    def put_new(self, named: Iterable[tuple[str, Naming]]) -> tuple[int, ...]:
        """Write the actors of documents that had none, as (document, naming); keys as `put`."""
        namings = list(named)
        self._database.execute_many(
            "INSERT INTO actor VALUES (?, ?, ?)",
            [(document, naming.actor, naming.member.id) for document, naming in namings],
        )
        return self._insert({naming.member.id: naming.member for _, naming in namings})

    def entities(self, members: Iterable[str]) -> dict[str, str]:
        """The actor of the record that each description is held to be."""
        sql = "SELECT id, entity FROM member WHERE id IN ({}) AND entity IS NOT NULL"
        return dict(self._database.rows_among(sql, dict.fromkeys(members)))

    def join(self, member: str, entity: str, *, score: float, reason: str) -> bool:
        """Say which actor of the record a description is; whether it was another before."""
        row = self._database.row("SELECT entity FROM member WHERE id = ?", (member,))
        self._database.execute(
            "UPDATE member SET entity = ?, score = ?, reason = ? WHERE id = ?",
            (entity, score, reason, member),
        )
        return row is not None and row[0] is not None and row[0] != entity

    def among(self, keys: Iterable[int]) -> Iterator[tuple[int, Actor, str | None]]:
        """Descriptions by their numbers, each with the actor of the record that it is."""
        sql = "SELECT key, body, entity FROM member WHERE key IN ({})"
        for key, body, entity in self._database.rows_among(sql, keys):
            yield key, decode(body, Actor), entity

    def of_entity(self, entity: str) -> tuple[str, ...]:
        """The ids of the descriptions of an actor of the record."""
        sql = "SELECT id FROM member WHERE entity = ? ORDER BY id"
        return tuple(row[0] for row in self._database.rows(sql, (entity,)))

    def keys(self, members: Iterable[str]) -> tuple[int, ...]:
        """The numbers of descriptions that are in the record."""
        sql = "SELECT key FROM member WHERE id IN ({})"
        return tuple(row[0] for row in self._database.rows_among(sql, members))

    def documents(self, members: Iterable[str]) -> tuple[str, ...]:
        """The documents that name one of these."""
        sql = "SELECT DISTINCT document FROM actor WHERE member IN ({})"
        return tuple(sorted({row[0] for row in self._database.rows_among(sql, members)}))

    def naming(self, document: str, actor: str) -> str | None:
        """The description of an actor of a document."""
        return self._of_document(document).get(actor)

    def joinings(self, entity: str) -> tuple[Joining, ...]:
        """Every actor of a document that is held to be this actor of the record, and why."""
        rows = self._database.rows(
            "SELECT document, actor, score, reason FROM actor a JOIN member m ON m.id = a.member "
            "WHERE m.entity = ? ORDER BY document, actor",
            (entity,),
        )
        return tuple(Joining(document=d, actor=a, score=s, reason=r) for d, a, s, r in rows)

    def _of_document(self, document: str) -> dict[str, str]:
        sql = "SELECT actor, member FROM actor WHERE document = ?"
        return dict(self._database.rows(sql, (document,)))

    def _insert(self, members: dict[str, Actor]) -> tuple[int, ...]:
        known = {
            row[0]
            for row in self._database.rows_among(
                "SELECT id FROM member WHERE id IN ({})", list(members)
            )
        }
        sql = "INSERT INTO member (id, body) VALUES (?, ?)"
        return tuple(
            self._database.execute(sql, (id_, encode(member)))
            for id_, member in members.items()
            if id_ not in known
        )

    def _drop(self, member: str) -> tuple[int, ...]:
        """Take a description out unless a document still gives it; the keys of its company."""
        if self._database.row("SELECT 1 FROM actor WHERE member = ? LIMIT 1", (member,)):
            return ()
        row = self._database.row("SELECT key, entity FROM member WHERE id = ?", (member,))
        if row is None:
            return ()
        self._database.execute("DELETE FROM member WHERE key = ?", (row[0],))
        self._database.execute(
            "DELETE FROM shared_key WHERE kind = 'member' AND item = ?", (row[0],)
        )
        rows = self._database.rows("SELECT key FROM member WHERE entity = ?", (row[1],))
        return tuple(row[0] for row in rows)
