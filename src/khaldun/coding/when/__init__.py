"""When: the time of an event, from its clause or from the narrative."""

from khaldun.coding.when.finding import when_of

__all__ = ["when_of"]
