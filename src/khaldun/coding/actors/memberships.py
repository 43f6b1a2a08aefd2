"""Who belongs to whom, and who leads, as the words around a mention say it."""

from collections.abc import Iterator
from dataclasses import dataclass

from khaldun.coding.actors.owners import owner_words
from khaldun.coding.draft import ActorMention, Draft
from khaldun.coding.mentions import NamedMention, NominalMention
from khaldun.coding.mentions.nouns import NounKind, lexicon
from khaldun.coding.syntax import Word
from khaldun.ontology.registry import RegistryKind, registry
from khaldun.record import Actor, RelationType

_OF_STATES = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_NOT_IN_OFFICE = frozenset(
    {"former", "ex", "late", "would", "would-be", "aspiring", "self-styled", "deputy", "vice",
     "retired", "then", "ousted", "deposed", "assistant"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """`subject` leads, is part of or is a member of `target`; both are actor ids.

    `words` are the phrase that says so, `title` the office if one is named.
    """

    kind: RelationType
    subject: str
    target: str
    words: tuple[Word, ...]
    title: str | None = None


def memberships(draft: Draft) -> tuple[Membership, ...]:
    """The memberships that titles, appositions and possessives state, in text order.

    "Turkish Foreign Minister X" is a member of Turkey, "its leader, X" leads it, and "the
    Russian Foreign Ministry" is part of Russia. The same pair is given once.
    """
    actors = {actor.id: actor for actor in draft.actors}
    found: dict[tuple[RelationType, str, str], Membership] = {}
    for mention in draft.mentions:
        for membership in _of_mention(draft, mention, actors):
            key = (membership.kind, membership.subject, membership.target)
            if membership.subject != membership.target:
                found.setdefault(key, membership)
    return tuple(found.values())


def _of_mention(
    draft: Draft, mention: ActorMention, actors: dict[str, Actor]
) -> Iterator[Membership]:
    ids = draft.actor_ids.get(mention.head.index, ())
    if len(ids) != 1:
        return
    subject = actors[ids[0]]
    if isinstance(mention, NamedMention):
        target = _holder_in_name(draft, mention)
        if target is None and not subject.person and subject.sector in _OF_STATES:
            target = _state_in_name(mention, actors)
        title = draft.syntax.span(mention.title).quote if mention.title else None
    elif isinstance(mention, NominalMention) and mention.noun.kinds[0] is not NounKind.REFERENCE:
        target = _holder(draft, mention.head)
        title = _office_title(draft, mention) if subject.person else None
    else:
        return
    if (
        target is None
        or _is_state(subject)
        or actors[target].sector == "CVL"
        or (actors[target].person and subject.person)
    ):
        return
    if actors[target].person:
        if not _commands(mention):
            return
        yield Membership(
            kind=RelationType.LEADS, subject=target, target=subject.id, words=mention.words
        )
        return
    yield Membership(
        kind=_kind(mention, subject, title),
        subject=subject.id,
        target=target,
        words=mention.words,
        title=title,
    )


def _commands(mention: ActorMention) -> bool:
    """Whether what a person has is a body or force: "Haftar's militias", not his lawyers."""
    if not isinstance(mention, NominalMention):
        return False
    armed = mention.noun.sector in ("MIL", "REB", "UAF")
    return armed or mention.noun.kinds[0] is NounKind.BODY


def _is_state(actor: Actor) -> bool:
    return actor.sector == "GOV" and actor.registry_id is not None and not actor.person


def _state_in_name(mention: NamedMention, actors: dict[str, Actor]) -> str | None:
    """The state that a body's name names: "Russian Foreign Ministry"."""
    for word in mention.name[:-1]:
        entry = registry().by_demonym(word.text) or next(iter(registry().find(word.text)), None)
        if entry is not None and entry.kind is RegistryKind.STATE:
            ids = {entry.id, entry.wikidata} - {None}
            return next((a.id for a in actors.values() if a.registry_id in ids), None)
    return None


def _holder_in_name(draft: Draft, mention: NamedMention) -> str | None:
    """The actor named within the phrase, before the title or the name: "Turkish", "UN"."""
    inside = {w.index for w in mention.title}
    for word in reversed(mention.words):
        ids = draft.actor_ids.get(word.index, ())
        before = word.index < mention.head.index and word.index not in inside
        if before and len(ids) == 1 and not _aligned(word):
            return ids[0]
    return _holder(draft, mention.title[-1]) if mention.title else None


def _aligned(word: Word) -> bool:
    """Whether it only says who backs or made the noun: "UN-recognized"."""
    return (
        word.head.pos == "VERB"
        or word.head.tag in ("VBN", "VBD", "HYPH")
        or any(
            lexicon().has("alignments", w.lower) for w in word.head.children if w.index > word.index
        )
    )


def _holder(draft: Draft, head: Word) -> str | None:
    """The one actor whose the noun is."""
    for word in owner_words(head):
        ids = draft.actor_ids.get(word.index, ())
        if len(ids) == 1:
            return ids[0]
    return None


def _office_title(draft: Draft, mention: NominalMention) -> str | None:
    """The office that the noun names, with the modifiers that belong to it."""
    if not mention.noun.is_any((NounKind.OFFICE,)):
        return None
    first = mention.head
    words = draft.syntax.words
    while first.index > mention.words[0].index:
        before = words[first.index - 1]
        if before.dep not in ("amod", "compound", "punct") or before.index in draft.actor_ids:
            break
        first = before
    return draft.syntax.span((first, mention.head)).quote


def _kind(mention: ActorMention, subject: Actor, title: str | None) -> RelationType:
    if not subject.person:
        return RelationType.PART_OF
    lowered = (title or "").lower()
    holds = not _NOT_IN_OFFICE & {w.lower for w in mention.words}
    if holds and lexicon().has("leading_offices", lowered):
        return RelationType.LEADS
    if holds and lowered and lexicon().has("leading_offices", lowered.split()[-1]):
        plain = all(w in _PLAIN for w in lowered.split()[:-1])
        return RelationType.LEADS if plain else RelationType.MEMBER_OF
    return RelationType.MEMBER_OF


_PLAIN = frozenset({"military", "political", "supreme", "top", "current", "new", "long-time"})
