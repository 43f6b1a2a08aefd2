"""Words that change what hangs on them: refusals, promises, threats, demands, endings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.errors import LexiconError
from khaldun.record import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an effect makes of a content: a type with modes, the content kept, or nothing."""

    type: EventType | None = None
    modes: tuple[str, ...] = ()
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """A group of governing words and the name of their effect.

    `bare` says whether the word has its effect even when the content has no type.
    """

    id: str
    effect: str
    bare: bool
    needs: str | None
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Governors:
    """Governors by lemma of verb, noun and adjective, and the outcomes of their effects.

    `endings` has the verbs that end what somebody does; some also keep others from doing it.
    """

    verbs: Mapping[str, Governor]
    nouns: Mapping[str, Governor]
    adjectives: Mapping[str, Governor]
    endings: Mapping[str, Governor]
    effects: Mapping[str, Mapping[str, Outcome]]
    classes: Mapping[EventType, str]
    groups: tuple[Governor, ...]

    @property
    def obligation(self) -> Governor:
        """The governor of what one party says that another must do."""
        return next(g for g in self.groups if g.id == "governors.obligation")

    @property
    def desire(self) -> Governor:
        """The governor of what one party wants another to do."""
        return next(g for g in self.groups if g.id == "governors.desire")

    def outcome(self, effect: str, content: EventType | None) -> Outcome:
        """What `effect` makes of a content of this type, None for one without a type."""
        name = self.classes[content] if content is not None else "none"
        return self.effects[effect][name]


@cache
def governors() -> Governors:
    """The governors of the lexicon, read once a process.

    Raises:
        LexiconError: a group names an effect that is not defined.
    """
    content = load_lexicon("governors")
    effects = {
        name: {key: _outcome(str(text)) for key, text in table.items()}
        for name, table in content["effects"].items()
    }
    groups = [(g, _governor(g, effects)) for g in content["governors"]]
    return Governors(
        verbs={lemma: made for g, made in groups for lemma in g.get("verbs", ())},
        nouns={lemma: made for g, made in groups for lemma in g.get("nouns", ())},
        adjectives={lemma: made for g, made in groups for lemma in g.get("adjectives", ())},
        endings={lemma: made for g, made in groups if made.effect == "end" for lemma in g["verbs"]},
        effects=effects,
        classes={EventType(t): name for name, ts in content["classes"].items() for t in ts},
        groups=tuple(made for _, made in groups),
    )


def _governor(group: Mapping[str, object], effects: Mapping[str, object]) -> Governor:
    if group["effect"] not in effects:
        raise LexiconError(f"governors.yaml: {group['id']}: no effect {group['effect']}")
    needs = group.get("needs") or ()
    return Governor(
        id=f"governors.{group['id']}",
        effect=str(group["effect"]),
        bare=bool(group.get("none", True)),
        needs=next(iter(needs), None) if isinstance(needs, list) else None,
        example=str(group["example"]),
    )


def _outcome(text: str) -> Outcome:
    if text in ("keep", "drop"):
        return Outcome(keep=text == "keep")
    kind, *modes = text.split()
    return Outcome(type=EventType(kind), modes=tuple(modes))
