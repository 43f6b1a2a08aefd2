"""PLV: the PLOVER root of a marked source and target (Hu et al. 2024, Zero-Shot PLOVER).

CONCEDE and RETREAT count as YIELD, since the set keeps the two as one root. Of the reports
found, the one whose actors and recipients overlap the marked pair most is judged; between
equals the first. Of two-sided events, all of whose parties are actors, one is taken as actor
and the others as recipients.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from benchmarks.calibration import METRICS, Verdict, tallies
from benchmarks.gold import Row
from benchmarks.halves import Half, half_of
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import Offsets, offsets, overlap
from benchmarks.reading import read
from benchmarks.scoring import class_tally, dice, macro_f1, ratio
from benchmarks.sets.zsp_plv_labels import as_labelled, root_of
from khaldun.coding.draft import Draft
from khaldun.record import Report

ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
PLACED = "both parties overlap, the place for a missing recipient"
_TAG = re.compile(r"</?[st]>")


class MarkedEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A root, and the sentence with its source and target marked by <s> and <t>."""

    plover_root: str
    marked: str


class Item(Row, frozen=True, kw_only=True):
    """A sentence with one marked event."""

    annotations: tuple[MarkedEvent]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The report judged, and how well its parties overlap the marked ones, 0 to 1 each.

    A party that the item does not mark is right whatever the report has there.
    """

    report: Report
    source: float
    target: float
    place: float


def judge(item: Item, code: Code) -> Outcome:
    """The report that fits the marked pair best, against the root."""
    text, (event,) = read(item), item.annotations
    draft = code(text.document)
    source, target = (text.all_at(marked(event.marked, tag)) for tag in "st")
    chosen = best_report(draft, source, target)
    guess = None if chosen is None else root_of(chosen.report.type)
    mapped = None if chosen is None else as_labelled(chosen.report, draft)
    return Outcome(
        item=item.doc_id,
        tallies=(
            *_tallies(chosen, guess, mapped, event.plover_root),
            *tallies(_verdicts(chosen, mapped, event.plover_root)),
        ),
        disagreements=_disagreement(item, draft, chosen, mapped),
        key=_trigger(chosen, draft),
    )


def verdicts(item: Item, code: Code) -> tuple[Draft, list[Verdict]]:
    """The report judged, where at least one of its parties is a marked one."""
    text, (event,) = read(item), item.annotations
    draft = code(text.document)
    chosen = best_report(draft, *(text.all_at(marked(event.marked, tag)) for tag in "st"))
    mapped = None if chosen is None else as_labelled(chosen.report, draft)
    return draft, _verdicts(chosen, mapped, event.plover_root)


def _verdicts(chosen: Chosen | None, mapped: str | None, gold: str) -> list[Verdict]:
    if chosen is None or not (chosen.source or chosen.target):
        return []
    both = chosen.source > 0 and (chosen.target > 0 or chosen.place > 0)
    right = mapped == gold
    return [Verdict(report=chosen.report, type=right, parties=both if right else None)]


def marked(text: str, tag: str) -> list[Offsets]:
    """Where the stretches between <tag> and </tag> stand once all tags are taken out."""
    found: list[Offsets] = []
    removed, start = 0, 0
    for match in _TAG.finditer(text):
        position = match.start() - removed
        removed += len(match.group())
        if match.group() == f"<{tag}>":
            start = position
        elif match.group() == f"</{tag}>":
            found.append((start, position))
    return found


def party_overlap(draft: Draft, actors: Sequence[str], stretches: Sequence[Offsets]) -> float:
    """How well the best of the actors overlaps the marked party; 1 where none is marked."""
    return overlap(draft, actors, stretches) if stretches else 1.0


def best_report(
    draft: Draft, source: Sequence[Offsets], target: Sequence[Offsets]
) -> Chosen | None:
    """The report whose parties overlap the pair most; both parties count before how much."""
    choices = [
        Chosen(
            report,
            party_overlap(draft, doers, source),
            party_overlap(draft, others, target),
            place_overlap(draft, report, target),
        )
        for report in draft.reports
        for doers, others in sides(report)
    ]
    return max(
        choices,
        key=lambda c: ((c.source > 0) + (c.target > 0), c.source + c.target),
        default=None,
    )


def place_overlap(draft: Draft, report: Report, stretches: Sequence[Offsets]) -> float:
    """How well the place of a report without recipient overlaps the marked party."""
    if report.recipients:
        return 0.0
    named = [offsets(m) for p in draft.places if p.id == report.place for m in p.mentions]
    return max((dice(n, s) for n in named for s in stretches), default=0.0)


def sides(report: Report) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Who does it and to whom; in a meeting or fight each actor, and the others as recipients.

    In the PLOVER manual both sides of a two-sided event are actors.
    """
    if report.recipients or len(report.actors) < 2:
        return [(report.actors, report.recipients)]
    return [((one,), tuple(a for a in report.actors if a != one)) for one in report.actors]


