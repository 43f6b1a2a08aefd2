"""Gold items as the program itself would read them, with gold offsets carried over.

Items go through the plain-text reader, so that datelines, bylines and line wraps are told apart
as for any user. Reading changes white space and invisible characters only; where it changes
more, or refuses an item (too short to tell its language), the text is taken as it stands.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.gold import Row
from khaldun.reading import read_text
from khaldun.record import Document, Publication, PublicationBasis

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A document, and where each visible character of the gold text stands in it."""

    document: Document
    positions: tuple[int, ...]

    def at(self, stretch: Offsets) -> Offsets:
        """Where a stretch of the gold text stands in the document; empty if it has no words."""
        places = [p for p in self.positions[stretch[0] : stretch[1]] if p >= 0]
        return (places[0], places[-1] + 1) if places else (0, 0)

    def all_at(self, stretches: Sequence[Offsets]) -> list[Offsets]:
        """Where several stretches stand."""
        return [self.at(stretch) for stretch in stretches]


def read(row: Row) -> Item:
    """The item as the reader gives it."""
    found = read_text(row.text, name=row.doc_id, published=published(row.dct))
    if isinstance(found, Document):
        positions = carried(row.text, found.text)
        if positions is not None:
            return Item(found, positions)
    return as_it_stands(row)


def as_it_stands(row: Row) -> Item:
    """The item's text without any reading: for single phrases, which are no documents."""
    document = Document(id=row.doc_id, text=row.text, language="en", published=published(row.dct))
    return Item(document, tuple(range(len(row.text))))


def published(day: str | None) -> Publication | None:
    """The given publication day, from an ISO date or date-time; None where there is none."""
    if not day:
        return None
    known = date.fromisoformat(day[:10])
    return Publication(earliest=known, latest=known, basis=PublicationBasis.GIVEN)


def carried(text: str, read_as: str) -> tuple[int, ...] | None:
    """For each character of `text` its offset in `read_as`, -1 for what is not visible.

    None where the two do not have the same number of visible characters.
    """
    targets = [i for i, c in enumerate(read_as) if _visible(c)]
    flags = [_visible(c) for c in text]
    if sum(flags) != len(targets):
        return None
    following = iter(targets)
    return tuple(next(following) if flag else -1 for flag in flags)


def _visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf")
