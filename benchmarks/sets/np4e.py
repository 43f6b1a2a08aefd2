"""NP4E: coreference in conflict news (Hasler, Orasan and Naumann 2006).

CoNLL F1 within documents, on clusters of actors (see `benchmarks.clusters`). The set also marks
events, places and things: those clusters are left out of the key, and their mentions out of ours.
It marks whole noun phrases, with names and nouns before a noun and relative pronouns as no
mentions of their own, and a country as one entity whether it acts or is a place.

Across documents: the texts are of three incidents (`split`), and documents that end up with an
event in common should be of one incident. Its clusters are not linked across documents, so that
recall cannot be measured; the share of documents joined with another shows that it is not zero.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.across import by_half
from benchmarks.clusters import Kind, Scheme, coreference_tally, of_actors
from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, GoldSet, Metric, Outcome, Tally
from benchmarks.reading import read
from benchmarks.resolving import resolve
from benchmarks.scoring import conll_f1, ratio
from khaldun.coding.chain import coded
from khaldun.record import CodedDocument

_APART = "joined documents that are of one incident"
_JOINED = "documents joined with another"
_SCHEME = Scheme(unmarked=frozenset({Kind.RELATIVE, Kind.ADJECTIVE, Kind.MODIFIER}), places=True)


class Markable(Stretch, frozen=True, kw_only=True):
    """A noun phrase and the set that it belongs to."""

    coref_set: str


class Item(Row, frozen=True, kw_only=True):
    """A news text with its markables."""

    annotations: tuple[Markable, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A coded document and the incident that it tells of."""

    coded: CodedDocument
    incident: str


def judge(item: Item, code: Code) -> Outcome:
    """Our actors against the clusters of actors."""
    text = read(item)
    draft = code(text.document)
    grouped: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for markable in item.annotations:
        grouped[markable.coref_set].append(text.at(markable.span))
    gold = list(grouped.values())
    actors = of_actors(draft, gold)
    tally = coreference_tally(draft, actors, [c for c in gold if c not in actors], _SCHEME)
    return Outcome(
        item=item.doc_id,
        tallies=(Tally(metric="CoNLL F1 on actors", values=tally),),
        found=Told(coded(draft), item.split or ""),
    )


def compare(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """The outcomes with the tallies of the incidents."""
    return by_half(outcomes, Told, lambda _: None, _tallies)


def _tallies(told: Sequence[Told]) -> list[tuple[Tally, ...]]:
    """For each document those that it shares an event with, and those of them of its incident."""
    incident = {t.coded.document.id: t.incident for t in told}
    joined: dict[str, set[str]] = {document: set() for document in incident}
    resolved = resolve([t.coded for t in told])
    home = {stated.id: stated.document for stated in resolved.reports}
    for event in resolved.events:
        documents = {home[report] for report in event.reports}
        for document in documents:
            joined[document] |= documents - {document}
    return [_tally(t.incident, [incident[d] for d in joined[t.coded.document.id]]) for t in told]


def _tally(incident: str, joined: Sequence[str]) -> tuple[Tally, ...]:
    right = float(sum(other == incident for other in joined))
    return (
        Tally(metric=_APART, values=(right, float(len(joined)))),
        Tally(metric=_JOINED, values=(float(bool(joined)), 1.0)),
    )


SET = GoldSet(
    name="np4e",
    row=Item,
    judge=judge,
    compare=compare,
    metrics=(
        Metric(name="CoNLL F1 on actors", formula=conll_f1),
        Metric(name=_APART, formula=ratio),
        Metric(name=_JOINED, formula=ratio),
    ),
)
