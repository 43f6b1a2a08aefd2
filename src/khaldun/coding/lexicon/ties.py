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
    """One sense of a word that ties two parties: which relation, and where the two stand."""

    id: str
    type: RelationType
    subject: str
    target: tuple[str, ...]
    means: tuple[Means, ...] = ()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    prepositional: frozenset[str] = frozenset()
    gives: bool = False
    person: bool = False
    military: bool = False
    ended: bool = False
    begins: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """All ties by lemma (verbs, nouns) or by form (modifiers, prefixes), in file order."""

    verbs: Mapping[str, tuple[Tie, ...]]
    nouns: Mapping[str, tuple[Tie, ...]]
    modifiers: Mapping[str, Tie]
    prefixes: Mapping[str, RelationType]
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
            modifiers={w: _tie(g) for g in content["modifiers"] for w in g["words"]},
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
    target, objects = group["to"], group.get("objects", ())
    return Tie(
        id=f"relations.{group['id']}",
        type=RelationType(group["type"]),
        subject=str(group["from"]),
        target=tuple(target) if isinstance(target, list) else (str(target),),
        means=tuple(Means(m) for m in group.get("means", ())),
        objects=frozenset(objects if isinstance(objects, list) else ()),
        subjects=frozenset(group.get("subjects", ())),
        modifiers=frozenset(group.get("modifiers", ())),
        prepositional=frozenset(group.get("prepositional", ())),
        gives=objects is True,
        person=bool(group.get("person", False)),
        military=bool(group.get("military", False)),
        ended=bool(group.get("ended", False)),
        begins=bool(group.get("begins", False)),
        example=str(group["example"]),
    )
