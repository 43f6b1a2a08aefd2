"""Plain sentences of conflict reporting of our own, with what a careful reader would record.

Invented sentences about many wars, real and made up, in `benchmarks/data/conflict_sentences.txt`,
which states its notation. Reports of a sentence are aligned with its events so that the most
fields are right; the types must be the same. Fields are judged for aligned pairs: parties by
whose mentions share characters with the words given, all of them and nobody else, save that the
place may stand for a recipient that the sentence does not name; the place likewise; the holder by
the words of the chain of attribution; a count and a range of days exactly. "Whole lines right" is
the share of the events of which every field is right, among all. Forecasts are counted, one a
sentence.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.calibration import METRICS, Verdict
from benchmarks.calibration import tallies as sureness
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import mentions, offsets
from benchmarks.reading import as_it_stands
from benchmarks.scoring import best_alignment, f1, overlapping, precision, ratio, recall
from benchmarks.sets.conflict_lines import Item, Line, Words, items
from benchmarks.values import is_negative
from khaldun.coding.draft import Draft
from khaldun.record import Attribution, Factuality, QuantityRole, Report, Status

FILE = Path(__file__).parents[1] / "data" / "conflict_sentences.txt"
ALARM, WHOLE = "sentences without an event that get one", "whole lines right"
_FORECASTS, _HELD = "forecasts", "holders of forecasts right"
_UNDONE = (Status.PLANNED, Status.HYPOTHETICAL)
_UNSURE = (Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNCOMMITTED)


@cache
def rows() -> tuple[Item, ...]:
    """The sentences, in file order."""
    return tuple(items(FILE.read_text(encoding="utf-8").splitlines()))


@dataclass(frozen=True, slots=True)
class Pair:
    """A report held against the event that it may be."""

    line: Line
    report: Report
    draft: Draft


def judge(item: Item, code: Code) -> Outcome:
    """Events, their fields, and forecasts, each against ours."""
    draft = code(as_it_stands(item).document)
    pairs = aligned(item.annotations, draft)
    asked = [line for line in item.annotations if not line.optional]
    found = [p for p in pairs if not p.line.optional]
    extra = [r for r in draft.reports if all(p.report is not r for p in pairs)]
    events = (float(len(found)), float(len(found) + len(extra)), float(len(asked)))
    tallies = [Tally(metric=f"events {p}", values=events) for p in "PRF"]
    if not asked:
        tallies.append(Tally(metric=ALARM, values=(float(bool(extra)), 1.0)))
    whole = [p for p in found if not wrong_fields(p)]
    tallies.append(Tally(metric=WHOLE, values=(float(len(whole)), float(len(asked)))))
    tallies += [t for pair in found for t in _field_tallies(pair)]
    tallies += _forecast_tallies(item, draft)
    tallies += sureness(_verdicts(pairs, extra))
    return Outcome(
        item=item.doc_id,
        tallies=tuple(tallies),
        disagreements=tuple(_told(item, draft, found, extra)),
    )


def verdicts(item: Item, code: Code) -> tuple[Draft, list[Verdict]]:
    """Every report: its type is right where it is an event of the sentence."""
    draft = code(as_it_stands(item).document)
    pairs = aligned(item.annotations, draft)
    extra = [r for r in draft.reports if all(p.report is not r for p in pairs)]
    return draft, _verdicts(pairs, extra)


def _verdicts(pairs: Sequence[Pair], extra: Sequence[Report]) -> list[Verdict]:
    told = [Verdict(report=p.report, type=True, parties=_has_right_parties(p)) for p in pairs]
    return [*told, *(Verdict(report=r, type=False) for r in extra)]


def _has_right_parties(pair: Pair) -> bool | None:
    """Whether both sides are right; of an event that only may be there none is told."""
    if pair.line.optional:
        return None
    return _actors(pair) is not False and _recipients(pair) is not False


def aligned(lines: Sequence[Line], draft: Draft) -> list[Pair]:
    """Each event with the report that is it."""
    pairs = [[Pair(line, r, draft) for r in draft.reports] for line in lines]
    weights = [[_weight(p) for p in row] for row in pairs]
    return [pairs[row][column] for row, column in best_alignment(weights)]


def _weight(pair: Pair) -> float:
    if pair.report.type not in pair.line.types:
        return 0.0
    if pair.line.optional:
        return 1.0
    return 20.0 - len(wrong_fields(pair))


def wrong_fields(pair: Pair) -> list[str]:
    """The names of the judged fields that are not as they should be."""
    return [name for name, right in FIELDS.items() if right(pair) is False]


def _actors(pair: Pair) -> bool | None:
    return _parties(pair, pair.line.actors, pair.report.actors)


def _recipients(pair: Pair) -> bool | None:
    """Where nobody need be named, the place may stand for those who were struck there."""
    line = pair.line
    wanted, place = line.recipients, line.place
    if wanted is not None and not wanted.needed and place is not None:
        wanted = Words(tolerated=(*wanted.tolerated, *place.needed, *place.tolerated))
    return _parties(pair, wanted, pair.report.recipients)


def _parties(pair: Pair, wanted: Words | None, ours: Sequence[str]) -> bool | None:
    if wanted is None:
        return None
    spoken = [mentions(pair.draft, [party]) for party in ours]
    return _fits(pair.draft.document.text, wanted, spoken)


def _place(pair: Pair) -> bool | None:
    if pair.line.place is None:
        return None
    places = [p for p in pair.draft.places if p.id == pair.report.place]
    spoken = [[offsets(m) for m in p.mentions] for p in places]
    return _fits(pair.draft.document.text, pair.line.place, spoken)


def _fits(text: str, wanted: Words, ours: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether all that is needed is there, and nothing that is neither needed nor tolerated."""
    allowed = [_stretches(text, w) for w in (*wanted.needed, *wanted.tolerated)]
    found = [[_share(spoken, places) for places in allowed] for spoken in ours]
    needed = range(len(wanted.needed))
    return all(any(row) for row in found) and all(any(row[n] for row in found) for n in needed)


