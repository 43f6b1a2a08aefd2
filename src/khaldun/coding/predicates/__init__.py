"""Predicates with their arguments, and who understood subjects and objects are."""

from khaldun.coding.predicates.finding import (
    NAME,
    carrier_of,
    predicate_of,
    run,
    subject_of,
    undergoes,
    verbal,
)

__all__ = ["NAME", "carrier_of", "predicate_of", "run", "subject_of", "undergoes", "verbal"]
