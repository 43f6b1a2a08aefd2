"""The relation senses: words by which two parties stand in a relation, from relations.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.errors import LexiconError
from khaldun.record import Means, RelationType


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One sense of a word that ties two parties: which relation, and where the two stand.

    `subject` and `target` are places in order of preference. An `aim` ties even where it is
    not reached: who vows to destroy a party opposes it. The target is a party to a war if a
    `foe`, an organisation if `of_body`. A `mutual` tie without a target holds between its
    subjects. A verb's tie needs one of the `objects` and of the `particles`, if there are any, none
    of `unless`, and no object at all if `bare`; a phrase must hang on a verb of `under`. What one
    is `able` to do ("can count on") holds.
    """

    id: str
    type: RelationType
    subject: tuple[str, ...]
    target: tuple[str, ...]
    means: tuple[Means, ...] = ()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    prepositional: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    gives: bool = False
    person: bool = False
    body: bool = False
    military: bool = False
    forces: bool = False
    foreign: bool = False
    military_target: bool = False
    of_party: bool = False
    of_war: bool = False
    able: bool = False
    unnamed: bool = False
    aim: bool = False
    foe: bool = False
    of_body: bool = False
    bare: bool = False
    finite: bool = False
    mutual: bool = False
    ended: bool = False
    begins: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """All ties by lemma (verbs, nouns, phrases) or by form (modifiers, prefixes), in file order."""

    verbs: Mapping[str, tuple[Tie, ...]]
    nouns: Mapping[str, tuple[Tie, ...]]
    phrases: Mapping[str, tuple[Tie, ...]]
    modifiers: Mapping[str, tuple[Tie, ...]]
    prefixes: Mapping[str, RelationType]
    groups: tuple[Tie, ...]
    means: Mapping[str, Means]


@cache
def ties() -> Ties:
    """The ties of the lexicon, read once a process.

    Raises:
        LexiconError: a group names a relation or means that does not exist.
    """
    content = load_lexicon("relations")
    try:
        return Ties(
            verbs=_index(content["verbs"], "verbs"),
            nouns=_index(content["nouns"], "nouns"),
            phrases=_index(content["phrases"], "nouns"),
            modifiers=_index(content["modifiers"], "words"),
            groups=tuple(_tie(g) for section in _SECTIONS for g in content[section]),
            prefixes={p: RelationType(t) for p, t in content["prefixes"].items()},
            means={w: Means(m) for w, m in content["means"].items()},
        )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"relations.yaml: {error}") from error


def _index(groups: list[dict[str, Any]], words: str) -> Mapping[str, tuple[Tie, ...]]:
    found: dict[str, list[Tie]] = {}
    for group in groups:
        for lemma in group[words]:
            found.setdefault(lemma, []).append(_tie(group))
    return {lemma: tuple(entries) for lemma, entries in found.items()}


def _tie(group: Mapping[str, Any]) -> Tie:
    objects = group.get("objects", ())
    return Tie(
        id=f"relations.{group['id']}",
        type=RelationType(group["type"]),
        subject=_listed(group["from"]),
        target=_listed(group["to"]),
        means=tuple(Means(m) for m in group.get("means", ())),
        objects=frozenset(objects if isinstance(objects, list) else ()),
        subjects=frozenset(group.get("subjects", ())),
        modifiers=frozenset(group.get("modifiers", ())),
        prepositional=frozenset(group.get("prepositional", ())),
        prepositions=frozenset(_listed(group.get("preposition", ()))),
        unless=frozenset(group.get("unless", ())),
        under=frozenset(group.get("under", ())),
        particles=frozenset(group.get("particles", ())),
        gives=objects is True,
        example=str(group["example"]),
        **{flag: bool(group.get(flag, False)) for flag in _FLAGS},
    )


_SECTIONS = ("verbs", "nouns", "phrases", "modifiers")
_FLAGS = (
    "person",
    "body",
    "military",
    "forces",
    "foreign",
    "military_target",
    "of_party",
    "of_war",
    "able",
    "unnamed",
    "aim",
    "foe",
    "of_body",
    "bare",
    "finite",
    "mutual",
    "ended",
    "begins",
)


def _listed(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)
