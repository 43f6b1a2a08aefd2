"""ISAF press releases: start date, province, killed and captured (Strick van Linschoten 2024).

Fields are compared exactly. A release tells one event that its row labels, so date and province
are those of the first report of violence or arrest that has them; a place that the gazetteer
lacks lies in the province that its sentence names. Counts are lowest counts over the release,
without what it tells of earlier days, the same people once: killed or captured by number, else
1 for a single person and 3 for several, as the set counts them. Provinces are the same when the
gazetteer takes both names for one, or when they differ as spellings of one name do.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

import msgspec
from rapidfuzz.fuzz import ratio as ratio_of

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import actor, real
from benchmarks.reading import read
from benchmarks.scoring import ratio
from khaldun.coding.draft import Draft
from khaldun.coding.lexicon.loading import words
from khaldun.gazetteer import PlaceKind, fold_name, gazetteer
from khaldun.record import Actor, EventType, Mention, Quantity, QuantityRole, Report

_AFGHANISTAN = "AFG"
_SAME_NAME = 80  # Paktya and Paktiya are 92, Paktya and Paktika 77
_CAPTURED = (QuantityRole.CAPTURED, QuantityRole.DETAINED)
_PLURAL = ("s", "men", "people")
_PEOPLE = ("people", "combatant", "captive", "official")
_KNOWN = ("the ", "these ", "those ", "this ", "both ", "all ")
_DEATH = ("kill", "slay", "slain", "die", "death")


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a release that are judged."""

    start_date: str
    province: tuple[str, ...]
    min_killed: int
    min_captured: int


class Item(Row, frozen=True, kw_only=True):
    """A release with its event."""

    annotations: tuple[Operation]


def judge(item: Item, code: Code) -> Outcome:
    """The four fields against ours."""
    draft, (gold,) = code(read(item).document), item.annotations
    acts = operations(draft.reports)
    ours = {
        "start date": start_of(acts),
        "province": province_of(acts, draft),
        "killed": str(count(acts, draft, (QuantityRole.KILLED,), is_killing)),
        "captured": str(count(acts, draft, _CAPTURED, is_capture)),
    }
    theirs = {
        "start date": gold.start_date,
        "province": _gold_province(gold),
        "killed": str(gold.min_killed),
        "captured": str(gold.min_captured),
    }
    return Outcome(
        item=item.doc_id,
        tallies=tuple(
            Tally(metric=metric, values=(float(is_same(field, ours[field], theirs[field])), 1.0))
            for field in FIELDS
            for metric in _metrics(field, dated=item.dct is not None)
        ),
        disagreements=tuple(
            Disagreement(
                kind=f"{field} differs",
                item=item.doc_id,
                note=f"gold {theirs[field]}, ours {ours[field]} | {item.text}",
            )
            for field in FIELDS
            if not is_same(field, ours[field], theirs[field])
        ),
    )


def _gold_province(gold: Operation) -> str | None:
    name = gold.province[0] if gold.province else ""
    return province(name) or fold_name(name) or None


def _metrics(field: str, *, dated: bool) -> tuple[str, ...]:
    """The metrics a field counts for: a release may have lost its date, and then tells no day."""
    return (field, DATED) if field == "start date" and dated else (field,)


def is_same(field: str, ours: str | None, theirs: str | None) -> bool:
    """Whether a field has the same value; provinces may differ in spelling."""
    if field != "province" or ours is None or theirs is None:
        return ours == theirs
    return ratio_of(ours, theirs) >= _SAME_NAME


def operations(reports: Iterable[Report]) -> list[Report]:
    """The reports of violence and arrests that happened, without what is told of before them."""
    acts = [r for r in real(reports) if r.type in (EventType.ASSAULT, EventType.COERCE)]
    start = acts[0].when.earliest if acts else None
    return [r for r in acts if start is None or r.when.latest is None or r.when.latest >= start]


def start_of(acts: Sequence[Report]) -> str | None:
    """The first day of the first report that has one."""
    days = [r.when.earliest for r in acts if r.when.earliest is not None]
    return days[0].isoformat() if days else None


