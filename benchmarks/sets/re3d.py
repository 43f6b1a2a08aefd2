"""re3d: relations in texts on Syria and Iraq (Dstl 2017). Not exhaustive, so only recall counts.

A gold relation is found when actors at its two ends stand in one of our relations, or in a
report, of a kind that says the same; which kinds do is written below. Directions count only
where the gold relation has one. Relations that its reviewers doubted (confidence below one
half) are left out.
"""

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import Offsets, actors_at, offsets, places_at
from benchmarks.reading import Item as Text
from benchmarks.reading import read
from benchmarks.scoring import f1, overlap_tally, precision, ratio, recall
from khaldun.coding.draft import Draft
from khaldun.record import EventType as E
from khaldun.record import RelationType as R

_DOUBTED = 0.5
_ACTORS = ("Organisation", "Person", "Nationality")
Ids = frozenset[str]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Which of our relations and reports say what a gold relation says.

    `forward` relations run from source to target, `backward` ones the other way;
    both run either way where the gold relation has no direction.
    """

    forward: tuple[R, ...] = ()
    backward: tuple[R, ...] = ()
    reports: tuple[E, ...] = ()
    directed: bool = False


ANSWERS = {
    "FightingAgainst": Answer(forward=(R.OPPOSES,), reports=(E.ASSAULT, E.COERCE, E.MOBILIZE)),
    "AlliesOf": Answer(
        forward=(R.ALLIED_WITH, R.BACKS), reports=(E.COOPERATE, E.AID, E.SUPPORT, E.AGREE)
    ),
    "InChargeOf": Answer(forward=(R.LEADS, R.CONTROLS), backward=(R.PART_OF,), directed=True),
    "BelongsTo": Answer(
        forward=(R.MEMBER_OF, R.PART_OF, R.LEADS), backward=(R.CONTROLS,), directed=True
    ),
    "CommWith": Answer(
        forward=(R.LIAISES_WITH, R.MEDIATES),
        reports=(E.CONSULT, E.REQUEST, E.AGREE, E.ACCUSE, E.SUPPORT, E.REJECT, E.THREATEN),
    ),
}
RECALLS = tuple(
    f"{name}{ends}" for name in (*ANSWERS, "IsSynonymOf") for ends in ("", " between actors")
)


class Entity(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="entity"):
    """A named or described thing."""

    type: str
    begin: int
    end: int
    conf: float


class GoldRelation(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="relation"):
    """A relation; each end is begin, end and words."""

    type: str
    source: tuple[int, int, str]
    target: tuple[int, int, str]
    conf: float
    cue: str | None = None


class Item(Row, frozen=True, kw_only=True):
    """A text with its entities and relations."""

    annotations: tuple[Entity | GoldRelation, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Which of the gold relations we have, and how our mentions overlap the entities."""
    text = read(item)
    draft = code(text.document)
    relations = [a for a in item.annotations if isinstance(a, GoldRelation) and _sure(a)]
    actors = {a.begin for a in item.annotations if isinstance(a, Entity) and a.type in _ACTORS}
    tallies = {name: [0.0, 0.0] for name in RECALLS}
    missed = []
    for relation in relations:
        ends = text.at(relation.source[:2]), text.at(relation.target[:2])
        found = has(relation.type, ends, draft) if relation.type in tallies else True
        for name in _names(relation, actors):
            tallies[name][0] += found
            tallies[name][1] += 1
        missed += [] if found else [_told(item, relation)]
    return Outcome(
        item=item.doc_id,
        tallies=(
            *(Tally(metric=f"{name} recall", values=tuple(v)) for name, v in tallies.items()),
            *_entity_tallies(item, text, draft),
        ),
        disagreements=tuple(missed),
    )


def _names(relation: GoldRelation, actors: set[int]) -> list[str]:
    """The recalls that a relation counts for: strikes and vehicles at its ends are no actors."""
    among = relation.source[0] in actors and relation.target[0] in actors
    names = (relation.type, f"{relation.type} between actors") if among else (relation.type,)
    return [name for name in names if name in RECALLS]


def has(kind: str, ends: tuple[Offsets, Offsets], draft: Draft) -> bool:
    """Whether some relation, report or alias of ours says what the gold relation says."""
    source, target = (actors_at(draft, end) | places_at(draft, end) for end in ends)
    if kind == "IsSynonymOf":
        return bool(source & target)
    answer = ANSWERS[kind]
    return (
        _related(draft, source, target, answer)
        or (not answer.directed and _related(draft, target, source, answer))
        or _reported(draft, source, target, answer)
    )


def _related(draft: Draft, source: Ids, target: Ids, answer: Answer) -> bool:
    return any(
        (r.type in answer.forward and r.subject in source and r.target in target)
        or (r.type in answer.backward and r.subject in target and r.target in source)
        for r in draft.relations
    )


def _reported(draft: Draft, source: Ids, target: Ids, answer: Answer) -> bool:
    """A report with both as parties; in two-sided fighting and talks both are actors."""
    return any(
        r.type in answer.reports
        and not source.isdisjoint(parties := {*r.actors, *r.recipients})
        and not target.isdisjoint(parties)
        for r in draft.reports
    )


def _sure(relation: GoldRelation) -> bool:
    return relation.conf >= _DOUBTED


def _entity_tallies(item: Item, text: Text, draft: Draft) -> list[Tally]:
    gold = sorted(
        {
            text.at((a.begin, a.end))
            for a in item.annotations
            if isinstance(a, Entity) and a.type in _ACTORS and a.conf >= _DOUBTED
        }
    )
    ours = sorted({offsets(m.span) for a in draft.actors for m in a.mentions})
    values = overlap_tally(ours, gold)
    return [Tally(metric=f"actor mentions, overlap {part}", values=values) for part in "PRF"]


def _told(item: Item, relation: GoldRelation) -> Disagreement:
    ends = f"{relation.source[2]} —{relation.cue}→ {relation.target[2]}"
    return Disagreement(kind=f"{relation.type} missed", item=item.doc_id, note=ends)


SET = GoldSet(
    name="re3d",
    row=Item,
    judge=judge,
    metrics=(
        *(Metric(name=f"{name} recall", formula=ratio) for name in RECALLS),
        Metric(name="actor mentions, overlap P", formula=precision),
        Metric(name="actor mentions, overlap R", formula=recall),
        Metric(name="actor mentions, overlap F", formula=f1),
    ),
    note="not exhaustive: precision is judged by hand",
)
