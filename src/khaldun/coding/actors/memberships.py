"""Who belongs to whom, and who leads, as the words around a mention say it."""

from collections.abc import Mapping
from dataclasses import dataclass

from khaldun.coding.actors.context import OF_STATES
from khaldun.coding.actors.owners import owner_words
from khaldun.coding.draft import ActorMention, Draft
from khaldun.coding.mentions import NamedMention, NominalMention
from khaldun.coding.mentions.nominals import office_field
from khaldun.coding.mentions.nouns import NounKind, is_plural, lexicon, noun_ending_at
from khaldun.coding.syntax import Word
from khaldun.ontology.registry import registry
from khaldun.record import Actor, RelationType

# "secretary-general": the parser may take the first half for an adverb.
_WITHIN_TITLE = frozenset({"amod", "compound", "punct", "npadvmod"})
_OF_A_STATE = OF_STATES | {None, "OPP", "PAR"}
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
    Russian Foreign Ministry" is part of Russia; "Turkish rebels" and newspapers are of no state.
    The same pair is given once.
    """
    actors = {actor.id: actor for actor in draft.actors}
    return tuple(m for m in ties(draft) if serves(actors[m.subject], actors[m.target]))


def serves(subject: Actor, target: Actor) -> bool:
    """Whether somebody with a state's name or adjective is one of its own."""
    return not _is_state(target) or subject.sector in _OF_A_STATE


def ties(draft: Draft) -> tuple[Membership, ...]:
    """All that belongs together by its words, nationals with their states included."""
    actors = {actor.id: actor for actor in draft.actors}
    found: dict[tuple[RelationType, str, str], Membership] = {}
    for mention in draft.mentions:
        membership = _of_mention(draft, mention, actors)
        if membership is not None and membership.subject != membership.target:
            key = (membership.kind, membership.subject, membership.target)
            found.setdefault(key, membership)
    return tuple(found.values())


def _of_mention(
    draft: Draft, mention: ActorMention, actors: Mapping[str, Actor]
) -> Membership | None:
    ids = draft.actor_ids.get(mention.head.index, ())
    if len(ids) != 1:
        return None
    subject = actors[ids[0]]
    holder = _holder_of(draft, mention, subject, actors)
    if holder is None or not _can_belong(subject, actors[holder]):
        return None
    if actors[holder].person:
        commands = _commands(mention) and not _is_where(draft, mention)
        return _command(mention, holder, subject.id) if commands else None
    title = title_of(draft, mention) if subject.person else None
    kind = _kind(mention, subject, title)
    return Membership(
        kind=kind, subject=subject.id, target=holder, words=mention.words, title=title
    )


def _holder_of(
    draft: Draft, mention: ActorMention, subject: Actor, actors: Mapping[str, Actor]
) -> str | None:
    """The actor that the mention's own words, or its country, say it belongs to."""
    if isinstance(mention, NamedMention):
        holder = _holder_in_name(draft, mention)
        of_state = not subject.person and subject.sector in OF_STATES
        return state_of(subject, actors) if holder is None and of_state else holder
    if isinstance(mention, NominalMention) and mention.noun.kinds[0] is not NounKind.REFERENCE:
        return _holder(draft, mention.head)
    return None


def _can_belong(subject: Actor, holder: Actor) -> bool:
    """States and peoples have no such holder and hold nobody; a person holds no person."""
    both_persons = holder.person and subject.person
    return not (_is_state(subject) or holder.sector == "CVL" or both_persons)


def _command(mention: ActorMention, leader: str, body: str) -> Membership:
    return Membership(kind=RelationType.LEADS, subject=leader, target=body, words=mention.words)


def _commands(mention: ActorMention) -> bool:
    """Whether what a person has is a body or force: "Haftar's militias", not his lawyers."""
    if not isinstance(mention, NominalMention):
        return False
    armed = mention.noun.sector in ("MIL", "REB", "UAF")
    if mention.noun.sector == "CVL":
        return False  # his family
    return armed or mention.noun.kinds[0] is NounKind.BODY


def _is_where(draft: Draft, mention: ActorMention) -> bool:
    """Whether what it is "of" is also a place's name: "the garrison of Gao"."""
    behind = [w for w in owner_words(mention.head) if w.dep == "pobj"]
    return any(w.index in draft.place_ids for w in behind)


def _is_state(actor: Actor) -> bool:
    entry = registry().state(actor.country) if actor.country is not None else None
    if entry is None or actor.registry_id is None:
        return False
    return actor.registry_id in (entry.id, entry.wikidata)


def state_of(actor: Actor, actors: Mapping[str, Actor]) -> str | None:
    """The id of the document's actor that is the state of the actor's country."""
    entry = registry().state(actor.country) if actor.country is not None else None
    if entry is None:
        return None
    ids = {entry.id, entry.wikidata or entry.id}
    return next((a.id for a in actors.values() if a.registry_id in ids), None)


def _holder_in_name(draft: Draft, mention: NamedMention) -> str | None:
    """The actor named within the phrase, before the title or the name: "Turkish", "UN"."""
    inside = {w.index for w in mention.title}
    for word in reversed(mention.words):
        ids = draft.actor_ids.get(word.index, ())
        before = word.index < mention.head.index and word.index not in inside
        if before and len(ids) == 1 and not _aligned(draft, word):
            return ids[0]
    return _holder(draft, mention.title[-1]) if mention.title else None


def _aligned(draft: Draft, word: Word) -> bool:
    """Whether it only says who backs or made the noun: "UN-recognized"."""
    words = draft.syntax.words
    after = [w.lower for w in words[word.index + 1 : word.index + 3]]
    return word.head.pos == "VERB" or (
        len(after) > 1 and after[0] == "-" and lexicon().has("alignments", after[1])
    )


def _holder(draft: Draft, head: Word) -> str | None:
    """The one actor whose the noun is."""
    for word in owner_words(head):
        ids = draft.actor_ids.get(word.index, ())
        if len(ids) == 1:
            return ids[0]
    return None


def title_of(draft: Draft, mention: ActorMention) -> str | None:
    """The office that a mention gives its person, as the text has it."""
    if isinstance(mention, NamedMention):
        named = bool(mention.title) and _names_office(draft, mention.title[-1])
        return draft.syntax.span(mention.title).quote if named else None
    single = isinstance(mention, NominalMention) and not is_plural(mention.head)
    return _office_title(draft, mention) if single else None


def _names_office(draft: Draft, word: Word) -> bool:
    """Whether a title's last word is an office, not a tie of kin: "his brother X"."""
    sentence = draft.syntax.sentences[word.sentence]
    noun = noun_ending_at(sentence.words, word.index - sentence.words[0].index)
    return noun is None or noun.is_any((NounKind.OFFICE, NounKind.MEMBERS))


def _office_title(draft: Draft, mention: ActorMention) -> str | None:
    """The office that the noun names, with the modifiers that belong to it."""
    if not isinstance(mention, NominalMention) or NounKind.OFFICE not in mention.noun.kinds:
        return None
    first = mention.head
    words = draft.syntax.words
    while first.index > mention.words[0].index:
        before = words[first.index - 1]
        if before.dep not in _WITHIN_TITLE or before.index in draft.actor_ids:
            break
        first = before
    if first.dep == "punct":
        first = words[first.index + 1]
    return draft.syntax.span((first, office_field(mention.head) or mention.head)).quote


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
