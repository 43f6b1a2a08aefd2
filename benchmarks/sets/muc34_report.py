"""What our reports say in the slots of a MUC template."""

from collections import Counter

from benchmarks.parties import actor
from benchmarks.sets.muc34_incident import incidents
from benchmarks.sets.muc34_template import Fill, Template, date_range
from khaldun.coding.draft import Draft, Event, MentionKind, Role
from khaldun.coding.lexicon.loading import load_lexicon, words
from khaldun.coding.syntax import Word
from khaldun.ontology import registry
from khaldun.record import (
    Actor,
    EventType,
    Factuality,
    Quantity,
    QuantityRole,
    RelationType,
    Report,
    Status,
)

_BOMBING = frozenset({"explosives", "suicide-attack"})
_FIRE = ("burn", "arson", "torch", "fire to", "set fire", "set ablaze", "set afire")
_ROBBERY = ("rob", "steal", "stole", "loot", "burglar")
_DEATH = (
    "kill",
    "murder",
    "assassin",
    "execut",
    "massacr",
    "slay",
    "slain",
    "death",
    "die",
    "dead",
)
_INJURY = ("wound", "injur", "hurt")
_EFFECT = {QuantityRole.KILLED: "DEATH", QuantityRole.WOUNDED: "INJURY"}
_PEOPLE = (QuantityRole.KILLED, QuantityRole.WOUNDED, QuantityRole.CASUALTIES,
           QuantityRole.CAPTURED, QuantityRole.DETAINED, QuantityRole.MISSING)  # fmt: skip
_AIMS = ("at", "on", "against", "near", "outside", "in", "inside", "of", "into")
_THINGS = (QuantityRole.DESTROYED, QuantityRole.DAMAGED)
_AUTHORITIES = frozenset({"GOV", "MIL", "COP", "JUD", "SPY", "LEG"})
_STAGE = {
    Status.HAPPENED: "ACCOMPLISHED", Status.ONGOING: "ACCOMPLISHED",
    Status.ATTEMPTED: "ATTEMPTED", Status.PLANNED: "THREATENED",
}  # fmt: skip
_DENIED = (Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT)
_UNSURE = (Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNCOMMITTED)


def templates(draft: Draft) -> list[Template]:
    """One template for each incident of a kind that MUC asks for, whatever reports tell it."""
    told = [
        (report, template(report, draft))
        for report in draft.reports
        if incident(report) is not None and report.certainty.value not in _DENIED
    ]
    return incidents(told, draft)


def incident(report: Report) -> str | None:
    """The MUC incident type of a report, None where it is no such incident."""
    trigger = report.trigger.quote.lower()
    if report.type is EventType.COERCE:
        return "ROBBERY" if trigger.startswith(_ROBBERY) else None
    if report.type is EventType.THREATEN:
        return "ATTACK" if "violence" in report.modes else None
    if report.type is not EventType.ASSAULT:
        return None
    if "abduct" in report.modes:
        return "KIDNAPPING"
    if trigger.startswith(_FIRE):
        return "ARSON"
    return "BOMBING" if _BOMBING & set(report.modes) else "ATTACK"


def template(report: Report, draft: Draft) -> Template:
    """The slots of one report."""
    organisations = _organisations(report, draft)
    fills = {
        "type": (Fill((incident(report) or "",)),),
        "date": _date(report),
        "place": _place(report, draft),
        "perpetrator individual": _individuals(report, draft),
        "perpetrator organisation": tuple(Fill((), _names(a)) for a in organisations),
        "perpetrator confidence": tuple(
            Fill((confidence(report, draft),), _names(a)) for a in organisations
        ),
        "human target name": tuple(Fill((), _names(a)) for a in _named_people(report, draft)),
        "human target number": _numbers(report, draft),
        "human target effect": _effects(report, draft),
        "physical target": _things(report, draft),
        "stage": _stage(report),
        "instrument": _instrument(report, draft),
    }
    return Template({slot: found for slot, found in fills.items() if found})


def _date(report: Report) -> tuple[Fill, ...]:
    when = report.when
    if when.earliest is None and when.latest is None:
        return ()
    return (Fill((date_range(when.earliest, when.latest),)),)


def _place(report: Report, draft: Draft) -> tuple[Fill, ...]:
    """The report's place; without one the country that most of the text's places lie in."""
    found = next((p for p in draft.places if p.id == report.place), None)
    if found is None:
        country = _country(draft)
        return () if country is None else (Fill((country,)),)
    return (Fill((found.name, *(m.quote for m in found.mentions))),)


def _country(draft: Draft) -> str | None:
    """The name of the state in which most mentions of places lie, the first one among equals."""
    counts = Counter(p.country for p in draft.places for _ in p.mentions if p.country is not None)
    counts.update(a.country for a in draft.actors if a.country is not None)
    if not counts:
        return None
    state = registry().state(counts.most_common(1)[0][0])
    return None if state is None else state.name


def _stage(report: Report) -> tuple[Fill, ...]:
    if report.type is EventType.THREATEN:
        return (Fill(("THREATENED",)),)
    stage = _STAGE.get(report.status)
    return (Fill((stage,)),) if stage else ()


