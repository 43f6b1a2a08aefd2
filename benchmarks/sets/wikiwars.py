"""WikiWars: war narratives with TIMEX2 (Mazur and Dale 2010).

Detection is by overlap, one to one. A value is right when it equals the gold one after TIMEX2
is mapped to TIMEX3: spelling only, since the set's VAL already follows ISO 8601 (see
`as_timex3`); modifiers are not compared. Expressions without a gold value count for detection
only.
"""

import re

from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import offsets
from benchmarks.reading import read
from benchmarks.scoring import (
    best_alignment,
    dice,
    f1,
    overlap_f1,
    overlap_precision,
    overlap_recall,
    precision,
    recall,
)
from khaldun.record import Time

_CLOCK = re.compile(r"(T\d\d)(:00)+$")


class Timex2(Stretch, frozen=True, kw_only=True):
    """A time expression and its TIMEX2 value."""

    text: str
    val: str | None = None


class Item(Row, frozen=True, kw_only=True):
    """A narrative with its time expressions."""

    annotations: tuple[Timex2, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Our time expressions against the gold ones."""
    text = read(item)
    times = code(text.document).times
    places = [text.at(g.span) for g in item.annotations]
    weights = [[dice(offsets(t.span), p) for p in places] for t in times]
    pairs = [(times[t], item.annotations[g]) for t, g in best_alignment(weights)]
    found = (float(len(pairs)), float(len(times)), float(len(item.annotations)))
    right = float(sum(is_right(ours, gold) for ours, gold in pairs))
    valued = sum(g.val is not None for g in item.annotations)
    unvalued = sum(g.val is None for _, g in pairs)
    value = (right, float(len(times) - unvalued), right, float(valued))
    return Outcome(
        item=item.doc_id,
        tallies=(
            *(Tally(metric=f"detection {part}", values=found) for part in "PRF"),
            *(Tally(metric=f"value {part}", values=value) for part in "PRF"),
        ),
        disagreements=tuple(_disagreements(item, times, pairs)),
    )


def is_right(ours: Time, gold: Timex2) -> bool:
    """Whether the values are the same; an expression without one cannot be right."""
    return gold.val is not None and ours.timex.value == as_timex3(gold.val)


def as_timex3(value: str) -> str:
    """A TIMEX2 value as TIMEX3 writes it: no zero seconds, "T12" for "T12:00:00"."""
    return _CLOCK.sub(r"\1:00", value.strip())


def _disagreements(
    item: Item, times: tuple[Time, ...], pairs: list[tuple[Time, Timex2]]
) -> list[Disagreement]:
    ours, theirs = {t.id for t, _ in pairs}, {g.span for _, g in pairs}
    told = [("missed", f"{g.text} = {g.val}") for g in item.annotations if g.span not in theirs]
    told += [
        ("not in the gold", f"{t.span.quote} = {t.timex.value}") for t in times if t.id not in ours
    ]
    told += [
        ("value differs", f"{g.text} = {g.val}, ours {t.span.quote} = {t.timex.value}")
        for t, g in pairs
        if g.val is not None and not is_right(t, g)
    ]
    return [Disagreement(kind=kind, item=item.doc_id, note=note) for kind, note in told]


SET = GoldSet(
    name="wikiwars",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="detection P", formula=precision),
        Metric(name="detection R", formula=recall),
        Metric(name="detection F", formula=f1),
        Metric(name="value P", formula=overlap_precision),
        Metric(name="value R", formula=overlap_recall),
        Metric(name="value F", formula=overlap_f1),
    ),
    note="eight documents: the interval is over documents and wide",
)
