"""Resolution: who is who, and which reports are of one event, across documents.

Pure functions over what the documents of a record state. The result is the same in whatever
order the documents came and in whatever pieces it is computed: each function has its *keys*,
which say what must be resolved together.
"""

from khaldun.resolution.actors import actor_keys, resolve_actors
from khaldun.resolution.blocks import reach, report_key
from khaldun.resolution.events import resolve_reports
from khaldun.resolution.model import (
    NONE,
    Context,
    Decisions,
    Membership,
    Reach,
    ResolvedActor,
    ResolvedEvent,
    ResolvedTie,
)
from khaldun.resolution.names import is_generic
from khaldun.resolution.places import place_id
from khaldun.resolution.relations import relation_key, resolve_relations
from khaldun.resolution.stories import Outline, outline_of, same_story
from khaldun.resolution.texts import lineages, text_keys

__all__ = [
    "NONE",
    "Context",
    "Decisions",
    "Membership",
    "Outline",
    "Reach",
    "ResolvedActor",
    "ResolvedEvent",
    "ResolvedTie",
    "actor_keys",
    "is_generic",
    "lineages",
    "outline_of",
    "place_id",
    "reach",
    "relation_key",
    "report_key",
    "resolve_actors",
    "resolve_relations",
    "resolve_reports",
    "same_story",
    "text_keys",
]
