"""timenorm: time phrases with reference day and TIMEX3 value (Bethard 2013, TempEval data).

Kinds left out, since no phrase alone or no conflict reporting gives them: machine time stamps;
phrases that go back to something told before ("that year", "a day earlier"); business quarters
and fiscal years, also where only the value says so ("a year ago" as 1988-Q3); values that the
gold itself leaves open (WXX). The set writes a century as 19 or 19XX and clock times without their
zone: so much is spelling.
"""

import re
from collections.abc import Iterable
from typing import Literal

from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import offsets
from benchmarks.reading import as_it_stands
from benchmarks.scoring import overlapping, ratio
from khaldun.record import Time

LEFT_OUT = {
    "machine time stamp": re.compile(r"^\d{4}-?\d\d-?\d\d(T.*)?$|^\d{8}|^\d\d/\d\d/\d{4}"),
    "goes back to something told before": re.compile(
        r"\b(that|those|same|following|earlier|later|previous|then|the time|before|after)\b", re.I
    ),
    "business quarter or fiscal year": re.compile(r"quarter|fiscal|year-ago|year-earlier", re.I),
}
_OPEN = re.compile(r"WXX|^$|^\d{4}-Q\d$")
_OPEN_DIGITS = re.compile(r"(?<=^\d\d)X{1,2}$|(?<=^\d\d\d)X$")
_ZONE = re.compile(r"(T\d\d(?::\d\d)?)(?:Z|[+-]\d\d(?::\d\d)?)$")


class Timex3(Stretch, frozen=True, kw_only=True):
    """A phrase with its type and value."""

    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str


class Item(Row, frozen=True, kw_only=True):
    """A phrase, which is the whole text."""

    annotations: tuple[Timex3]


def judge(item: Item, code: Code) -> Outcome:
    """The value of the phrase against the gold value."""
    (gold,) = item.annotations
    if left_out(item.text) is not None or _OPEN.search(gold.value):
        return Outcome(item=item.doc_id)
    ours = covering(code(as_it_stands(item).document).times, gold.span)
    right = ours is not None and same(ours.timex.value, gold.value)
    tally = (float(right), 1.0)
    return Outcome(
        item=item.doc_id,
        tallies=(
            Tally(metric="value accuracy", values=tally),
            Tally(metric=f"value accuracy, {gold.type}", values=tally),
        ),
        disagreements=() if right else (_told(item, ours),),
    )


def left_out(text: str) -> str | None:
    """The kind for which a phrase is left out, None where it is judged."""
    return next((kind for kind, pattern in LEFT_OUT.items() if pattern.search(text)), None)


def covering(times: Iterable[Time], stretch: tuple[int, int]) -> Time | None:
    """The time expression that shares most with the stretch, the first among equals."""
    shared = [(overlapping(offsets(t.span), stretch), t) for t in times]
    best = max(shared, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] else None


def same(ours: str, gold: str) -> bool:
    """Equal values; zero seconds, a zone and the open digits of a century make no difference."""
    return _spelled(ours) == _spelled(gold)


def _spelled(value: str) -> str:
    return _OPEN_DIGITS.sub("", _ZONE.sub(r"\1", value)).removesuffix(":00")


def _told(item: Item, ours: Time | None) -> Disagreement:
    (gold,) = item.annotations
    value = "nothing" if ours is None else ours.timex.value
    note = f"{item.text} ({item.dct}) = {gold.value}, ours {value}"
    return Disagreement(kind=f"{gold.type} differs", item=item.doc_id, note=note)


SET = GoldSet(
    name="timenorm_tsv",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="value accuracy", formula=ratio),
        *(
            Metric(name=f"value accuracy, {kind}", formula=ratio)
            for kind in ("DATE", "TIME", "DURATION", "SET")
        ),
    ),
    note="left out: " + "; ".join((*LEFT_OUT, "open gold values")),
)
