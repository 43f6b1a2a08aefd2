"""Full-text search over the quotes of statements and the texts of documents."""
# ruff: noqa: S608 - what is put into SQL are names of our own tables and columns

from dataclasses import dataclass

from khaldun.store.database import Database
from khaldun.store.kinds import Kind
from khaldun.store.listing import cursor, position_of
from khaldun.store.words import match

_QUOTES, _TEXTS = 0, 1
_AROUND = 24  # words of a text that are shown around what was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where words were found: in the evidence of a statement, or in the text of a document.

    `record` is the id of the statement, None where the hit is in a text; `snippet` is the
    evidence, or the words of the text around what was found.
    """

    document: str
    source: str
    snippet: str
    kind: Kind
    record: str | None = None


class Searching:
    """The full-text search of a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self, words: str, *, limit: int | None, after: str | None
    ) -> tuple[list[Hit], str | None]:
        """Where all of these words are found, statements first, and the key of the next page.

        Words between quotation marks must stand together.

        Raises:
            UsageError: `after` is not the key of a page.
        """
        part, key = (int(p) for p in position_of(after)) if after else (_QUOTES, 0)
        most = -1 if limit is None else limit + 1
        found = []
        if part == _QUOTES:
            found = self._quotes(words, key, most)
            key = 0
        if limit is None or len(found) <= limit:
            most = -1 if limit is None else limit + 1 - len(found)
            found = [*found, *self._texts(words, key, most)]
        if limit is None or len(found) <= limit:
            return [hit for _, _, hit in found], None
        last = found[limit - 1] if limit else (part, key, None)
        return [hit for _, _, hit in found[:limit]], cursor(last[:2])

    def _quotes(self, words: str, key: int, most: int) -> list[tuple[int, int, Hit]]:
        rows = self._database.rows(
            "SELECT i.key, i.document, d.source, q.quote, i.kind, i.id FROM quote_index q "
            "CROSS JOIN item i ON i.key = q.rowid JOIN document d ON d.id = i.document "
            "WHERE quote_index MATCH ? AND q.rowid > ? ORDER BY q.rowid LIMIT ?",
            (match(words), key, most),
        )
        return [
            (
                _QUOTES,
                row[0],
                Hit(
                    document=row[1], source=row[2], snippet=row[3], kind=Kind(row[4]), record=row[5]
                ),
            )
            for row in rows
        ]

    def _texts(self, words: str, key: int, most: int) -> list[tuple[int, int, Hit]]:
        rows = self._database.rows(
            "SELECT d.key, d.id, d.source, "
            f"snippet(text_index, -1, '', '', '…', {_AROUND}) FROM text_index x "
            "CROSS JOIN document d ON d.key = x.rowid "
            "WHERE text_index MATCH ? AND x.rowid > ? ORDER BY x.rowid LIMIT ?",
            (match(words), key, most),
        )
        return [
            (
                _TEXTS,
                row[0],
                Hit(document=row[1], source=row[2], snippet=row[3], kind=Kind.DOCUMENT),
            )
            for row in rows
        ]
