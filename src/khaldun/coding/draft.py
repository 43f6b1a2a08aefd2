"""What the stages of the chain hand to each other.

A stage is a function `Draft -> Draft`: it reads what stages before it found and returns a
copy with its own findings filled in. Nothing here survives the chain but the records.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from khaldun.coding.syntax import Syntax, Word
from khaldun.record import (
    Actor,
    Attribution,
    Certainty,
    Document,
    EventType,
    Forecast,
    HolderKind,
    Place,
    Publication,
    Quantity,
    Relation,
    Report,
    Span,
    Status,
    Time,
    Unclassified,
)


class MentionKind(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that speak of an actor: the whole phrase that names it, and its syntactic head."""

    words: tuple[Word, ...]
    head: Word
    kind: MentionKind


class Role(StrEnum):
    """What an argument is to its predicate, after passives and nouns are undone."""

    SUBJECT = "subject"  # who does it: active subject, by-phrase, possessor of an event noun
    OBJECT = "object"  # to whom it is done: object, passive subject, of-phrase
    INDIRECT = "indirect"  # dative
    OBLIQUE = "oblique"  # with a preposition
    COMPLEMENT = "complement"  # a clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument of a predicate: its role, its head word, and its preposition if any."""

    role: Role
    word: Word
    preposition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A verb or noun that may report an event, with its arguments.

    `construction` names how it was found (active, passive, nominal, light …), for `explain`.
    """

    trigger: Word
    construction: str
    arguments: tuple[Argument, ...] = ()
    particle: str | None = None

    def by_role(self, role: Role, *prepositions: str) -> list[Word]:
        """Heads of the arguments in `role`, with one of `prepositions` where any are given."""
        return [
            a.word
            for a in self.arguments
            if a.role is role and (not prepositions or a.preposition in prepositions)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A predicate that has a PLOVER type: what will become a report.

    `actors` and `recipients` are actor ids; `entry` names the lexicon entry, for `explain`.
    `future` says that the rules of precedence took it for something promised or to come.
    """

    trigger: Word
    predicate: Predicate
    type: EventType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    entry: str
    instrument: str | None = None
    future: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Somebody says something: source, cue and content, after PolNeAR (Newell et al. 2018).

    `source` holds the words that name the holder and `source_head` their head (none when the
    source is implied); `contents` are the spans of what is said, which may run over sentences.
    `claims` is false where the holder does not vouch for them (a wish, a criticism): such a
    frame is no link of the chain of attribution.
    """

    cue: Word
    cue_span: Span
    holder: str
    kind: HolderKind
    contents: tuple[Span, ...]
    source: tuple[Word, ...] = ()
    source_head: Word | None = None
    direct_quote: bool = False
    claims: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who holds what a word says, how sure, and whether it happened."""

    attribution: tuple[Attribution, ...]
    certainty: Certainty
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands under a date line: its first word's index, its day, the times in it."""

    first: int
    published: Publication
    time_ids: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Something a stage let go, with the reason: `explain` shows it.

    `entry` is the sense of an event that was let go.
    """

    stage: str
    span: Span
    reason: str
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Why a mention was joined to an actor: `explain` and `actors` show it."""

    actor: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document on its way through the chain.

    Mappings go from the index of a word to what stands there: `actor_ids` from the head word
    of a mention, `place_ids` and `time_ids` from every word of the expression, `claims` and
    `quantities` from the trigger of an event. `spoken_of` keeps the answers of `actors_at`,
    which many rules ask for of the same words; a copy of the draft starts without.
    """

    document: Document
    syntax: Syntax
    published: Publication | None = None
    mentions: tuple[ActorMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    actor_ids: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    joinings: tuple[Joining, ...] = ()
    places: tuple[Place, ...] = ()
    place_ids: Mapping[int, str] = field(default_factory=dict)
    times: tuple[Time, ...] = ()
    time_ids: Mapping[int, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    events: tuple[Event, ...] = ()
    unclassified: tuple[Unclassified, ...] = ()
    quantities: Mapping[int, tuple[Quantity, ...]] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    claims: Mapping[int, Claim] = field(default_factory=dict)
    reports: tuple[Report, ...] = ()
    relations: tuple[Relation, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()
    spoken_of: dict[int, tuple[str, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )


Stage = Callable[[Draft], Draft]
