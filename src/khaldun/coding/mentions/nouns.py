"""The actor lexicon: which nouns name actors, and the small words that decide about names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.syntax import Word

LONGEST_PHRASE = 4


class NounKind(StrEnum):
    """What one noun of the lexicon speaks of."""

    BODY = "body"
    MEMBERS = "members"
    OFFICE = "office"
    PEOPLE = "people"
    EQUIPMENT = "equipment"
    BELONGING = "belonging"
    DEED = "deed"
    REFERENCE = "reference"
    TRANSPARENT = "transparent"


PERSONAL = frozenset({NounKind.MEMBERS, NounKind.OFFICE, NounKind.PEOPLE})
_GROUPED = frozenset({"nouns", "fellow_nouns"})
OWNED = frozenset({NounKind.EQUIPMENT, NounKind.BELONGING, NounKind.DEED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNoun:
    """A noun, or nouns in a row, that names actors: its kinds, and the sector of each."""

    phrase: str
    kinds: tuple[NounKind, ...]
    sectors: tuple[str | None, ...]

    @property
    def sector(self) -> str | None:
        """The first sector that any reading gives."""
        return next((s for s in self.sectors if s is not None), None)

    def is_any(self, kinds: Iterable[NounKind]) -> bool:
        """Whether one of its readings is among `kinds`."""
        return any(k in self.kinds for k in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLexicon:
    """The file `actors.yaml`, ready for look-up: every set holds lower-case words.

    `endings` are what a noun of several words can end in.
    """

    nouns: Mapping[str, ActorNoun]
    endings: frozenset[str]
    words: Mapping[str, frozenset[str]]
    actor_governors: Mapping[str, frozenset[str]]
    honorific_sectors: Mapping[str, str]
    sector_of_modifier: Mapping[str, str]
    anaphors: Mapping[str, frozenset[str | None]]
    fellows: Mapping[str, frozenset[str]]

    def has(self, group: str, word: str) -> bool:
        """Whether the word list `group` holds `word`."""
        return word in self.words[group]


@cache
def lexicon() -> ActorLexicon:
    """The actor lexicon with the nouns for people, loaded once a process."""
    content = load_lexicon("actors")
    nouns = _nouns([*content["nouns"], *load_lexicon("actors_people")["nouns"]])
    return ActorLexicon(
        nouns=nouns,
        endings=frozenset(e for phrase in nouns for e in _endings(phrase)),
        words={
            k: frozenset(v) for k, v in content.items() if isinstance(v, list) and k not in _GROUPED
        },
        actor_governors={k: frozenset(v) for k, v in content["actor_governors"].items()},
        honorific_sectors=content["honorific_sectors"],
        anaphors={
            noun: frozenset(None if s == "none" else s for s in sectors)
            for noun, sectors in content["anaphors"].items()
        },
        fellows={noun: frozenset(group) for group in content["fellow_nouns"] for noun in group},
        sector_of_modifier={
            word: sector for sector, words in content["sector_modifiers"].items() for word in words
        },
    )


def noun_ending_at(words: tuple[Word, ...], position: int) -> ActorNoun | None:
    """The longest noun of the lexicon whose last word is `words[position]`."""
    nouns = lexicon().nouns
    phrase = singular(words[position])
    found = nouns.get(words[position].lower) or nouns.get(phrase)
    if phrase not in lexicon().endings:
        return found
    for word in reversed(words[max(position - LONGEST_PHRASE + 1, 0) : position]):
        if word.text in ",;:()":
            break
        phrase = _joined(word.lower, phrase)
        found = nouns.get(phrase) or found
    return found


def _endings(phrase: str) -> Iterator[str]:
    """What a phrase ends in after each of its spaces, and from each of its hyphens on."""
    for position, character in enumerate(phrase):
        if character in " -":
            yield phrase[position + 1 :]
        if character == "-":
            yield phrase[position:]


def singular(word: Word) -> str:
    """The singular of a noun, also where the model has missed its plural: "servicemen"."""
    if word.lemma == word.lower:
        if word.lower.endswith("men"):
            return word.lower[:-2] + "an"
        if word.tag in ("NNPS", "NNP") and word.lower.endswith("s"):
            return word.lower[:-1]
    return word.lemma


def is_plural(word: Word) -> bool:
    """Whether the noun is a plural, also where the model has missed it."""
    return word.tag in ("NNS", "NNPS") or singular(word) != word.lower


def _joined(left: str, right: str) -> str:
    """Two pieces of a phrase; a hyphen takes no spaces."""
    return left + right if left.endswith("-") or right.startswith("-") else f"{left} {right}"


def _nouns(groups: list[dict[str, Any]]) -> dict[str, ActorNoun]:
    readings: dict[str, list[tuple[NounKind, str | None]]] = {}
    for group in groups:
        for phrase in group["words"]:
            readings.setdefault(phrase, []).append((NounKind(group["kind"]), group.get("sector")))
    return {
        phrase: ActorNoun(
            phrase=phrase,
            kinds=tuple(kind for kind, _ in found),
            sectors=tuple(sector for _, sector in found),
        )
        for phrase, found in readings.items()
    }
