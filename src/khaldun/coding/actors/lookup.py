"""Which actors a word of the sentence stands for, for the coding of events."""

from bisect import bisect_right
from collections.abc import Iterator

from khaldun.coding.actors.owners import aligned_words, owner_words, slashed_with
from khaldun.coding.draft import ActorMention, Draft
from khaldun.coding.mentions import NamedMention, NominalMention
from khaldun.coding.mentions.nominals import counted_in
from khaldun.coding.mentions.nouns import NounKind
from khaldun.coding.predicates.companions import companions
from khaldun.coding.syntax import Word

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON", "X"})
_NESTING = 8


def actors_at(draft: Draft, word: Word) -> tuple[str, ...]:
    """Ids of the actors that the noun phrase of `word` speaks of, coordinated ones included.

    In order of preference: the mention that `word` heads; what a relative pronoun or a
    counting noun ("dozens of") points to; the mention in whose title or name it stands; the
    possessor, compound or adjective before it, or "of" and "from" after it; who leads, backs
    or holds it ("a Saudi-led strike", "the rebel-held enclave"), or "by" whom it is.
    """
    known = draft.spoken_of.get(word.index)
    if known is None:
        known = draft.spoken_of[word.index] = _spoken_of(draft, word)
    return known


def _spoken_of(draft: Draft, word: Word) -> tuple[str, ...]:
    found: list[str] = []
    beside = (*_beside_owner(draft, word), *companions(word))
    for part in (word, *word.conjuncts(), *beside):
        found.extend(a for a in _of_phrase(draft, part) if a not in found)
    return tuple(found)


def _beside_owner(draft: Draft, word: Word) -> list[Word]:
    """Who is coordinated with a body though the parser ties it to the body's "of".

    "The government of Chad and the Liberation Front signed", "the armies of Brazil and Peru":
    one government has one state, so that whoever has an article, or is no state, signed too.
    """
    if word.pos != "NOUN" or word.index not in draft.actor_ids or not _is_body(draft, word):
        return []
    owners = [w for p in word.children_by("prep") if p.lower == "of" for w in p.children_by("pobj")]
    return [
        other
        for owner in owners
        for other in owner.conjuncts()
        if other.index in draft.actor_ids and (word.tag == "NNS" or _is_apart(other, owner))
    ]


def _is_body(draft: Draft, word: Word) -> bool:
    """Whether it is a body, which acts with others, and not the "heads" of two bodies."""
    mention = _headed(draft, word)
    return isinstance(mention, NominalMention) and mention.noun.is_any(
        (NounKind.BODY, NounKind.MEMBERS)
    )


def _headed(draft: Draft, word: Word) -> ActorMention | None:
    """The mention that `word` heads."""
    position = bisect_right(draft.mentions, word.index, key=lambda m: m.words[0].index)
    near = draft.mentions[max(position - _NESTING, 0) : position]
    return next((m for m in near if m.head is word), None)


def _is_apart(other: Word, owner: Word) -> bool:
    return other.child("det") is not None and owner.child("det") is None


def _of_phrase(draft: Draft, word: Word) -> tuple[str, ...]:
    if word.index in draft.actor_ids:
        return draft.actor_ids[word.index]
    for step in _steps(draft, word):
        if step:
            return step
    return ()


def _steps(draft: Draft, word: Word) -> Iterator[tuple[str, ...]]:
    counted = counted_in(word)
    if counted is not None:
        yield actors_at(draft, counted)
    mention = _holding(draft, word)
    if mention is not None:
        yield draft.actor_ids.get(mention.head.index, ())
    if word.pos in _NOMINAL:
        for owner in (*owner_words(word), *aligned_words(word)):
            mates = (*slashed_with(owner), owner)
            yield tuple(i for mate in mates for i in draft.actor_ids.get(mate.index, ()))


def _holding(draft: Draft, word: Word) -> ActorMention | None:
    """The mention in whose title or name `word` stands."""
    position = bisect_right(draft.mentions, word.index, key=lambda m: m.words[0].index)
    for mention in reversed(draft.mentions[max(position - _NESTING, 0) : position]):
        if (
            mention.words[-1].index >= word.index
            and isinstance(mention, NamedMention)
            and (word in mention.title or word in mention.name)
        ):
            return mention
    return None
