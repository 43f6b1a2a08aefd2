"""Where: the place of an event, from its sentence or from the narrative."""

from khaldun.coding.where.finding import NARRATIVE_SENTENCES, precision_of, where_of

__all__ = ["NARRATIVE_SENTENCES", "precision_of", "where_of"]
