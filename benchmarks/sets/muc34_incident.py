"""Which reports of one text tell the same MUC incident, and the template that they fill.

An answer key has one template an incident, however often the text tells it; our reports are
statements. Two reports are of one incident where nothing that they state contradicts: kind,
stage, dates, places, named perpetrators and named victims; and where something ties them: a
shared perpetrator or victim, or that they stand in neighbouring sentences. What is told of
fighting between soldiers and guerrillas alone is no incident of the task, which asks for
violence against civilians, officials and property (Sundheim 1991, the guidelines of MUC-3).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.parties import actor
from benchmarks.sets.muc34_template import Fill, Template
from khaldun.coding.draft import Draft
from khaldun.record import Place, Report, TimeBasis

_NEAR = 1  # sentences
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "SPY"})
_GENERIC = "ATTACK"
_ALONE = ("KIDNAPPING", "ROBBERY")
_STAGES = ("ACCOMPLISHED", "ATTEMPTED", "THREATENED")
_WIDE = frozenset({"country", "region"})


@dataclass(slots=True)
class Incident:
    """The reports that tell one incident, in text order, and what their templates say."""

    reports: list[Report] = field(default_factory=list)
    templates: list[Template] = field(default_factory=list)


def incidents(told: Sequence[tuple[Report, Template]], draft: Draft) -> list[Template]:
    """One template for each incident that the reports tell."""
    found: list[Incident] = []
    for report, template in told:
        if _between_armed(report, draft):
            continue
        known = next((i for i in reversed(found) if _same(i, report, template, draft)), None)
        if known is None:
            found.append(known := Incident())
        known.reports.append(report)
        known.templates.append(template)
    return [_merged(i.templates) for i in found]


def _between_armed(report: Report, draft: Draft) -> bool:
    """Whether only armed forces are hit; those who fight each other are both actors."""
    hit = report.recipients or (report.actors if len(report.actors) > 1 else ())
    sectors = [a.sector for i in hit if (a := actor(draft, i)) is not None]
    return bool(sectors) and all(s in _ARMED for s in sectors)


def _same(known: Incident, report: Report, template: Template, draft: Draft) -> bool:
    if any(not _agree(r, report, draft) for r in known.reports):
        return False
    if not _kinds_agree(known.templates, template):
        return False
    return _tied(known, report, draft)


def _kinds_agree(told: Sequence[Template], template: Template) -> bool:
    kinds = {v for t in (*told, template) for f in t.of("type") for v in f.values}
    stages = {v == "THREATENED" for t in (*told, template) for f in t.of("stage") for v in f.values}
    specific = kinds - {_GENERIC}
    alone = bool(specific & set(_ALONE)) and len(kinds) > 1
    return len(specific) <= 1 and len(stages) <= 1 and not alone


def _agree(one: Report, other: Report, draft: Draft) -> bool:
    """Whether nothing that the two reports state contradicts."""
    return (
        _dates_agree(one, other)
        and _places_agree(_place(one, draft), _place(other, draft))
        and _people_agree(one.actors, other.actors, draft)
        and _people_agree(one.recipients, other.recipients, draft)
    )


def _dates_agree(one: Report, other: Report) -> bool:
    if TimeBasis.PUBLICATION in (one.when.basis, other.when.basis):
        return True
    a, b = one.when, other.when
    ends = ((a.earliest, b.latest), (b.earliest, a.latest))
    return all(first is None or last is None or first <= last for first, last in ends)


def _places_agree(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.id == other.id:
        return True
    if one.country != other.country and None not in (one.country, other.country):
        return False
    return one.kind in _WIDE or other.kind in _WIDE


def _people_agree(one: Sequence[str], other: Sequence[str], draft: Draft) -> bool:
    """Whether no two different named parties stand against each other."""
    named = [{i for i in ids if _is_named(i, draft)} for ids in (one, other)]
    return not all(named) or not named[0].isdisjoint(named[1])


def _is_named(actor_id: str, draft: Draft) -> bool:
    found = actor(draft, actor_id)
    return found is not None and found.name[:1].isupper() and not found.name.islower()


def _tied(known: Incident, report: Report, draft: Draft) -> bool:
    people = {*report.actors, *report.recipients}
    shared = any(people & {*r.actors, *r.recipients} for r in known.reports)
    return shared or _close(known.reports[-1], report, draft)


def _close(one: Report, other: Report, draft: Draft) -> bool:
    starts = sorted((one.evidence.start, other.evidence.start))
    between = sum(starts[0] < s.start <= starts[1] for s in draft.syntax.sentences)
    return between <= _NEAR


def _place(report: Report, draft: Draft) -> Place | None:
    return next((p for p in draft.places if p.id == report.place), None)


def _merged(templates: Sequence[Template]) -> Template:
    """All that the templates say of one incident, each thing once."""
    slots = dict.fromkeys(slot for t in templates for slot in t.fills)
    return Template({slot: _fills(slot, templates) for slot in slots})


def _fills(slot: str, templates: Sequence[Template]) -> tuple[Fill, ...]:
    found = tuple(dict.fromkeys(f for t in templates for f in t.of(slot)))
    if slot == "type":
        return tuple(sorted(found, key=lambda f: f.values == (_GENERIC,))[:1])
    if slot == "stage":
        return tuple(sorted(found, key=lambda f: _STAGES.index(f.values[0]))[:1])
    if slot in ("date", "place"):
        return found[:1]
    kept: list[Fill] = []
    for fill in found:
        if not any(_repeats(fill, k) for k in kept):
            kept.append(fill)
    return tuple(kept)


def _repeats(fill: Fill, kept: Fill) -> bool:
    """Whether a fill says of the same ones what another one says."""
    return bool(fill.strings) and not set(fill.strings).isdisjoint(kept.strings)
