"""The lexicon of forecasts, compiled once into look-up tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastNoun:
    """A noun of the future, its range, and the words one of which it needs beside it.

    `of` is what must stand behind its "of": "a matter of time".
    """

    range: str
    needs: frozenset[str]
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRules:
    """All tables of the lexicon; ranges are probabilities from 0 to 1."""

    ranges: Mapping[str, tuple[float, float]]
    modals: Mapping[str, str]
    adjectives: Mapping[str, str]
    adverbs: Mapping[str, str]
    arranged: str
    aims: frozenset[str]
    not_arranged: frozenset[str]
    verbs: Mapping[str, str]
    nouns: Mapping[str, ForecastNoun]
    not_excluded: Mapping[str, str]
    not_excluded_range: str
    degrees: frozenset[str]
    shifted: Mapping[str, str]
    superlatives: Mapping[str, str]
    diminishing: frozenset[str]
    negated: Mapping[str, str]
    coming: frozenset[str]
    hedging: Mapping[str, str]
    foretelling: frozenset[str]
    condition_marks: frozenset[str]
    turned: frozenset[str]
    condition_prepositions: frozenset[str]
    condition_nouns: frozenset[str]
    stative: frozenset[str]
    acts_on_things: frozenset[str]
    suffered: frozenset[str]
    topics: frozenset[str]
    contrasts: frozenset[str]
    doubled: Mapping[str, str]
    measures: Mapping[str, str]
    idle_subjects: frozenset[str]
    idle_verbs: frozenset[str]


@cache
def forecast_rules() -> ForecastRules:
    """The compiled content of `lexicon/forecasts.yaml`."""
    data = load_lexicon("forecasts")
    conditions = data["conditions"]
    return ForecastRules(
        ranges={name: (low, high) for name, (low, high) in data["ranges"].items()},
        modals=data["modals"],
        adjectives=data["adjectives"],
        adverbs=data["adverbs"],
        arranged=data["arranged"]["range"],
        aims=frozenset(data["arranged"]["aims"]),
        not_arranged=frozenset(data["arranged"]["others"]),
        verbs=data["verbs"],
        nouns={
            word: ForecastNoun(
                range=n["range"], needs=frozenset(n.get("needs", ())), of=n.get("of")
            )
            for word, n in data["nouns"].items()
        },
        not_excluded=data["not_excluded"],
        not_excluded_range=data["not_excluded_range"],
        degrees=frozenset(data["degrees"]),
        shifted=data["shifted"],
        superlatives=data["superlatives"],
        diminishing=frozenset(data["diminishing"]),
        negated=data["negated"],
        coming=frozenset(data["coming"]),
        hedging=data["hedging"],
        foretelling=frozenset(data["foretelling"]),
        condition_marks=frozenset(conditions["marks"]),
        turned=frozenset(conditions["turned"]),
        condition_prepositions=frozenset(conditions["prepositions"]),
        condition_nouns=frozenset(conditions["nouns"]),
        stative=frozenset(data["stative"]),
        acts_on_things=frozenset(data["acts_on_things"]),
        suffered=frozenset(data["suffered"]),
        topics=frozenset(data["topics"]),
        contrasts=frozenset(data["contrasts"]["words"]),
        doubled=data["doubled"]["range"],
        measures={w: r for r, ws in data["measures"]["ranges"].items() for w in ws},
        idle_subjects=frozenset(data["idle"]["subjects"]),
        idle_verbs=frozenset(data["idle"]["verbs"]),
    )
