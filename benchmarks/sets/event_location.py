"""Event locations: one verb of a sentence, and the span of its place or none (Halterman 2019).

Each sentence has one answer. It is right when the place that we give the verb is named in the
gold span, or when neither gives one; P, R and F are over the sentences that have a place.
"""

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import Offsets, offsets
from benchmarks.reading import read
from benchmarks.scoring import f1, overlapping, precision, ratio, recall
from khaldun.coding.draft import Draft
from khaldun.coding.where import where_of


class Verb(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="event_verb"):
    """The verb that is asked about."""

    begin: int
    end: int


class Location(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="event_location"):
    """Where it happened."""

    begin: int
    end: int


class Nowhere(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="no_location"):
    """The sentence does not say where, or the span could not be read."""

    unreadable_spans: int = 0


class Item(Row, frozen=True, kw_only=True):
    """A sentence with a verb and its places, if any."""

    annotations: tuple[Verb | Location | Nowhere, ...]


def judge(item: Item, code: Code) -> Outcome:
    """The place of the verb against the gold span."""
    gold = [(a.begin, a.end) for a in item.annotations if isinstance(a, Location)]
    verbs = [(a.begin, a.end) for a in item.annotations if isinstance(a, Verb)]
    unreadable = any(isinstance(a, Nowhere) and a.unreadable_spans for a in item.annotations)
    if unreadable or not verbs:
        return Outcome(item=item.doc_id)
    text = read(item)
    draft = code(text.document)
    named = place_of(draft, text.at(verbs[0]))
    right = any(overlapping(n, g) for n in named for g in text.all_at(gold))
    counts = (float(right), float(bool(named)), float(bool(gold)))
    agreed = right or (not named and not gold)
    return Outcome(
        item=item.doc_id,
        tallies=(
            *(Tally(metric=part, values=counts) for part in "PRF"),
            Tally(metric="accuracy", values=(float(agreed), 1.0)),
        ),
        disagreements=() if agreed else (_told(item, verbs[0], gold, draft, named),),
    )


def place_of(draft: Draft, verb: Offsets) -> list[Offsets]:
    """Where the place of the verb is named, nowhere if it has none."""
    words = [w for w in draft.syntax.words if overlapping((w.start, w.end), verb)]
    place_id = where_of(draft, words[0]) if words else None
    return [offsets(m) for p in draft.places if p.id == place_id for m in p.mentions]


def _told(
    item: Item, verb: Offsets, gold: list[Offsets], draft: Draft, named: list[Offsets]
) -> Disagreement:
    kind = "wrong place" if gold and named else "place missed" if gold else "place given, has none"
    theirs = " / ".join(item.text[s:e] for s, e in gold)
    ours = " / ".join(draft.document.text[s:e] for s, e in named)
    note = f"[{item.text[slice(*verb)]}] gold: {theirs}, ours: {ours} | {item.text}"
    return Disagreement(kind=kind, item=item.doc_id, note=note)


SET = GoldSet(
    name="event_location",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="P", formula=precision),
        Metric(name="R", formula=recall),
        Metric(name="F", formula=f1),
        Metric(name="accuracy", formula=ratio),
    ),
)
