"""How sure the coder is of a report: the last look at it before it is verified.

The confidence of a report is the probability that a careful reader would give it the same type
and the same parties. It is the product of two logistic models, one of the type, one of the
parties given the type, each a sum over the reasons below that hold. Their weights are data,
fitted by `benchmarks/confidence.py`. Relations and forecasts have none: nothing that others
annotated tells how often ours are right.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import exp

from khaldun.coding.draft import Draft, Event
from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.lexicon.senses import senses
from khaldun.record import Actor, EventType, Factuality, Report, Status

NAME = "confidence.v1"

_DEEP = 3  # words from the root of the sentence
_LONG = 40  # words
_ASIDE = frozenset({"relcl", "acl", "conj"})
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_OPEN = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.ATTEMPTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A report with the event that it was made of, and the actors of its document by id.

    `others` is whether its sentence names anybody who neither has part in it nor tells of it.
    """

    draft: Draft
    event: Event
    report: Report
    actors: Mapping[str, Actor]
    others: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the two things that must be right, how probable that is, and why.

    `reasons` are the names of those that hold, each with its weight: below 0 it is a doubt.
    """

    name: str
    probability: float
    reasons: tuple[tuple[str, float], ...]


def run(draft: Draft) -> Draft:
    """Fill the confidence of `reports`."""
    cases = cases_of(draft)
    return replace(
        draft,
        reports=tuple(replace(r, confidence=confidence_of(cases[r.id])) for r in draft.reports),
    )


def cases_of(draft: Draft) -> dict[str, Case]:
    """What is looked at of each report, by its id."""
    events = {event.trigger.start: event for event in draft.events}
    actors = {actor.id: actor for actor in draft.actors}
    found = {}
    for report in draft.reports:
        event = events[report.trigger.start]
        others = _others(draft, event, report)
        found[report.id] = Case(
            draft=draft, event=event, report=report, actors=actors, others=others
        )
    return found


def _others(draft: Draft, event: Event, report: Report) -> bool:
    spoken_of = {*report.actors, *report.recipients, *(a.actor for a in report.attribution)}
    words = draft.syntax.sentences[event.trigger.sentence].words
    ids = draft.actor_ids
    return any(not spoken_of.issuperset(ids[w.index]) for w in words if w.index in ids)


def confidence_of(case: Case) -> float:
    """The probability that type and parties are right, to two digits."""
    kind, parties = parts_of(case)
    return round(kind.probability * parties.probability, 2)


def parts_of(case: Case) -> tuple[Part, Part]:
    """The type, and the parties given the type."""
    kind, parties = (_part(name, reasons, case) for name, reasons in REASONS.items())
    return kind, parties


def _part(name: str, reasons: "Mapping[str, Reason]", case: Case) -> Part:
    model = _models()[name]
    found = tuple((r, model.weights[r]) for r, holds in reasons.items() if holds(case))
    total = model.constant + sum(weight for _, weight in found)
    return Part(name=name, probability=1 / (1 + exp(-total)), reasons=found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    constant: float
    weights: Mapping[str, float]


@cache
def _models() -> dict[str, _Model]:
    content = load_lexicon("confidence")
    return {
        name: _Model(
            constant=content[name]["constant"],
            weights={r["id"]: r["weight"] for r in content[name]["reasons"]},
        )
        for name in REASONS
    }


def _is_deep(case: Case) -> bool:
    return sum(1 for _ in case.event.trigger.ancestors()) >= _DEEP


def _is_aside(case: Case) -> bool:
    return case.event.trigger.dep in _ASIDE


def _is_noun(case: Case) -> bool:
    return case.event.predicate.construction in ("nominal", "light")


def _is_ambiguous(case: Case) -> bool:
    """Whether the word can mean another type; what it governs tells apart those that govern."""
    lemma, known = case.event.trigger.lemma, senses()
    tables = (known.verbs, known.nouns, known.adjectives)
    kinds = {sense.type for table in tables for sense in table.get(lemma, ())}
    return ">" not in case.event.entry and not kinds <= {case.report.type, None}


def _is_force(case: Case) -> bool:
    return case.report.type in _FORCE


def _is_counted(case: Case) -> bool:
    return bool(case.report.quantities)


def _is_unsure(case: Case) -> bool:
    unsure = case.report.certainty.value is not Factuality.CERTAIN
    return unsure or case.report.status in _OPEN


def _is_long(case: Case) -> bool:
    return len(case.draft.syntax.sentences[case.event.trigger.sentence].words) > _LONG


def _may_lack_actor(case: Case) -> bool:
    return case.others and not case.report.actors


def _may_lack_recipient(case: Case) -> bool:
    return case.others and not case.report.recipients


def _has_others_beside(case: Case) -> bool:
    return case.others


def _is_between_unknown(case: Case) -> bool:
    """Whether of no party more is known than the words for it."""
    parties = (case.actors.get(i) for i in (*case.report.actors, *case.report.recipients))
    return not any(p and (p.registry_id or p.sector or p.country) for p in parties)


def _is_aimed_elsewhere(case: Case) -> bool:
    """Whether neither the recipients nor any place stands where the frame of the word has it."""
    wanted, draft = set(case.report.recipients), case.draft
    words = [w for a in case.event.predicate.arguments for w in (a.word, *a.word.conjuncts())]
    return bool(wanted) and not any(
        w.index in draft.place_ids or not wanted.isdisjoint(draft.actor_ids.get(w.index, ()))
        for w in words
    )


def _has_known_actor(case: Case) -> bool:
    return any(_is_known(case, i) for i in case.report.actors)


def _has_known_recipient(case: Case) -> bool:
    return any(_is_known(case, i) for i in case.report.recipients)


def _is_known(case: Case, actor: str) -> bool:
    found = case.actors.get(actor)
    return found is not None and found.registry_id is not None


Reason = Callable[[Case], bool]
REASONS: Mapping[str, Mapping[str, Reason]] = {
    "type": {
        "deep in its sentence": _is_deep,
        "told in passing": _is_aside,
        "a word of several types": _is_ambiguous,
        "a word of force": _is_force,
        "not certain to have happened": _is_unsure,
        "nobody known": _is_between_unknown,
        "in a long sentence": _is_long,
        "counted": _is_counted,
    },
    "parties": {
        "others named beside": _has_others_beside,
        "nobody does it, others named": _may_lack_actor,
        "nobody undergoes it, others named": _may_lack_recipient,
        "recipient found elsewhere": _is_aimed_elsewhere,
        "told by a noun": _is_noun,
        "actor in the registry": _has_known_actor,
        "recipient in the registry": _has_known_recipient,
    },
}
SUPPORTS = frozenset({"counted", "actor in the registry", "recipient in the registry"})
"""The reasons that can only make a report more probable; the others can only cast doubt."""
