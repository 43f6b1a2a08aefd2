"""The SQLite record: schema, migrations, writing, listing, search, decisions, checks."""

from khaldun.store.bodies import TYPES, corrected, decode, encode
from khaldun.store.documents import Arrival, Origin, Sighting
from khaldun.store.entries import UNKNOWN_LAST as UNDATED
from khaldun.store.entries import (
    Entry,
    entry_of_entity,
    entry_of_event,
    entry_of_place,
    entry_of_problem,
    entry_of_statement,
    entry_of_tie,
    folded,
)
from khaldun.store.items import Item
from khaldun.store.kinds import STATEMENTS, Facet, Kind
from khaldun.store.listing import cursor, position_of
from khaldun.store.members import Naming
from khaldun.store.searching import Hit
from khaldun.store.settling import Unsettled
from khaldun.store.store import Store
from khaldun.store.verifying import Finding, named_by

__all__ = [
    "STATEMENTS",
    "TYPES",
    "UNDATED",
    "Arrival",
    "Entry",
    "Facet",
    "Finding",
    "Hit",
    "Item",
    "Kind",
    "Naming",
    "Origin",
    "Sighting",
    "Store",
    "Unsettled",
    "corrected",
    "cursor",
    "decode",
    "encode",
    "entry_of_entity",
    "entry_of_event",
    "entry_of_place",
    "entry_of_problem",
    "entry_of_statement",
    "entry_of_tie",
    "folded",
    "named_by",
    "position_of",
]