def confidence(report: Report, draft: Draft) -> str:
    """How the perpetrator is known: claimed, accused, possible, or reported as fact."""
    holders = [link.actor for link in report.attribution if link.actor is not None]
    if any(h in report.actors for h in holders):
        return "CLAIMED OR ADMITTED"
    if report.certainty.value in _UNSURE:
        return "POSSIBLE"
    if not report.attribution:
        return "REPORTED AS FACT"
    sectors = {a.sector for h in holders if (a := actor(draft, h)) is not None}
    by_authorities = not _AUTHORITIES.isdisjoint(s for s in sectors if s is not None)
    return "SUSPECTED OR ACCUSED BY AUTHORITIES" if by_authorities else "SUSPECTED OR ACCUSED"


def _parties(ids: tuple[str, ...], draft: Draft) -> list[Actor]:
    return [a for i in ids if (a := actor(draft, i)) is not None]


def _organisations(report: Report, draft: Draft) -> list[Actor]:
    """Named bodies among the perpetrators, and those that unnamed perpetrators belong to."""
    perpetrators = _parties(report.actors, draft)
    own = [a for a in perpetrators if not a.person and _is_named(a, draft)]
    parents = [
        parent
        for a in perpetrators
        if a not in own
        for r in draft.relations
        if r.subject == a.id and r.type in (RelationType.MEMBER_OF, RelationType.PART_OF)
        if (parent := actor(draft, r.target)) is not None
    ]
    return list({a.id: a for a in (*own, *parents)}.values())


def _individuals(report: Report, draft: Draft) -> tuple[Fill, ...]:
    return tuple(
        Fill((), _names(a))
        for a in _parties(report.actors, draft)
        if a.person or not _is_named(a, draft)
    )


def _named_people(report: Report, draft: Draft) -> list[Actor]:
    people = [a for a in _parties(report.recipients, draft) if a.person]
    return [a for a in people if _is_named(a, draft)]


def _is_named(found: Actor, draft: Draft) -> bool:
    return any(
        m.kind is MentionKind.NAME and found.id in draft.actor_ids.get(m.head.index, ())
        for m in draft.mentions
    )


def _names(found: Actor) -> tuple[str, ...]:
    return (found.name, *found.aliases, *(m.span.quote for m in found.mentions if not m.inferred))


def _numbers(report: Report, draft: Draft) -> tuple[Fill, ...]:
    """The number of each target: its count where one is given, 1 for a person."""
    fills = [
        Fill((_number(q),), _counted(q, draft)) for q in report.quantities if q.role in _PEOPLE
    ]
    counted = {q.of for q in report.quantities}
    fills += [
        Fill((("1" if a.person else "PLURAL"),), _names(a))
        for a in _parties(report.recipients, draft)
        if a.id not in counted and (a.person or not _is_named(a, draft))
    ]
    return tuple(fills)


def _counted(quantity: Quantity, draft: Draft) -> tuple[str, ...]:
    """The words for those who are counted, and the names of the actor that they are."""
    found = actor(draft, quantity.of) if quantity.of is not None else None
    return (quantity.span.quote, quantity.unit, *(_names(found) if found is not None else ()))


def _number(quantity: Quantity) -> str:
    low, high = quantity.minimum, quantity.maximum
    if low is not None and low == high:
        return f"{low:g}"
    if low is None and high is not None:
        return f"-{high:g}"
    return f"{low:g}-" if low is not None and high is None else "PLURAL"


def _effects(report: Report, draft: Draft) -> tuple[Fill, ...]:
    """What each target suffered: by its count's role, else by the trigger."""
    fills = [
        Fill((_EFFECT[q.role],), _counted(q, draft)) for q in report.quantities if q.role in _EFFECT
    ]
    trigger = report.trigger.quote.lower()
    effect = "DEATH" if trigger.startswith(_DEATH) else "INJURY"
    if trigger.startswith((*_DEATH, *_INJURY)):
        counted = {q.of for q in report.quantities}
        people = [a for a in _parties(report.recipients, draft) if a.id not in counted]
        fills += [Fill((effect,), _names(a)) for a in people]
    return tuple(fills)


def _things(report: Report, draft: Draft) -> tuple[Fill, ...]:
    """What was hit that is no actor: counted materiel, and objects of the trigger."""
    counted = [Fill((), (q.span.quote, q.unit)) for q in report.quantities if q.role in _THINGS]
    return (
        *counted,
        *(Fill((), (name,)) for e in _events(report, draft) for name in _objects(e, draft)),
    )


def _events(report: Report, draft: Draft) -> list[Event]:
    return [e for e in draft.events if e.trigger.start == report.trigger.start]


def _objects(event: Event, draft: Draft) -> list[str]:
    """The buildings, vehicles and other things at which the act was aimed."""
    predicate = event.predicate
    aims = (*predicate.by_role(Role.OBJECT), *predicate.by_role(Role.OBLIQUE, *_AIMS))
    heads = [part for word in aims for part in (word, *word.conjuncts())]
    things = [w for w in heads if w.index not in draft.actor_ids and _is_thing(w)]
    return [" ".join(x.text for x in (*w.children_by("compound", "amod"), w)) for w in things]


def _is_thing(word: Word) -> bool:
    return any(word.lemma in words("classes", name) for name in ("facility", "vehicle"))


def _instrument(report: Report, draft: Draft) -> tuple[Fill, ...]:
    """The instrument by its name, and by the words of the sentence that have that name."""
    if report.instrument is None:
        return ()
    table = load_lexicon("instruments")["instruments"]
    spelled = [
        w.text
        for w in draft.syntax.words_within(report.evidence.start, report.evidence.end)
        if table.get(w.lemma, {}).get("name") == report.instrument
    ]
    return (Fill((), (report.instrument, *spelled)),)