def _stretches(text: str, words: str) -> list[tuple[int, int]]:
    starts = [n for n in range(len(text)) if text.startswith(words, n)]
    return [(n, n + len(words)) for n in starts]


def _share(one: Iterable[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    return any(overlapping(a, b) for a in one for b in other)


def _killed(pair: Pair) -> bool | None:
    wanted = pair.line.killed
    if wanted is None:
        return None
    counted = [q for q in pair.report.quantities if q.role is QuantityRole.KILLED]
    if not counted or not wanted:
        return not counted and not wanted
    sums = [_sum(q.minimum for q in counted), _sum(q.maximum for q in counted)]
    return wanted in {tuple(sums), *((q.minimum, q.maximum) for q in counted)}


def _sum(ends: Iterable[float | None]) -> float | None:
    known = list(ends)
    return None if None in known else sum(e for e in known if e is not None)


def _day(pair: Pair) -> bool | None:
    if pair.line.day is None:
        return None
    when = pair.report.when
    return (str(when.earliest), str(when.latest)) == pair.line.day


def _status(pair: Pair) -> bool | None:
    wanted, report = pair.line.status, pair.report
    if wanted is None:
        return None
    tests = {
        "denied": is_negative(report.certainty.value),
        "planned": report.status in _UNDONE,
        "attempted": report.status is Status.ATTEMPTED,
        "possible": report.certainty.value in _UNSURE,
    }
    if wanted == "claimed":
        return not (tests["denied"] or tests["planned"] or tests["attempted"])
    return tests[wanted] if wanted in tests else not any(tests.values())


def _holder(pair: Pair) -> bool | None:
    return held_by(pair.line.holder, pair.report.attribution)


def held_by(wanted: Words | None, chain: Sequence[Attribution]) -> bool | None:
    """Whether one of the chain is the holder; no words mean the author."""
    if wanted is None:
        return None
    if not wanted.needed:
        return not chain
    return any(w.lower() in link.holder.lower() for w in wanted.needed for link in chain)


FIELDS: dict[str, Callable[[Pair], bool | None]] = {
    "actors": _actors,
    "recipients": _recipients,
    "place": _place,
    "killed": _killed,
    "day": _day,
    "status": _status,
    "holder": _holder,
}


def _field_tallies(pair: Pair) -> list[Tally]:
    judged = ((name, right(pair)) for name, right in FIELDS.items())
    return [
        Tally(metric=f"{name} right", values=(float(right), 1.0))
        for name, right in judged
        if right is not None
    ]


def _forecast_tallies(item: Item, draft: Draft) -> list[Tally]:
    wanted, ours = len(item.forecasts), min(1, len(draft.forecasts))
    values = (float(min(wanted, ours)), float(ours), float(wanted))
    tallies = [Tally(metric=f"{_FORECASTS} {p}", values=values) for p in "PRF"]
    if wanted and ours:
        right = any(held_by(item.forecasts[0], f.attribution) for f in draft.forecasts)
        tallies.append(Tally(metric=_HELD, values=(float(right), 1.0)))
    return tallies


def _told(
    item: Item, draft: Draft, found: Sequence[Pair], extra: Sequence[Report]
) -> Iterable[Disagreement]:
    def told(kind: str, note: str) -> Disagreement:
        return Disagreement(kind=kind, item=item.doc_id, note=f"{note} | {item.text}")

    for line in item.annotations:
        if not line.optional and all(p.line is not line for p in found):
            yield told(f"missed {line.types[0]}", "")
    yield from (told(f"not there {r.type}", f"{r.trigger.quote} by {r.rule}") for r in extra)
    for pair in found:
        for name in wrong_fields(pair):
            yield told(f"wrong {name}", _described(name, pair))
    if len(item.forecasts) != min(1, len(draft.forecasts)):
        yield told("forecast missed" if item.forecasts else "forecast not there", "")


def _described(name: str, pair: Pair) -> str:
    """What we have of a field, for whoever reads the details."""
    report = pair.report
    names = {a.id: a.name for a in pair.draft.actors} | {p.id: p.name for p in pair.draft.places}
    shown = {
        "actors": [names[i] for i in report.actors],
        "recipients": [names[i] for i in report.recipients],
        "place": names.get(report.place or ""),
        "killed": [(q.minimum, q.maximum) for q in report.quantities if q.role == "killed"],
        "day": f"{report.when.earliest}/{report.when.latest} {report.when.basis}",
        "status": f"{report.status} {report.certainty.value}",
        "holder": [link.holder for link in report.attribution],
    }
    return f"[{report.trigger.quote}] {shown[name]}"


SET = GoldSet(
    name="conflict_sentences",
    row=Item,
    judge=judge,
    rows=rows,
    metrics=(
        *(
            Metric(name=f"{kind} {name}", formula=formula)
            for kind in ("events", _FORECASTS)
            for name, formula in (("P", precision), ("R", recall), ("F", f1))
        ),
        *(Metric(name=f"{name} right", formula=ratio) for name in FIELDS),
        *(Metric(name=name, formula=ratio) for name in (_HELD, WHOLE, ALARM)),
        *METRICS,
    ),
    note="sentences of our own, in benchmarks/data/conflict_sentences.txt",
)
