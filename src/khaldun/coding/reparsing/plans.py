"""Which sentences are parsed again, and in what pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khaldun.coding.mending.tree import SUBJECTS
from khaldun.coding.reparsing.inserts import SPOKEN, Insert, Kind, inserts, verb_at
from khaldun.coding.reparsing.joints import Joint, joints

if TYPE_CHECKING:
    from khaldun.coding.syntax import Word

_DEEPEST = 12  # steps from the last word of a subject to its head
_LINKS = ("punct", "cc", "mark")


@dataclass(frozen=True, slots=True)
class Plan:
    """A sentence that is parsed again: what is taken out, and the clauses that are left.

    Every piece but the last ends with the mark behind it, and none has its conjunction.
    """

    words: Sequence["Word"]
    inserts: tuple[Insert, ...]
    joints: tuple[Joint, ...]
    pieces: tuple[tuple["Word", ...], ...]


def plan(words: Sequence["Word"]) -> Plan | None:
    """The plan for a sentence whose tree cuts across its clauses or inserts, otherwise None."""
    cuts = inserts(words)
    inside = {n for c in cuts for n in range(c.opening, c.closing + 1)}
    seams = joints(words, inside)
    if not (cuts or seams):
        return None
    kept = [[n for n in piece if n not in inside] for piece in _stretches(seams, len(words))]
    chosen = Plan(words, cuts, seams, tuple(tuple(words[n] for n in piece) for piece in kept))
    return chosen if faults(chosen) else None


def faults(plan: Plan) -> int:
    """How often the tree of the sentence cuts across what the plan parts."""
    words, cuts, seams = plan.words, plan.inserts, plan.joints
    return 2 * _is_headless(words) + _torn_inserts(words, cuts) + _torn_clauses(words, seams)


def _is_headless(words: Sequence["Word"]) -> bool:
    """Whether a sentence with a finite verb hangs on something else."""
    root = next(w for w in words if w.is_root)
    finite = root.tag in SPOKEN or root.child("aux", "auxpass") is not None
    return not finite and any(w.tag in SPOKEN for w in words)


def _stretches(seams: Sequence[Joint], length: int) -> Iterator[range]:
    opening = 0
    for seam in seams:
        yield range(opening, seam.mark + 1)
        opening = seam.opening
    yield range(opening, length)


def _torn_inserts(words: Sequence["Word"], cuts: Sequence[Insert]) -> int:
    """How many inserts are no constituents, or part a verb from its subject."""
    spans = [range(c.opening + 1, c.closing) for c in cuts]
    tops, hosts = _crossings(words, spans)
    torn = [tops[n] > 1 or hosts[n] > 0 for n in range(len(cuts))]
    loose = sum(torn[n] and c.kind is not Kind.SPEAKER for n, c in enumerate(cuts))
    return loose + sum(not _has_subject(words, c) for c in cuts)


def _torn_clauses(words: Sequence["Word"], seams: Sequence[Joint]) -> int:
    """How many links between the clauses there are too many."""
    _, hosts = _crossings(words, list(_stretches(seams, len(words))))
    return max(0, sum(hosts) - len(seams))


def _crossings(
    words: Sequence["Word"], spans: Sequence[range]
) -> tuple[Sequence[int], Sequence[int]]:
    """For each stretch how many of its words hang outside it, and how many from outside in it."""
    stretch = {n: number for number, span in enumerate(spans) for n in span}
    tops, hosts = [0] * len(spans), [0] * len(spans)
    first = words[0].index
    for position, word in enumerate(words):
        own, above = stretch.get(position), stretch.get(word.head.index - first)
        if word.dep == "punct" or (own == above and not word.is_root):
            continue
        if own is not None:
            tops[own] += 1
        if above is not None and own != above and word.dep not in _LINKS:
            hosts[above] += 1
    return tops, hosts


def _has_subject(words: Sequence["Word"], cut: Insert) -> bool:
    """Whether the verb behind an insert has the subject before it, and no other."""
    found = verb_at(words, cut.closing + 1)
    if found is None:
        return True
    verb = found.head if found.dep in ("aux", "auxpass") else found
    subjects = verb.children_by(*SUBJECTS)
    before = words[cut.opening - 1]
    if not subjects:
        goes_on = cut.kind is Kind.ADJUNCT or before.tag in ("CC", "RB")
        within = cut.opening < verb.head.index - words[0].index < cut.closing
        return verb.dep == "xcomp" or (verb.dep == "conj" and goes_on and not within)
    if len(subjects) > 1 or subjects[0].index > before.index:
        return False
    return before.pos not in ("NOUN", "PROPN", "PRON") or _lies_in(before, subjects[0])


def _lies_in(word: "Word", above: "Word") -> bool:
    for _ in range(_DEEPEST):
        if word is above:
            return True
        word = word.head
    return False
