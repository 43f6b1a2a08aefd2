"""The lexicon of reporting words, compiled once into look-up tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from khaldun.coding.lexicon.loading import load_lexicon

Forms = Mapping[str, bool]
"""From a form of complement ("clause", "object", "of" …) to whether the holder vouches for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRules:
    """What each reporting verb, adjective and noun takes, by lemma.

    `source_words` are all that can open or head a phrase that names a source.
    """

    verbs: Mapping[str, Forms]
    verb_prepositions: Mapping[str, Forms]
    adjectives: Mapping[str, frozenset[str]]
    nouns: Mapping[str, bool]
    noun_prepositions: Mapping[str, frozenset[str]]
    partisans: frozenset[str]
    partisan_prepositions: frozenset[str]
    explaining: frozenset[str]
    addressing: frozenset[str]
    speech_verbs: frozenset[str]
    speech_nouns: frozenset[str]
    hearsay_adverbs: frozenset[str]
    hearsay_adjectives: frozenset[str]
    source_prepositions: frozenset[str]
    source_nouns: frozenset[str]
    source_words: frozenset[str]
    citing: frozenset[str]
    never: frozenset[str]
    appearance: frozenset[str]
    summing: frozenset[str]
    mental: frozenset[str]
    feelings: frozenset[str]
    officials: frozenset[str]
    hearsay_passives: frozenset[str]
    put_at: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    media_modifiers: frozenset[str]


@cache
def attribution_rules() -> AttributionRules:
    """The compiled content of `lexicon/attribution.yaml`."""
    data = load_lexicon("attribution")
    hearsay, sources, kinds = data["hearsay"], data["source_phrases"], data["kinds"]
    return AttributionRules(
        verbs=_verbs(data["verbs"]),
        verb_prepositions=_prepositions(data),
        adjectives=_adjectives(data["adjectives"]),
        nouns={w: g["claims"] for g in data["nouns"] for w in g["words"]},
        noun_prepositions={
            w: frozenset(g["prepositions"]) for g in data["nouns"] for w in g["words"]
        },
        partisans=frozenset(data["partisans"]["words"]),
        partisan_prepositions=frozenset(data["partisans"]["prepositions"]),
        explaining=frozenset(data["explaining"]),
        addressing=frozenset(data["addressing"]),
        speech_verbs=frozenset(data["speech_acts"]["verbs"]),
        speech_nouns=frozenset(data["speech_acts"]["nouns"]),
        hearsay_adverbs=frozenset(hearsay["adverbs"]),
        hearsay_adjectives=frozenset(hearsay["adjectives"]),
        source_prepositions=frozenset(sources["words"]),
        source_nouns=frozenset(sources["nouns"]),
        source_words=frozenset(
            ["according", *sources["words"], *sources["nouns"], *sources["citing"]]
        ),
        citing=frozenset(sources["citing"]),
        never=frozenset(data["never"]),
        appearance=_words_of(data["verbs"], "appearance"),
        summing=frozenset(data["summing"]),
        mental=_words_of(data["verbs"], "belief", "knowledge"),
        feelings=_words_of(data["nouns"], "belief"),
        officials=frozenset(kinds["by_office"]),
        hearsay_passives=frozenset(hearsay["passives"]),
        put_at=_words_of(data["verbs"], "estimate_put_at"),
        documents=frozenset(kinds["document"]),
        media=frozenset(kinds["media"]),
        media_modifiers=frozenset(data["media_modifiers"]),
    )


def _words_of(groups: Iterable[Any], *names: str) -> frozenset[str]:
    return frozenset(w for g in groups if g["group"] in names for w in g["words"])


def _verbs(groups: Iterable[Any]) -> dict[str, dict[str, bool]]:
    table: dict[str, dict[str, bool]] = {}
    for group in groups:
        for word in group["words"]:
            forms = table.setdefault(word, {})
            for form in group["takes"]:
                forms[form] = forms.get(form, False) or group["claims"]
    return table


def _prepositions(data: Any) -> dict[str, dict[str, bool]]:  # noqa: ANN401 - parsed YAML
    claiming = frozenset(data["prepositions_that_claim"])
    return {
        verb: {p: f"{verb} {p}" in claiming for p in prepositions}
        for verb, prepositions in data["prepositions"].items()
    }


def _adjectives(data: Any) -> dict[str, frozenset[str]]:  # noqa: ANN401 - parsed YAML
    table: dict[str, set[str]] = {w: set(p) for w, p in data["takes_preposition"].items()}
    for form in ("clause", "infinitive"):
        for word in data[f"takes_{form}"]:
            table.setdefault(word, set()).add(form)
    return {word: frozenset(forms) for word, forms in table.items()}
