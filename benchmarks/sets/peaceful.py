"""Peaceful news of our own: sentences in which nothing happens that PLOVER has a type for.

Sport, weather, business, culture, science and the rest of a paper, in the words of conflict:
"the striker fired", "shares fell under attack". The set is ours, so it is in the repository,
in `benchmarks/data/peaceful.txt`. Any report at all is a false alarm.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.calibration import Verdict
from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.reading import as_it_stands
from benchmarks.scoring import ratio
from benchmarks.templates import chosen
from khaldun.coding.draft import Draft

FILE = Path(__file__).parents[1] / "data" / "peaceful.txt"
METRIC = "peaceful sentences that get an event"
_TAKEN = 3  # sentences a template


@cache
def rows() -> tuple[Row, ...]:
    """The sentences, in file order, each named by its topic, template and choice."""
    return tuple(_rows(FILE.read_text(encoding="utf-8").splitlines()))


def _rows(lines: list[str]) -> Iterator[Row]:
    topic = ""
    for number, line in enumerate(lines, start=1):
        if line.startswith("["):
            topic = line.strip("[]")
        elif line and not line.startswith("#"):
            for choice, text in enumerate(sentences(line)):
                yield Row(doc_id=f"{topic} {number}.{choice}", text=text)


def sentences(template: str) -> list[str]:
    """The sentences of a template: the first takes every first choice, and so on."""
    found = (chosen(template, number) for number in range(_TAKEN))
    return [text[0].upper() + text[1:] for text in found]


def judge(item: Row, code: Code) -> Outcome:
    """Whether the sentence gets any report."""
    draft = code(as_it_stands(item).document)
    told = tuple(
        Disagreement(kind=f"{r.type} by {r.rule}", item=item.doc_id, note=item.text)
        for r in draft.reports
    )
    tally = Tally(metric=METRIC, values=(float(bool(told)), 1.0))
    return Outcome(item=item.doc_id, tallies=(tally,), disagreements=told)


def verdicts(item: Row, code: Code) -> tuple[Draft, list[Verdict]]:
    """Every report, none of which has a right type."""
    draft = code(as_it_stands(item).document)
    return draft, [Verdict(report=report, type=False) for report in draft.reports]


SET = GoldSet(
    name="peaceful",
    row=Row,
    judge=judge,
    rows=rows,
    metrics=(Metric(name=METRIC, formula=ratio),),
    note="sentences of our own, in benchmarks/data/peaceful.txt",
)
