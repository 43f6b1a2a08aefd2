"""Relations that a modifier carries: "Kremlin-backed forces", "pro-Iranian", "loyal to X"."""

from collections.abc import Iterator

from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.ties import Tie, ties
from khaldun.coding.predicates import subject_of
from khaldun.coding.relations.finding import Found, Known, fitting, ids_at, ids_at_first, pairs
from khaldun.coding.relations.nouns import words_along
from khaldun.coding.syntax import Word


def modifier_relations(draft: Draft, known: Known) -> Iterator[Found]:
    """The relations of hyphenated participles, "pro-" and "anti-", and "loyal to"."""
    for position, word in enumerate(draft.syntax.words):
        for tie in ties().modifiers.get(word.lower, ()):
            yield from _of_modifier(draft, known, position, tie)
        if word.lower in ties().prefixes:
            yield from _of_prefix(draft, position)


def _of_modifier(draft: Draft, known: Known, position: int, tie: Tie) -> Iterator[Found]:
    word = draft.syntax.words[position]
    ends = {"head": _heads(word), **_others(draft, position, tie)}

    def at(path: str) -> list[Word]:
        return words_along(path, lambda place: ends.get(place, []))

    subjects = ids_at_first(draft, tie.subject, at, lambda ids: fitting(known, ids, tie))
    targets = ids_at_first(draft, tie.target, at)
    if tie.mutual and not targets:
        subjects, targets = subjects[:1], subjects[1:]
    for subject, target in pairs(subjects, targets):
        yield Found(
            type=tie.type,
            subject=subject,
            target=target,
            trigger=word,
            entry=tie.id,
            means=tie.means,
            presupposed=word.dep != "acomp",
        )


def _heads(word: Word) -> list[Word]:
    """What the modifier is said of: the noun that it stands with, or its verb's subject."""
    if word.dep == "acomp":
        subject = subject_of(word.head)
        return [] if subject is None else [subject]
    return [] if word.head is word else [word.head]


def _others(draft: Draft, position: int, tie: Tie) -> dict[str, list[Word]]:
    """What stands before the hyphen, or after the prepositions of the tie, by where it stands."""
    word = draft.syntax.words[position]
    if tie.prepositions:
        above = (word, word.head) if word.dep == "acomp" else (word,)
        behind = (c for w in above for c in w.children_by("prep") if c.index > word.index)
        found = [c for c in behind if c.lower in tie.prepositions]
        return {"after": [p for c in found for p in c.children_by("pobj")]}
    before = _before_hyphen(draft, position)
    return {"prefix": [before] if before is not None else []}


def _of_prefix(draft: Draft, position: int) -> Iterator[Found]:
    """A "pro-Russian" rebel backs Russia; an "anti-government" one opposes the government."""
    words = draft.syntax.words
    word = words[position]
    if position + 2 >= len(words) or words[position + 1].text != "-":
        return
    named, head = words[position + 2], word.head
    kind, entry = ties().prefixes[word.lower], f"relations.prefix.{word.lower}"
    for subject, target in pairs(ids_at(draft, [head]), ids_at(draft, [named])):
        yield Found(type=kind, subject=subject, target=target, trigger=word, entry=entry)


def _before_hyphen(draft: Draft, position: int) -> Word | None:
    words = draft.syntax.words
    if position < 2 or words[position - 1].text not in ("-", "–"):
        return None
    return words[position - 2] if words[position - 1].start == words[position - 2].end else None
