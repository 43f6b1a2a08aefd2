"""Persons who are named one by one beside those to whom something was done."""

from collections.abc import Iterable, Iterator, Sequence

from khaldun.coding.draft import Draft, MentionKind
from khaldun.coding.syntax import Word

# Whoever follows these is spoken of for the sake of another: "the brother of Musa".
_ASIDE = frozenset({"pobj", "poss", "compound", "npadvmod", "nmod", "amod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INNER = frozenset({"of", "from"})
_AMONG = frozenset({"including", "among"})


def listed(draft: Draft, heads: Sequence[Word]) -> tuple[str, ...]:
    """Ids of the persons whom the phrase of `heads` names, in text order.

    "Killed two reporters, Ali Bah and Musa Kone", "killed Ali Bah, 42; Musa Kone, a clerk; and
    Omar Sall": the parser loses the thread of such lists, so that names are taken up to the next
    verb or preposition.
    """
    persons = frozenset(a.id for a in draft.actors if a.person)
    named = {m.head.index for m in draft.mentions if m.kind is MentionKind.NAME}
    words = {w.index: w for head in heads for w in _beside(draft, head)}
    found = (draft.actor_ids.get(i, ()) for i in sorted(words) if i in named)
    listed_ones = [a for ids in found for a in ids if a in persons]
    return tuple(dict.fromkeys((*listed_ones, *_included(draft, heads))))


def _included(draft: Draft, heads: Iterable[Word]) -> Iterator[str]:
    """Those who are told as some of them: "30 suspects, including the deputy mayor"."""
    for head in heads:
        for preposition in head.children_by("prep"):
            if preposition.lower in _AMONG:
                for named in preposition.children_by("pobj"):
                    for part in (named, *named.conjuncts()):
                        yield from draft.actor_ids.get(part.index, ())


def _beside(draft: Draft, head: Word) -> Iterator[Word]:
    if head.pos != "PROPN":
        for name in head.children_by("appos"):
            yield from (name, *name.conjuncts())
        return
    words = draft.syntax.sentences[head.sentence].words
    place = head.index - words[0].index
    for run in (words[place::-1], words[place:]):
        for word in run:
            if word.pos in ("VERB", "AUX") or (word.pos == "ADP" and word.lower not in _INNER):
                break
            if _is_listed(word, head):
                yield word


def _is_listed(word: Word, head: Word) -> bool:
    elsewhere = word.dep in _SUBJECTS and word.head is not head.head
    return word.dep not in _ASIDE and not elsewhere
