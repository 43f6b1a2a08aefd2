"""CD-SCO: negation cues and the events that they negate, in stories (Morante and Blanco 2012).

The cues are those of `negation_cues`, words with a negative affix ("unhappy") among them; the
figure without these is given too. A negated event is right when the word that a cue we found
negates, or an auxiliary of it, which the set marks alone in "could not", is among its words.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import Offsets
from benchmarks.reading import Item as Text
from benchmarks.reading import read
from benchmarks.scoring import f1, overlap_tally, overlapping, precision, ratio, recall
from khaldun.coding.certainty import negation_cues
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word

_COPULAS = frozenset({"be", "become", "seem"})


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A word, or a part of one, by its start."""

    begin: int
    text: str

    @property
    def span(self) -> Offsets:
        """Where it stands."""
        return self.begin, self.begin + len(self.text)


class Negation(msgspec.Struct, frozen=True, kw_only=True):
    """A cue and the event that it negates, if it does."""

    cue: tuple[Token, ...]
    event: tuple[Token, ...]


class Item(Row, frozen=True, kw_only=True):
    """A sentence with its negations."""

    annotations: tuple[Negation, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Our cues and negated words against the gold ones."""
    text = read(item)
    draft = code(text.document)
    ours = negated_by(draft)
    cues = [text.at(_hull(n.cue)) for n in item.annotations]
    whole = [c for c, n in zip(cues, item.annotations, strict=True) if _is_whole(n, item.text)]
    found = overlap_tally(list(ours), cues)
    found_whole = overlap_tally([cue for cue in ours if not _is_affixed(cue, ours)], whole)
    tallies = [Tally(metric=f"cue {part}", values=found) for part in "PRF"]
    tallies += [Tally(metric=f"cue {p}, affixes left out", values=found_whole) for p in "PRF"]
    told: list[Disagreement] = _cue_disagreements(item, draft, ours, cues)
    for negation in item.annotations:
        if negation.event and _is_whole(negation, item.text):
            right = event_is_right(negation, text, ours)
            tallies.append(Tally(metric="negated event right", values=(float(right), 1.0)))
            told += [] if right else [_told(item, "negated event missed", negation)]
    return Outcome(item=item.doc_id, tallies=tuple(tallies), disagreements=tuple(told))


def negated_by(draft: Draft) -> dict[Offsets, list[Word]]:
    """Our cues in text order, each with the word that it negates."""
    found: Mapping[Offsets, list[Word]] = defaultdict(list)
    for cue, negated in negation_cues(draft):
        found[cue[0].start, cue[-1].end].append(negated)
    return dict(sorted(found.items()))


def _is_affixed(cue: Offsets, ours: Mapping[Offsets, Sequence[Word]]) -> bool:
    """Whether the word negates itself: "unhappy"."""
    return any((word.start, word.end) == cue for word in ours[cue])


def event_is_right(negation: Negation, text: Text, ours: Mapping[Offsets, Sequence[Word]]) -> bool:
    """Whether the highest word that the cue makes negative is one of the event's."""
    cue = text.at(_hull(negation.cue))
    event = [text.at(t.span) for t in negation.event]
    highest = [_highest(words) for span, words in ours.items() if overlapping(span, cue)]
    predicates = [w for h in highest for w in (h, *h.children_by("aux", "auxpass"))]
    return any(overlapping((w.start, w.end), e) for w in predicates for e in event)


def _highest(words: Sequence[Word]) -> Word:
    """The highest word; of a copula, its predicate."""
    top = min(words, key=lambda w: sum(1 for _ in w.ancestors()))
    predicate = top.child("attr", "acomp")
    return predicate if top.lemma in _COPULAS and predicate is not None else top


def _hull(tokens: Sequence[Token]) -> Offsets:
    return min(t.begin for t in tokens), max(t.span[1] for t in tokens)


def _is_whole(negation: Negation, text: str) -> bool:
    """Whether the cue is made of whole words."""
    start, end = _hull(negation.cue)
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not before.isalpha() and not after.isalpha()


def _cue_disagreements(
    item: Item, draft: Draft, ours: Mapping[Offsets, object], cues: Sequence[Offsets]
) -> list[Disagreement]:
    extra = [o for o in ours if not any(overlapping(o, c) for c in cues)]
    missed = [c for c in cues if not any(overlapping(o, c) for o in ours)]
    read_as = draft.document.text
    told = [("cue not in the gold", o) for o in extra] + [("cue missed", c) for c in missed]
    return [
        Disagreement(kind=kind, item=item.doc_id, note=f"[{read_as[s:e]}] {item.text}")
        for kind, (s, e) in told
    ]


def _told(item: Item, kind: str, negation: Negation) -> Disagreement:
    cue, event = (" ".join(t.text for t in part) for part in (negation.cue, negation.event))
    return Disagreement(kind=kind, item=item.doc_id, note=f"[{cue} | {event}] {item.text}")


SET = GoldSet(
    name="cdsco",
    row=Item,
    judge=judge,
    metrics=(
        *(
            Metric(name=f"cue {part}{rest}", formula=formula)
            for rest in ("", ", affixes left out")
            for part, formula in (("P", precision), ("R", recall), ("F", f1))
        ),
        Metric(name="negated event right", formula=ratio),
    ),
)
