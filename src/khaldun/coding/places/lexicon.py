"""The tables of `lexicon/places.yaml`, compiled."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.gazetteer import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLexicon:
    """Words that tell place names; all in lower case.

    `kind_words` and `kind_before` go from a word to the kind of place; `abbreviations` from an
    abbreviation without its stops to the division and its country.
    """

    kind_words: Mapping[str, PlaceKind]
    kind_before: Mapping[str, PlaceKind]
    inner: frozenset[str]
    directions: frozenset[str]
    titles: frozenset[str]
    others: frozenset[str]
    common_words: frozenset[str]
    locative: frozenset[str]
    goal: frozenset[str]
    place_verbs: frozenset[str]
    motion_verbs: frozenset[str]
    goal_verbs: frozenset[str]
    surroundings: frozenset[str]
    territorial: frozenset[str]
    held: frozenset[str]
    rule: frozenset[str]
    strongholds: frozenset[str]
    locals: frozenset[str]
    civic: frozenset[str]
    abstract_verbs: frozenset[str]
    abbreviations: Mapping[str, tuple[str, str]]


@cache
def place_lexicon() -> PlaceLexicon:
    """The lexicon of places, read once a process."""
    content = load_lexicon("places")
    sets = {
        name: frozenset(content[name])
        for name in (
            "inner",
            "directions",
            "titles",
            "others",
            "common_words",
            "locative",
            "goal",
            "place_verbs",
            "motion_verbs",
            "goal_verbs",
            "surroundings",
            "territorial",
            "held",
            "rule",
            "strongholds",
            "locals",
            "civic",
            "abstract_verbs",
        )
    }
    return PlaceLexicon(
        kind_words=_kind_words(content["kind_words"]),
        kind_before={
            word: PlaceKind(kind)
            for kind, words in content["kind_before"].items()
            for word in words
        },
        abbreviations={
            short: (division, country)
            for country, divisions in content["abbreviations"].items()
            for division, shorts in divisions.items()
            for short in shorts
        },
        **sets,
    )


def _kind_words(groups: list[dict[str, object]]) -> dict[str, PlaceKind]:
    found: dict[str, PlaceKind] = {}
    for group in groups:
        kind, words = PlaceKind(str(group["kind"])), group["words"]
        for word in words if isinstance(words, list) else ():
            for form in (word, f"{word}s", f"{word[:-1]}ies" if word.endswith("y") else word):
                found.setdefault(form, kind)
    return found
