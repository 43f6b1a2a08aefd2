"""Actors: who is named, under which names, in which offices."""

from dataclasses import dataclass

from khaldun.record.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place in the text that speaks of an actor.

    `inferred` marks words that only a rule joins to the actor: a pronoun, "the general".
    """

    span: Span
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title or office as the text gives it; `of` is the actor id of the body."""

    title: str
    of: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A real actor of the document: a state, body, group or person.

    `sector` is a PLOVER sector code, `country` ISO 3166-1 alpha-3, `registry_id` the
    actor registry's identifier (a Wikidata item where one is known).
    """

    id: str
    name: str
    sector: str | None = None
    country: str | None = None
    person: bool = False
    registry_id: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    offices: tuple[Office, ...] = ()
