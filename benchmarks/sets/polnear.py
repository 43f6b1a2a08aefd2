"""PolNeAR: attributions with source, cue and content (Newell et al. 2018).

Attributions are aligned one to one so that their cues, sources and contents overlap most. A cue
counts where it overlaps. For sources and contents the share of the characters that overlap
counts, over ours for precision and over the gold's for recall, as in Pareti 2013. Where several
people annotated a text, the one who found most is taken. The set marks the pronoun of a relative
clause ("the envoy, who said …") where we name whom it stands for: there the pronoun is compared.
"""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

import msgspec

from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import Offsets, offsets
from benchmarks.reading import Item as Text
from benchmarks.reading import read
from benchmarks.scoring import (
    best_alignment,
    f1,
    overlap_f1,
    overlap_precision,
    overlap_recall,
    overlapping,
    precision,
    recall,
)
from khaldun.coding.draft import Draft, Frame

Stretches = tuple[Offsets, ...]


class GoldAttribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what with which words; a part may lie in several stretches, or be missing."""

    annotator: str
    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


class Item(Row, frozen=True, kw_only=True):
    """A news text with its attributions."""

    annotations: tuple[GoldAttribution, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution of either side, as stretches of text."""

    source: Stretches
    cue: Stretches
    content: Stretches


def judge(item: Item, code: Code) -> Outcome:
    """Our frames against the attributions of one annotator."""
    text = read(item)
    gold, draft = gold_sayings(item.annotations, text), code(text.document)
    marked = frozenset(stretch for saying in gold for stretch in saying.source)
    ours = [_of_frame(f, draft, marked) for f in draft.frames]
    pairs = best_alignment([[_closeness(o, g) for g in gold] for o in ours])
    cues = sum(shared(ours[o].cue, gold[g].cue) > 0 for o, g in pairs)
    counts = (float(cues), float(len(ours)), float(len(gold)))
    both = [(ours[o], gold[g]) for o, g in pairs]
    return Outcome(
        item=item.doc_id,
        tallies=(
            *(Tally(metric=f"cue {p}", values=counts) for p in "PRF"),
            *_part_tallies("source", [(o.source, g.source) for o, g in both],
                           [o.source for o in ours], [g.source for g in gold]),
            *_part_tallies("content", [(o.content, g.content) for o, g in both],
                           [o.content for o in ours], [g.content for g in gold]),
        ),
        disagreements=tuple(_disagreements(draft, ours, gold, pairs)),
    )  # fmt: skip


def gold_sayings(annotations: Sequence[GoldAttribution], text: Text) -> list[Saying]:
    """The attributions of the annotator who found most, the first by name among equals."""
    found = Counter(a.annotator for a in annotations)
    chosen = min(found, key=lambda name: (-found[name], name), default="")
    return [
        Saying(*(tuple(text.at(s.span) for s in part) for part in (a.source, a.cue, a.content)))
        for a in annotations
        if a.annotator == chosen
    ]


def _of_frame(frame: Frame, draft: Draft, marked: Container[Offsets]) -> Saying:
    pronoun = next((c for c in frame.cue.children_by("nsubj") if c.tag in ("WP", "WDT")), None)
    if pronoun is not None and (pronoun.start, pronoun.end) in marked:
        source: Stretches = ((pronoun.start, pronoun.end),)
    else:
        source = (offsets(draft.syntax.span(frame.source)),) if frame.source else ()
    return Saying(source, (offsets(frame.cue_span),), tuple(offsets(c) for c in frame.contents))


def shared(ours: Stretches, theirs: Stretches) -> int:
    """How many characters two lists of stretches share."""
    return sum(overlapping(o, t) for o in ours for t in theirs)


def _length(stretches: Stretches) -> int:
    return sum(end - start for start, end in stretches)


def _dice(ours: Stretches, theirs: Stretches) -> float:
    total = _length(ours) + _length(theirs)
    return 2 * shared(ours, theirs) / total if total else 0.0


def _closeness(ours: Saying, gold: Saying) -> float:
    return sum(
        _dice(o, g)
        for o, g in ((ours.cue, gold.cue), (ours.source, gold.source), (ours.content, gold.content))
    )


def _part_tallies(
    name: str,
    pairs: Sequence[tuple[Stretches, Stretches]],
    ours: Sequence[Stretches],
    gold: Sequence[Stretches],
) -> list[Tally]:
    right = sum(shared(o, g) / _length(o) for o, g in pairs if o)
    covered = sum(shared(o, g) / _length(g) for o, g in pairs if g)
    values = (right, float(sum(map(bool, ours))), covered, float(sum(map(bool, gold))))
    return [Tally(metric=f"{name} overlap {part}", values=values) for part in "PRF"]


def _disagreements(
    draft: Draft, ours: Sequence[Saying], gold: Sequence[Saying], pairs: Sequence[tuple[int, int]]
) -> list[Disagreement]:
    matched = {g for _, g in pairs}, {o for o, _ in pairs}
    told = [("attribution missed", s) for i, s in enumerate(gold) if i not in matched[0]]
    told += [("attribution not in the gold", s) for i, s in enumerate(ours) if i not in matched[1]]
    for o, g in pairs:
        for part in ("source", "cue", "content"):
            if _dice(getattr(ours[o], part), getattr(gold[g], part)) < 0.5 and getattr(
                gold[g], part
            ):
                told += [(f"{part} differs: gold", gold[g]), (f"{part} differs: ours", ours[o])]
    text, item = draft.document.text, draft.document.id
    return [Disagreement(kind=k, item=item, note=_shown(text, s)) for k, s in told]


def _shown(text: str, saying: Saying) -> str:
    parts = (saying.source, saying.cue, saying.content)
    return " | ".join(" … ".join(text[s:e][:160] for s, e in part) for part in parts)


SET = GoldSet(
    name="polnear",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="cue P", formula=precision),
        Metric(name="cue R", formula=recall),
        Metric(name="cue F", formula=f1),
        *(
            Metric(name=f"{part} overlap {letter}", formula=formula)
            for part in ("source", "content")
            for letter, formula in (
                ("P", overlap_precision), ("R", overlap_recall), ("F", overlap_f1)
            )
        ),
    ),
)  # fmt: skip
