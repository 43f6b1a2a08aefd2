"""Relations that a modifier carries: "Kremlin-backed forces", "pro-Iranian", "loyal to X"."""

from collections.abc import Iterator

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.relations.finding import Found, ids_at
from khaldun.coding.syntax import Word


def modifier_relations(draft: Draft) -> Iterator[Found]:
    """The relations of hyphenated participles, "pro-" and "anti-", and "loyal to"."""
    for position, word in enumerate(draft.syntax.words):
        tie = ties().modifiers.get(word.lower)
        if tie is not None:
            yield from _of_modifier(draft, position, tie)
        elif word.lower in ties().prefixes:
            yield from _of_prefix(draft, position)


def _of_modifier(draft: Draft, position: int, tie: Tie) -> Iterator[Found]:
    word = draft.syntax.words[position]
    if tie.target == ("to",):
        others = [p for c in word.children_by("prep") if c.lower == "to" for p in c.children]
    else:
        before = _before_hyphen(draft, position)
        others = [before] if before is not None else []
    if not others or word.head is word:
        return
    prefix_acts = tie.subject == "prefix"
    prefixes = ids_at(draft, others)
    if tie.target == ("place:head",):
        place = draft.place_ids.get(word.head.index)
        heads: tuple[str, ...] = (place,) if place else ()
    else:
        heads = tuple(i for i in ids_at(draft, [word.head]) if i not in prefixes)
    for prefix in prefixes:
        for head in heads:
            yield Found(
                type=tie.type,
                subject=prefix if prefix_acts else head,
                target=head if prefix_acts else prefix,
                trigger=word,
                entry=tie.id,
                means=tie.means,
                presupposed=True,
            )


def _of_prefix(draft: Draft, position: int) -> Iterator[Found]:
    """A "pro-Russian" rebel backs Russia; an "anti-government" one opposes the government."""
    words = draft.syntax.words
    word = words[position]
    if position + 2 >= len(words) or words[position + 1].text != "-":
        return
    named, head = words[position + 2], word.head
    for subject in ids_at(draft, [head]):
        for target in ids_at(draft, [named]):
            if subject != target:
                kind = ties().prefixes[word.lower]
                entry = f"relations.prefix.{word.lower}"
                yield Found(type=kind, subject=subject, target=target, trigger=word, entry=entry)


def _before_hyphen(draft: Draft, position: int) -> Word | None:
    words = draft.syntax.words
    if position < 2 or words[position - 1].text not in ("-", "–"):
        return None
    return words[position - 2] if words[position - 1].start == words[position - 2].end else None