def province_of(acts: Sequence[Report], draft: Draft) -> str | None:
    """The province of the first report that has one."""
    return next((p for r in acts if (p := _province_of_report(r, draft)) is not None), None)


def _province_of_report(report: Report, draft: Draft) -> str | None:
    """That of its place, else the first that its sentence names."""
    own = [p for p in draft.places if p.id == report.place]
    regions = [
        p
        for p in draft.places
        if p.kind == PlaceKind.REGION and any(report.evidence.covers(m) for m in p.mentions)
    ]
    found = (province(p.name, p.geonames_id) for p in (*own, *regions))
    return next((name for name in found if name is not None), None)


@cache
def province(name: str, geonames_id: int | None = None) -> str | None:
    """The gazetteer's name of the Afghan province that a place is or lies in."""
    entries = [
        e
        for form in (name, f"{name} province")
        for e in gazetteer().find(form)
        if e.country == _AFGHANISTAN
    ]
    exact = [e for e in entries if e.geonames_id == geonames_id and geonames_id is not None]
    regions = [e for e in entries if e.kind is PlaceKind.REGION]
    names = (
        entry.name if entry.kind is PlaceKind.REGION else entry.region
        for entry in (*exact, *regions, *entries)
    )
    return next((fold_name(found) for found in names if found), None)


def is_killing(report: Report) -> bool:
    """Whether a report without a count says that its recipients died."""
    return report.type is EventType.ASSAULT and report.trigger.quote.lower().startswith(_DEATH)


def is_capture(report: Report) -> bool:
    """Whether a report without a count says that its recipients were taken."""
    return bool({"arrest", "abduct"} & set(report.modes))


def count(
    acts: Sequence[Report],
    draft: Draft,
    roles: Sequence[QuantityRole],
    says_so: Callable[[Report], bool],
) -> int:
    """The lowest number of people that the reports count in these roles, the same ones once.

    A release tells one operation two or three times: a number that was told before is of the
    same people (one person if the noun is the same, too), and so are "the insurgents".
    """
    numbers: dict[str, float] = {}
    told: set[tuple[float, str]] = set()
    for report in acts:
        counted = [q for q in report.quantities if q.role in roles and _is_of_people(q)]
        new: set[tuple[float, str]] = set()
        for quantity in counted:
            number = quantity.minimum or 0.0
            same = (number, _noun(quantity) if number == 1 else "")
            if same not in told:
                key = quantity.of or f"at {quantity.span.start}"
                numbers[key] = max(numbers.get(key, 0.0), number)
            new.add(same)
        told |= new
        if not counted and says_so(report):
            people = [a for i in report.recipients if (a := actor(draft, i)) is not None]
            fresh = [a for a in people if a.id not in numbers and not (numbers and _is_known(a))]
            numbers.update({a.id: _number(a) for a in fresh})
    return int(sum(numbers.values()))


def _is_of_people(quantity: Quantity) -> bool:
    """Whether people are counted; nobody is, whatever the word."""
    noun = _noun(quantity)
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("men") + "man")
    return (quantity.maximum == 0 or noun in ("people", "person", "others")) or any(
        form in words("classes", name) for form in forms for name in _PEOPLE
    )


def _noun(quantity: Quantity) -> str:
    return quantity.unit.lower().split()[-1]


def _is_known(found: Actor) -> bool:
    """Whether the text speaks of them as of somebody told before."""
    return not found.person and bool(found.mentions) and _definite(found.mentions[0])


def _definite(mention: Mention) -> bool:
    return mention.span.quote.lower().startswith(_KNOWN)


def _number(found: Actor) -> int:
    """1 for a person or a singular noun, 2 for a plural one."""
    return 1 if found.person or not found.name.lower().endswith(_PLURAL) else 2


DATED = "start date, of releases with a date"
FIELDS = ("start date", "province", "killed", "captured")
SET = GoldSet(
    name="isafpr",
    row=Item,
    judge=judge,
    metrics=tuple(Metric(name=name, formula=ratio) for name in (DATED, *FIELDS)),
    note="a release may hold a second event that another row labels",
)
