"""What act an event of the future is about, whatever its announcement counts as."""

from collections.abc import Mapping
from functools import cache

from khaldun.coding.draft import Event
from khaldun.coding.lexicon.senses import senses
from khaldun.record import EventType


def act_of(event: Event) -> EventType:
    """The type of the event's sense, as it is where the act has come."""
    return _types().get(event.entry, event.type)


@cache
def _types() -> Mapping[str, EventType]:
    return {sense.id: sense.type for sense in senses().examples if sense.type is not None}
