"""CASE 2021 task 2: snippets with ACLED-like sub-types (Haneczok et al. 2021).

A snippet has one sub-type, the coder gives reports. The main report is judged: the gravest of
those that happened, in the order below, the first among equals, as ACLED codes the gravest act.
Sub-types and PLOVER types do not match one to one, so each sub-type lists all types that can
be its answer; a main report of one of them counts as the sub-type's class.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from benchmarks.calibration import Verdict
from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import real
from benchmarks.reading import read
from benchmarks.scoring import class_tally, ratio, weighted_f1
from khaldun.coding.draft import Draft
from khaldun.record import EventType as E
from khaldun.record import Report

_GRAVEST = (
    E.ASSAULT, E.PROTEST, E.COERCE, E.MOBILIZE, E.RETREAT, E.SANCTION, E.CONCEDE, E.AGREE,
    E.COOPERATE, E.AID, E.THREATEN, E.REJECT, E.ACCUSE, E.REQUEST, E.SUPPORT, E.CONSULT,
)  # fmt: skip
_TALK = (
    E.CONSULT, E.SUPPORT, E.AGREE, E.CONCEDE, E.COOPERATE, E.SANCTION, E.ACCUSE, E.REJECT,
    E.REQUEST, E.THREATEN,
)  # fmt: skip

CLASSES = ("violence", "protest", "arrest or seizure", "diplomacy", "agreement", "claim",
           "deployment", "handover")  # fmt: skip
_ANSWERS: dict[str, tuple[E, ...]] = {
    "violence": (E.ASSAULT,),
    "protest": (E.PROTEST,),
    "arrest or seizure": (E.COERCE,),
    "diplomacy": _TALK,
    "agreement": (E.AGREE, E.CONCEDE, E.SUPPORT, E.COOPERATE, E.RETREAT),
    "claim": (E.ACCUSE, E.REJECT),
    "deployment": (E.MOBILIZE,),
    "handover": (E.RETREAT, E.CONCEDE),
}
_CLASS_OF_TYPE = {
    E.ASSAULT: "violence", E.PROTEST: "protest", E.COERCE: "arrest or seizure",
    E.MOBILIZE: "deployment", E.RETREAT: "handover", E.AGREE: "agreement",
    E.CONCEDE: "agreement", E.ACCUSE: "claim",
}  # fmt: skip
_VIOLENCE = (
    "GRENADE", "ARMED_CLASH", "ART_MISS_ATTACK", "SUIC_BOMB", "AIR_STRIKE", "REM_EXPLOS",
    "CHEM_WEAP", "ATTACK", "SEX_VIOL", "ABDUCT_DISSAP", "MOB_VIOL", "PROPERTY_DISTRUCT",
    "NON_STATE_ACTOR_OVERTAKES_TER", "GOV_REGAINS_TERIT", "FORCE_AGAINST_PROTEST",
)  # fmt: skip
CLASS_OF: dict[str, str] = {
    **dict.fromkeys(_VIOLENCE, "violence"),
    **dict.fromkeys(("VIOL_DEMONSTR", "PEACE_PROTEST", "PROTEST_WITH_INTER"), "protest"),
    **dict.fromkeys(("ARREST", "DISR_WEAP"), "arrest or seizure"),
    **dict.fromkeys(("CHANGE_TO_GROUP_ACT", "HQ_ESTABLISHED"), "deployment"),
    "DIPLO": "diplomacy",
    "AGREEMENT": "agreement",
    "ATTRIB": "claim",
    "NON_VIOL_TERRIT_TRANSFER": "handover",
}
NO_EVENT = ("MAN_MADE_DISASTER", "NATURAL_DISASTER")


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """The sub-type of a snippet."""

    type: str
    kind: Literal["event"] = "event"


class Item(Row, frozen=True, kw_only=True):
    """A snippet with its sub-type."""

    annotations: tuple[Label]


def judge(item: Item, code: Code) -> Outcome:
    """The class of the gravest report against the sub-type's class."""
    label = item.annotations[0].type
    reports = code(read(item).document).reports
    if label in NO_EVENT:
        return _judge_no_event(item, reports)
    if label not in CLASS_OF:
        return Outcome(item=item.doc_id)
    gold, main = CLASS_OF[label], gravest(reports)
    guess = class_of(main, gold)
    among = any(r.type in _ANSWERS[gold] for r in reports)
    return Outcome(
        item=item.doc_id,
        tallies=(
            Tally(metric="weighted F1", values=class_tally(guess, gold, CLASSES)),
            Tally(metric="accuracy", values=(float(guess == gold), 1.0)),
            Tally(metric="right type among the reports", values=(float(among), 1.0)),
        ),
        disagreements=() if guess == gold else (_told(item, f"{label} taken for {guess}", main),),
    )


def gravest(reports: Sequence[Report]) -> Report | None:
    """The first of the gravest reports that happened, or of all where none did."""
    candidates = real(reports) or list(reports)
    return min(candidates, key=lambda r: _GRAVEST.index(r.type), default=None)


def class_of(report: Report | None, gold: str) -> str | None:
    """The class of a report: the gold one where its type can be that one's answer."""
    if report is None:
        return None
    return gold if report.type in _ANSWERS[gold] else _CLASS_OF_TYPE.get(report.type, "diplomacy")


def _judge_no_event(item: Item, reports: Sequence[Report]) -> Outcome:
    """Accidents and disasters: any report of violence or protest there is a false alarm."""
    alarms = _alarms(reports)
    return Outcome(
        item=item.doc_id,
        tallies=(Tally(metric="disasters taken for violence", values=(float(bool(alarms)), 1.0)),),
        disagreements=tuple(_told(item, "disaster taken for violence", r) for r in alarms[:1]),
    )


def _alarms(reports: Sequence[Report]) -> list[Report]:
    return [r for r in real(reports) if r.type in (E.ASSAULT, E.PROTEST)]


def verdicts(item: Item, code: Code) -> tuple[Draft, list[Verdict]]:
    """The type of the main report, or every false alarm; parties are not told."""
    label, draft = item.annotations[0].type, code(read(item).document)
    if label in NO_EVENT:
        return draft, [Verdict(report=r, type=False) for r in _alarms(draft.reports)]
    main = gravest(draft.reports)
    if label not in CLASS_OF or main is None:
        return draft, []
    right = class_of(main, CLASS_OF[label]) == CLASS_OF[label]
    return draft, [Verdict(report=main, type=right)]


def _told(item: Item, kind: str, report: Report | None) -> Disagreement:
    trigger = "" if report is None else f"[{report.trigger.quote} | {report.rule}] "
    return Disagreement(kind=kind, item=item.doc_id, note=trigger + item.text)


SET = GoldSet(
    name="case2021_task2",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="weighted F1", formula=weighted_f1),
        Metric(name="accuracy", formula=ratio),
        Metric(name="right type among the reports", formula=ratio),
        Metric(name="disasters taken for violence", formula=ratio),
    ),
    note="ORG_CRIME and OTHER have no PLOVER type and are left out",
)
