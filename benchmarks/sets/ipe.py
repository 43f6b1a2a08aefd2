"""IndiaPoliceEvents: every sentence judged for police action (Halterman et al. 2021).

KILL is ASSAULT by police in which people die, ARREST is COERCE arrest by police, FORCE any
ASSAULT by police, ANY_ACTION any COERCE, ASSAULT, MOBILIZE, RETREAT, AID or investigation by
police. FAIL (police did not act) has no PLOVER type and is left out. An arrest, curfew or
restriction without agent counts as one by police; other agentless acts do not. Reports of what
did not happen count, as they do for the annotators, unless the value is negative. Sentences
without police action may hold other events, so the share of them that gets any report at all
is an upper bound of false alarms.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from benchmarks.calibration import Verdict
from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import Offsets, actor, within
from benchmarks.reading import read
from benchmarks.scoring import f1, precision, ratio, recall
from khaldun.coding.draft import Draft
from khaldun.record import EventType, QuantityRole, Report

_NEGATIVE = ("CT-", "PR-", "PS-")
_POLICE_WORDS = frozenset({"police", "policeman", "policemen", "cop", "cops", "constable",
                           "constables", "constabulary", "paramilitary", "para-military",
                           "crpf", "raf", "dgp", "ssp"})  # fmt: skip
_KILLING_MODES = frozenset({"targeted"})
_ACTIONS = (
    EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE, EventType.RETREAT, EventType.AID,
)  # fmt: skip
_OF_POLICE = frozenset({"arrest", "curfew", "restrict"})
Test = Callable[[Report, Draft], bool]


class JudgedSentence(Stretch, frozen=True, kw_only=True):
    """A sentence with the kinds of police action that it reports."""

    labels: tuple[str, ...]
    kind: Literal["sentence"] = "sentence"


class Item(Row, frozen=True, kw_only=True):
    """A story with its judged sentences."""

    annotations: tuple[JudgedSentence, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Sentences that have a kind of police action against those for which we report it."""
    text = read(item)
    draft = code(text.document)
    places = [text.at(s.span) for s in item.annotations]
    tallies, told = [], []
    quiet = [p for p, s in zip(places, item.annotations, strict=True) if not s.labels]
    for label, test in TESTS.items():
        gold = [label in s.labels for s in item.annotations]
        guess = [_has(draft, p, test) for p in places]
        matched = sum(g and t for g, t in zip(guess, gold, strict=True))
        values = (float(matched), float(sum(guess)), float(sum(gold)))
        tallies += [Tally(metric=f"{label} {part}", values=values) for part in ("P", "R", "F")]
        told += list(_disagreements(item, label, guess, gold))
    for metric, test in ALARMS.items():
        alarms = float(sum(_has(draft, p, test) for p in quiet))
        tallies.append(Tally(metric=metric, values=(alarms, float(len(quiet)))))
    return Outcome(item=item.doc_id, tallies=tuple(tallies), disagreements=tuple(told))


def verdicts(item: Item, code: Code) -> tuple[Draft, list[Verdict]]:
    """Whether there is police action where a report of it stands; parties are not told.

    What nobody is said to do is left out: the police need not have done it.
    """
    text = read(item)
    draft = code(text.document)
    found = [
        Verdict(report=report, type=bool(sentence.labels))
        for sentence in item.annotations
        for report in draft.reports
        if _tells(text.at(sentence.span), report, by_police, draft) and _police_acts(report, draft)
    ]
    return draft, found


def by_police(report: Report, draft: Draft) -> bool:
    """Any action by police."""
    investigates = report.type is EventType.ACCUSE and "investigate" in report.modes
    acts = report.type in _ACTIONS or investigates
    return acts and (_police_acts(report, draft) or _agentless(report))


def _killed(report: Report, draft: Draft) -> bool:
    deaths = any(q.role is QuantityRole.KILLED for q in report.quantities)
    lethal = deaths or bool(_KILLING_MODES & set(report.modes)) or _says_kill(report)
    return report.type is EventType.ASSAULT and lethal and _police_acts(report, draft)


def _says_kill(report: Report) -> bool:
    return report.trigger.quote.lower().startswith(("kill", "shot dead", "gunned"))


def _arrested(report: Report, draft: Draft) -> bool:
    arrest = report.type is EventType.COERCE and "arrest" in report.modes
    return arrest and (_police_acts(report, draft) or not report.actors)


def _forced(report: Report, draft: Draft) -> bool:
    return report.type is EventType.ASSAULT and _police_acts(report, draft)


TESTS: dict[str, Test] = {
    "KILL": _killed, "ARREST": _arrested, "FORCE": _forced, "ANY_ACTION": by_police,
}  # fmt: skip


def _anything(report: Report, draft: Draft) -> bool:
    return True


ALARMS: dict[str, Test] = {
    "sentences without police action that get one": by_police,
    "sentences without police action that get any report": _anything,
}


def _agentless(report: Report) -> bool:
    """An act that is the police's where nobody is said to do it."""
    coerces = report.type is EventType.COERCE and not _OF_POLICE.isdisjoint(report.modes)
    return coerces and not report.actors


def _police_acts(report: Report, draft: Draft) -> bool:
    return any(_is_police(draft, a) for a in report.actors)


def _is_police(draft: Draft, actor_id: str) -> bool:
    found = actor(draft, actor_id)
    if found is None:
        return False
    names = " ".join((found.name, *found.aliases)).lower().replace(",", " ").split()
    return found.sector == "COP" or not _POLICE_WORDS.isdisjoint(names)


def _has(draft: Draft, sentence: Offsets, test: Test) -> bool:
    return any(_tells(sentence, r, test, draft) for r in draft.reports)


def _tells(sentence: Offsets, report: Report, test: Test, draft: Draft) -> bool:
    told = within(sentence, report) and report.certainty.value not in _NEGATIVE
    return told and test(report, draft)


def _disagreements(
    item: Item, label: str, guess: list[bool], gold: list[bool]
) -> Iterator[Disagreement]:
    for sentence, ours, theirs in zip(item.annotations, guess, gold, strict=True):
        if ours != theirs:
            kind = f"{label}: {'false alarm' if ours else 'missed'}"
            text = item.text[sentence.begin : sentence.end]
            yield Disagreement(kind=kind, item=item.doc_id, note=text)


SET = GoldSet(
    name="ipe",
    row=Item,
    judge=judge,
    metrics=(
        *(
            Metric(name=f"{label} {part}", formula=formula)
            for label in TESTS
            for part, formula in (("P", precision), ("R", recall), ("F", f1))
        ),
        *(Metric(name=name, formula=ratio) for name in ALARMS),
    ),
    note="sentences are judged for police action only: others may hold other events",
)
