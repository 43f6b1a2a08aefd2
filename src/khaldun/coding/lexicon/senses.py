"""The event senses: which word in which frame means which PLOVER type.

Each file of `lexicon/events/` holds the senses of one type as groups of words that share a
frame. A group's example marks actor and recipient (`<a>…</a>`, `<r>…</r>`) and runs as a test.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from khaldun.coding.lexicon.loading import load_lexicon, load_own, own_files
from khaldun.errors import LexiconError
from khaldun.record import EventType

_CONDITIONS = ("prepositions", "objects", "subjects", "modifiers", "obliques", "clause")
DEFAULT_RECIPIENT = ("object", "indirect", "against", "on", "with", "to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One meaning of a verb or noun, with the frame that it needs and what it gives.

    `objects`, `subjects`, `modifiers` and `obliques` (what stands behind its prepositions) are
    selectional conditions: lemmas, or classes written `@name`; `prepositions` must be there,
    one of `clause` somewhere beneath the word, and one of `under` above it ("a state of
    siege"). `first` ranks a sense before all that are not. `actor` and `recipient` list, in
    order of preference, where the parties stand: subject, object, indirect, or a preposition.
    `conditions` are those of its parts that ask for something, with what they ask for.
    """

    id: str
    type: EventType | None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    particle: str | None = None
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    obliques: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = DEFAULT_RECIPIENT
    two_sided: bool = False
    needs: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    first: bool = False
    example: str = ""
    conditions: tuple[tuple[str, frozenset[str]], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        asked = ((part, getattr(self, part)) for part in _CONDITIONS)
        object.__setattr__(self, "conditions", tuple((p, w) for p, w in asked if w))

    @property
    def specificity(self) -> int:
        """How much the frame asks for: the sense that asks most wins."""
        return (
            32 * self.first
            + 8 * bool(self.objects)
            + 6 * bool(self.particle)
            + 4 * bool(self.prepositions)
            + 4 * bool(self.modifiers)
            + 4 * bool(self.obliques)
            + 4 * bool(self.under)
            + 3 * bool(self.subjects)
            + 3 * bool(self.clause)
            + bool(self.needs)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Senses:
    """All senses by lemma, the most demanding first, verbs, nouns and adjectives apart."""

    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, tuple[Sense, ...]]
    adjectives: Mapping[str, tuple[Sense, ...]]
    examples: tuple[Sense, ...]
    version: str


@cache
def senses() -> Senses:
    """The user's own senses and those that ship with the package, read once a process.

    Between equals the user's own come first.

    Raises:
        LexiconError: a group lacks its id or example, or has an unknown key or type.
    """
    names = sorted(
        f.name.removesuffix(".yaml")
        for f in (files("khaldun.coding.lexicon") / "events").iterdir()
        if f.name.endswith(".yaml")
    )
    own = [g for path in own_files() for g in _groups(f"own.{path.stem}", load_own(path))]
    groups = [*own, *(g for n in names for g in _groups(n, load_lexicon(f"events/{n}")))]
    return Senses(
        verbs=_index(groups, "verbs"),
        nouns=_index(groups, "nouns"),
        adjectives=_index(groups, "adjectives"),
        examples=tuple(sense for _, sense in groups),
        version=str(load_lexicon("events/agree")["version"]),
    )


_WORDS = frozenset({"verbs", "nouns", "adjectives"})
_KEYS = _WORDS | {
    "id", "modes", "contexts", "particle", "objects", "subjects", "modifiers", "obliques",
    "prepositions",
    "actor", "recipient", "two_sided", "needs", "clause", "under", "first", "example",
    "type",
}  # fmt: skip


def _groups(name: str, content: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Sense]]:
    for group in content["senses"]:
        told = group.get("id") if isinstance(group, dict) else group
        unknown = sorted(set(group) - _KEYS) if isinstance(group, dict) else ["not a mapping"]
        if unknown or not told or not group.get("example"):
            raise LexiconError(f"{name}: {told}: needs id and example; unknown: {unknown}")
        try:
            yield group, _sense(name, content.get("type"), group)
        except ValueError as fault:
            raise LexiconError(f"{name}: {told}: {fault}") from fault


def _sense(name: str, default_type: str | None, group: Mapping[str, Any]) -> Sense:
    kind = group.get("type", default_type)
    return Sense(
        id=f"{name}.{group['id']}",
        type=None if kind in (None, "NONE") else EventType(kind),
        modes=tuple(group.get("modes", ())),
        contexts=tuple(group.get("contexts", ())),
        particle=group.get("particle"),
        objects=frozenset(group.get("objects", ())),
        subjects=frozenset(group.get("subjects", ())),
        modifiers=frozenset(group.get("modifiers", ())),
        obliques=frozenset(group.get("obliques", ())),
        prepositions=frozenset(group.get("prepositions", ())),
        actor=tuple(group.get("actor", ("subject",))),
        recipient=tuple(group.get("recipient", DEFAULT_RECIPIENT)),
        two_sided=bool(group.get("two_sided", False)),
        needs=frozenset(group.get("needs", ())),
        clause=frozenset(group.get("clause", ())),
        under=frozenset(group.get("under", ())),
        first=bool(group.get("first", False)),
        example=group["example"],
    )


def _index(
    groups: Iterable[tuple[Mapping[str, Any], Sense]], words: str
) -> Mapping[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = {}
    for group, sense in groups:
        for lemma in group.get(words, ()):
            found.setdefault(str(lemma), []).append(sense)
    return {
        lemma: tuple(sorted(entries, key=lambda s: (-s.specificity, s.type is not None)))
        for lemma, entries in found.items()
    }
