"""HRDsAttack: attacks on rights defenders, one a news text (Ran et al. 2023).

Violation types are a set for each text. Ours come from reports that happened: COERCE arrest is
arbitrary detention; ASSAULT abduct is kidnapping, and enforced disappearance where the set has
it; ASSAULT torture is torture; ASSAULT in which people died is killing. "other" and "unknown"
are left out. A victim by name is found when an actor of that name is recipient of such a report;
country and year count where the set has them, by the commonest country and year of such reports.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import actor, real
from benchmarks.reading import read
from benchmarks.scoring import exact_tally, f1, precision, ratio, recall
from khaldun.coding.draft import Draft
from khaldun.gazetteer import PlaceKind, gazetteer
from khaldun.record import EventType, QuantityRole, Report

_DEATH = ("kill", "murder", "assassin", "execut", "massacr", "slain", "slay", "gunned")
_LEFT_OUT = ("other", "unknown")
_ABDUCTION = ("kidnapping", "enforced disappearance")
VIOLATIONS = ("arbitrary detention", "killing", "kidnapping", "torture")


class Victim(msgspec.Struct, frozen=True, kw_only=True):
    """A victim, named or not."""

    victim_name: str | None = None


class Attack(msgspec.Struct, frozen=True, kw_only=True):
    """The attack that a text tells; "None" and "unknown" stand for what it does not say."""

    violation_types: tuple[str, ...]
    victims: tuple[Victim, ...] = ()
    year: str | None = None
    country: str | None = None


class Item(Row, frozen=True, kw_only=True):
    """A news text with its attack."""

    annotations: tuple[Attack]


def judge(item: Item, code: Code) -> Outcome:
    """Violation types, named victims, country and year against ours."""
    draft, (attack,) = code(read(item).document), item.annotations
    attacks = [r for r in real(draft.reports) if violations(r)]
    ours = sorted({v for r in attacks for v in violations(r)})
    gold = sorted({_joined(v) for v in attack.violation_types if v not in _LEFT_OUT})
    names = [v.victim_name for v in attack.victims if v.victim_name]
    found = [n for n in names if is_victim(n, attacks, draft)]
    tallies = [Tally(metric=f"violation types {p}", values=exact_tally(ours, gold)) for p in "PRF"]
    if names:
        values = (float(len(found)), float(len(names)))
        tallies.append(Tally(metric="named victims found", values=values))
    tallies += _place_and_year(attack, attacks, draft)
    told = [f"{v} missed" for v in gold if v not in ours]
    told += [f"{v} not in the gold" for v in ours if v not in gold]
    told += [f"victim missed: {n}" for n in names if n not in found]
    return Outcome(
        item=item.doc_id,
        tallies=tuple(tallies),
        disagreements=tuple(
            Disagreement(
                kind=t.partition(":")[0], item=item.doc_id, note=f"{t} | {item.text[:200]}"
            )
            for t in told
        ),
    )


def violations(report: Report) -> list[str]:
    """The violations that a report tells."""
    trigger = report.trigger.quote.lower()
    killed = any(q.role is QuantityRole.KILLED for q in report.quantities)
    tests = {
        "arbitrary detention": report.type is EventType.COERCE and "arrest" in report.modes,
        "kidnapping": "abduct" in report.modes,
        "torture": not {"torture", "beat"}.isdisjoint(report.modes),
        "killing": report.type is EventType.ASSAULT and (killed or trigger.startswith(_DEATH)),
    }
    return [name for name, holds in tests.items() if holds]


def _joined(violation: str) -> str:
    """PLOVER has one mode for kidnapping and enforced disappearance."""
    return "kidnapping" if violation in _ABDUCTION else violation


def is_victim(name: str, attacks: Iterable[Report], draft: Draft) -> bool:
    """Whether an actor with all the words of `name`, or its last one, is a recipient."""
    wanted = name.lower().split()
    parties = (actor(draft, i) for r in attacks for i in r.recipients)
    known = [" ".join((a.name, *a.aliases)).lower().split() for a in parties if a is not None]
    return any(wanted[-1] in words for words in known)


def _place_and_year(attack: Attack, attacks: Sequence[Report], draft: Draft) -> list[Tally]:
    tallies = []
    country, year = country_code(attack.country), (attack.year or "")[:4]
    if country is not None:
        ours = _commonest(p.country for r in attacks for p in draft.places if p.id == r.place)
        tallies.append(Tally(metric="country", values=(float(ours == country), 1.0)))
    if year.isdigit():
        years = (str(r.when.earliest.year) for r in attacks if r.when.earliest is not None)
        tallies.append(Tally(metric="year", values=(float(_commonest(years) == year), 1.0)))
    return tallies


def country_code(name: str | None) -> str | None:
    """ISO 3166-1 alpha-3 of a country's name."""
    entries = gazetteer().find(name) if name else ()
    return next((e.country for e in entries if e.kind is PlaceKind.COUNTRY), None)


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v is not None)
    return counted.most_common(1)[0][0] if counted else None


SET = GoldSet(
    name="hrdsattack",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="violation types P", formula=precision),
        Metric(name="violation types R", formula=recall),
        Metric(name="violation types F", formula=f1),
        Metric(name="named victims found", formula=ratio),
        Metric(name="country", formula=ratio),
        Metric(name="year", formula=ratio),
    ),
    note="'other' and 'unknown' violations are left out",
)
