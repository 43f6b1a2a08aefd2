"""What demonyms say of places: "Georgian troops" speaks of Georgia, though it names no place."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from khaldun.coding.syntax import Word
from khaldun.gazetteer import Match, PlaceKind, gazetteer
from khaldun.ontology.registry import registry

CACHED_WORDS = 20_000
# Somebody of a country may be anywhere: less than a place named there.
WEIGHT = 0.3


def countries_spoken_of(words: Iterable[Word]) -> Mapping[str, float]:
    """The countries, ISO 3166-1 alpha-3, of the demonyms of a document, each with its weight.

    The weight grows with the logarithm of how often the demonym stands.
    """
    counts = Counter(
        country
        for word in words
        if word.text[:1].isupper() and (country := country_of(word.text)) is not None
    )
    return {country: WEIGHT * (1 + math.log(count)) for country, count in sorted(counts.items())}


@lru_cache(maxsize=CACHED_WORDS)
def country_of(word: str) -> str | None:
    """The country of a demonym: GEO of "Georgian" and "Georgians"; none of another word."""
    entry = registry().by_demonym(word)
    return entry.country if entry is not None else None


def candidates(name: str) -> tuple[Match, ...]:
    """What a given name can mean, best first; a demonym first of all its country."""
    matches = gazetteer().matches(name)
    country = country_of(name)
    entry = registry().by_demonym(name) if country else None
    if entry is None:
        return matches
    own = gazetteer().matches(entry.name)
    states = tuple(
        m for m in own if m.entry.kind is PlaceKind.COUNTRY and m.entry.country == country
    )
    return states or matches
