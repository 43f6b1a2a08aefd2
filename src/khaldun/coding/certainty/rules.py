"""The lexicon of certainty, compiled once into look-up tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from khaldun.coding.certainty.values import Effect, Value
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.record import Status

Effects = Mapping[tuple[str, str], Effect]
"""From a lemma and a form of complement ("infinitive", "clause", "for" …) to its effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """What an auxiliary does: with a bare verb, with a perfect, and when it is negated."""

    value: Value
    perfect: Value
    negated: Value | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """What an adjective does to the event noun behind it."""

    value: Value
    status: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyRules:
    """All tables of the lexicon, by lemma or lower-case form."""

    verbs: Effects
    nouns: Mapping[str, tuple[Effect, Effect]]
    adjectives: Mapping[str, Effect]
    modals: Mapping[str, Modal]
    adverbs: Mapping[str, str]
    attributes: Mapping[str, Attribute]
    conditions: frozenset[str]
    imagined: frozenset[str]
    undecided: frozenset[str]
    concessions: frozenset[str]
    causes: Mapping[str, str]
    excess: frozenset[str]
    unnegated: frozenset[str]
    answering_verbs: frozenset[str]
    answered_nouns: frozenset[str]
    negative_prepositions: frozenset[str]
    open_prepositions: frozenset[str]
    negative_words: frozenset[str]
    light_verbs: frozenset[str]
    indefinite_occurrence_verbs: frozenset[str]
    result_infinitives: frozenset[str]
    occurrence_verbs: frozenset[str]
    ongoing: frozenset[str]
    habitual: frozenset[str]


@cache
def certainty_rules() -> CertaintyRules:
    """The compiled content of `lexicon/certainty.yaml`."""
    data = load_lexicon("certainty")
    return CertaintyRules(
        verbs=_verbs(data["verbs"]),
        nouns=_nouns(data["nouns"]),
        adjectives={w: _effect(g) for g in data["adjectives"] for w in g["words"]},
        modals={word: _modal(m) for word, m in data["modals"].items()},
        adverbs={w: k for k, ws in data["adverbs"].items() if k != "examples" for w in ws},
        attributes={w: _attribute(g) for g in data["attributes"] for w in g["words"]},
        conditions=frozenset(data["conditions"]),
        imagined=frozenset(data["imagined"]["nouns"]),
        undecided=frozenset(data["undecided"]["verbs"]),
        concessions=frozenset(data["concessions"]),
        causes=data["causes"],
        excess=frozenset(data["excess"]),
        unnegated=frozenset(data["unnegated"]),
        answering_verbs=frozenset(data["answering"]["verbs"]),
        answered_nouns=frozenset(data["answering"]["nouns"]),
        negative_prepositions=frozenset(data["negative_prepositions"]),
        open_prepositions=frozenset(data["open_prepositions"]["words"]),
        negative_words=frozenset(data["negative_words"]),
        light_verbs=frozenset(data["light_verbs"]),
        indefinite_occurrence_verbs=frozenset(data["indefinite_occurrence_verbs"]),
        result_infinitives=frozenset(data["result_infinitives"]),
        occurrence_verbs=frozenset(data["occurrence_verbs"]),
        ongoing=frozenset(data["ongoing_adjectives"]),
        habitual=frozenset(data["habitual_adverbs"]),
    )


def _verbs(groups: list[Any]) -> dict[tuple[str, str], Effect]:
    """The first group that lists a verb for a form decides."""
    table: dict[tuple[str, str], Effect] = {}
    for group in groups:
        effect = _effect(group)
        for word in group["words"]:
            verb, _, preposition = word.partition(" ")
            for form in [preposition] if preposition else _forms(group["takes"]):
                table.setdefault((verb, form), effect)
    return table


def _forms(takes: list[str]) -> list[str]:
    return ["infinitive", "gerund", "clause", "object"] if takes == ["any"] else takes


def _nouns(groups: list[Any]) -> dict[str, tuple[Effect, Effect]]:
    """For each noun, what it does to a clause and what it does to a thing ("risk of …")."""
    clauses: dict[str, Effect] = {}
    things: dict[str, Effect] = {}
    for group in groups:
        for word in group["words"]:
            if group.get("complement") != "thing":
                clauses.setdefault(word, _effect(group))
            else:
                things[word] = _effect(group)
    names = list(dict.fromkeys([*clauses, *things]))
    return {n: (clauses.get(n) or things[n], things.get(n) or clauses[n]) for n in names}


def _effect(group: Any) -> Effect:  # noqa: ANN401 - parsed YAML
    return Effect(
        positive=Value.parse(group["positive"]),
        negative=Value.parse(group["negative"]),
        status=Status(group["status"]) if "status" in group else None,
    )


def _modal(data: Any) -> Modal:  # noqa: ANN401 - parsed YAML
    return Modal(
        value=Value.parse(data["value"]),
        perfect=Value.parse(data["perfect"]),
        negated=Value.parse(data["negated"]) if "negated" in data else None,
        status=Status(data["status"]),
    )


def _attribute(group: Any) -> Attribute:  # noqa: ANN401 - parsed YAML
    return Attribute(
        value=Value.parse(group["value"]),
        status=Status(group["status"]) if "status" in group else None,
    )
