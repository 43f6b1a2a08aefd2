"""DSE: who is positive or negative towards whom, of two marked entities (Park et al. 2021).

Labels: 0 neutral, 1 and 2 positive (p towards q, q towards p), 3 and 4 negative likewise. Ours
come from the relations and reports that join actors at the two entities, in the order of the
lists below; an item counts for direction accuracy where we say anything. In neutral items
anything we say is wrong.
"""

import re

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import Offsets, actors_at
from benchmarks.reading import as_it_stands
from benchmarks.scoring import ratio
from khaldun.coding.draft import Draft
from khaldun.record import EventType as E
from khaldun.record import RelationType as R

NEUTRAL = "0"
_LABELS = {(True, True): "1", (True, False): "2", (False, True): "3", (False, False): "4"}
_POSITIVE = (R.BACKS, R.ALLIED_WITH, E.SUPPORT, E.AID, E.COOPERATE, E.AGREE, E.CONCEDE)
_NEGATIVE = (R.OPPOSES, E.ASSAULT, E.COERCE, E.SANCTION, E.PROTEST, E.THREATEN, E.REJECT, E.ACCUSE)
_BRACKET = re.compile(r"[\[\]]")


class Attitude(msgspec.Struct, frozen=True, kw_only=True):
    """The label of the pair (p, q)."""

    label: str


class Item(Row, frozen=True, kw_only=True):
    """A sentence whose two entities stand in square brackets."""

    annotations: tuple[Attitude]


def judge(item: Item, code: Code) -> Outcome:
    """Our attitude of the pair against the label."""
    text, entities = unmarked(item.text)
    if len(entities) != 2:
        return Outcome(item=item.doc_id)
    (attitude,) = item.annotations
    bare = as_it_stands(Row(doc_id=item.doc_id, text=text))
    ours, gold = attitude_of(code(bare.document), entities), attitude.label
    tallies = [
        Tally(metric="pairs of which we say anything", values=(float(ours is not None), 1.0)),
    ]
    if ours is not None:
        tallies.append(
            Tally(metric="direction accuracy where we do", values=(float(ours == gold), 1.0))
        )
    if gold == NEUTRAL:
        said = float(ours is not None)
        tallies.append(Tally(metric="neutral pairs of which we say anything", values=(said, 1.0)))
    else:
        tallies.append(Tally(metric="attitudes found", values=(float(ours == gold), 1.0)))
    wrong = ours is not None and ours != gold
    told = Disagreement(kind=f"{gold} taken for {ours}", item=item.doc_id, note=item.text)
    return Outcome(item=item.doc_id, tallies=tuple(tallies), disagreements=(told,) if wrong else ())


def unmarked(text: str) -> tuple[str, list[Offsets]]:
    """The text without brackets, and where the bracketed words stand in it."""
    entities: list[Offsets] = []
    opened: int | None = None
    for removed, match in enumerate(_BRACKET.finditer(text)):
        position = match.start() - removed
        if match.group() == "[":
            opened = position
        elif opened is not None:
            entities.append((opened, position))
            opened = None
    return _BRACKET.sub("", text), entities


def attitude_of(draft: Draft, entities: list[Offsets]) -> str | None:
    """The label of what we say of the pair: relations before reports, None where nothing."""
    p, q = (actors_at(draft, e) for e in entities)
    said: list[tuple[R | E, set[str], set[str]]] = [
        (r.type, {r.subject}, {r.target}) for r in draft.relations
    ]
    said += [(r.type, set(r.actors), set(r.recipients)) for r in draft.reports]
    for kind, doers, targets in said:
        if kind not in (*_POSITIVE, *_NEGATIVE):
            continue
        if doers & p and targets & q:
            return _LABELS[kind in _POSITIVE, True]
        if doers & q and targets & p:
            return _LABELS[kind in _POSITIVE, False]
    return None


SET = GoldSet(
    name="dse",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="pairs of which we say anything", formula=ratio),
        Metric(name="direction accuracy where we do", formula=ratio),
        Metric(name="neutral pairs of which we say anything", formula=ratio),
        Metric(name="attitudes found", formula=ratio),
    ),
    note="the development part holds neutral pairs only: there its accuracy is 0 by nature",
)