def compare(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Tell apart the items of the unread half whose trigger the read half does not have."""
    read = {o.key for o in outcomes if half_of(o.item) is Half.READ}
    return [
        _with_unseen(o) if half_of(o.item) is Half.UNREAD and _unseen(o, read) else o
        for o in outcomes
    ]


def _unseen(outcome: Outcome, read: set[str | None]) -> bool:
    return outcome.key is not None and outcome.key not in read


def _with_unseen(outcome: Outcome) -> Outcome:
    values = next(t.values for t in outcome.tallies if t.metric == "accuracy, labels as mapped")
    added = Tally(metric="accuracy, labels as mapped, unseen verbs", values=values)
    return replace(outcome, tallies=(*outcome.tallies, added))


def _tallies(
    chosen: Chosen | None, guess: str | None, mapped: str | None, gold: str
) -> list[Tally]:
    source = chosen is not None and chosen.source > 0
    target = chosen is not None and chosen.target > 0
    both, right, right_mapped = source and target, guess == gold, mapped == gold
    shares = {
        "accuracy": right,
        "accuracy, labels as mapped": right_mapped,
        "coverage": chosen is not None,
        "actor overlaps": source,
        "recipient overlaps": target,
        "both parties overlap": both,
        PLACED: both or (source and chosen is not None and chosen.place > 0),
        "type and both parties": right and both,
        "type and both parties, labels as mapped": right_mapped and both,
    }
    found = [Tally(metric=m, values=(float(v), 1.0)) for m, v in shares.items()]
    for metric, name in (("macro-F1", guess), ("macro-F1, labels as mapped", mapped)):
        found.append(Tally(metric=metric, values=class_tally(name, gold, ROOTS)))
    return found


def _trigger(chosen: Chosen | None, draft: Draft) -> str | None:
    """The lemma that the item hangs on: the judged trigger, else the root of the sentence."""
    if chosen is None:
        return draft.syntax.sentences[0].root.lemma if draft.syntax.sentences else None
    trigger = chosen.report.trigger
    words = draft.syntax.words_within(trigger.start, trigger.end)
    return words[0].lemma if words else trigger.quote.lower()


def _named(draft: Draft, chosen: Chosen) -> str:
    names = {a.id: a.name for a in draft.actors}
    sides = (chosen.report.actors, chosen.report.recipients)
    return " > ".join(", ".join(names[i] for i in side) or "nobody" for side in sides)


def _disagreement(
    item: Item, draft: Draft, chosen: Chosen | None, guess: str | None
) -> tuple[Disagreement, ...]:
    (event,) = item.annotations
    if chosen is None:
        return (_told(f"{event.plover_root}: nothing found", item, ""),)
    trigger = f"[{chosen.report.trigger.quote} | {chosen.report.rule} | {_named(draft, chosen)}]"
    if guess != event.plover_root:
        return (_told(f"{event.plover_root} taken for {guess}", item, trigger),)
    if not chosen.source or not chosen.target:
        party = "actor" if not chosen.source else "recipient"
        return (_told(f"type right, {party} wrong", item, trigger),)
    return ()


def _told(kind: str, item: Item, trigger: str) -> Disagreement:
    return Disagreement(kind=kind, item=item.doc_id, note=f"{trigger} {item.annotations[0].marked}")


SET = GoldSet(
    name="zsp_plv",
    row=Item,
    judge=judge,
    compare=compare,
    metrics=(
        Metric(name="accuracy", formula=ratio),
        Metric(name="macro-F1", formula=macro_f1),
        Metric(name="accuracy, labels as mapped", formula=ratio),
        Metric(name="macro-F1, labels as mapped", formula=macro_f1),
        Metric(name="accuracy, labels as mapped, unseen verbs", formula=ratio),
        Metric(name="coverage", formula=ratio),
        Metric(name="actor overlaps", formula=ratio),
        Metric(name="recipient overlaps", formula=ratio),
        Metric(name="both parties overlap", formula=ratio),
        Metric(name=PLACED, formula=ratio),
        Metric(name="type and both parties", formula=ratio),
        Metric(name="type and both parties, labels as mapped", formula=ratio),
        *METRICS,
    ),
    note="CONCEDE and RETREAT count as YIELD; mapped labels are in sets/zsp_plv_labels.py",
)
