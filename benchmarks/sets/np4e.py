"""NP4E: coreference in conflict news (Hasler, Orasan and Naumann 2006).

CoNLL F1 within documents, on clusters of actors (see `benchmarks.clusters`). The set also marks
events, places and things: those clusters are left out of the key, and their mentions out of ours.
It marks whole noun phrases, with names and nouns before a noun and relative pronouns as no
mentions of their own, and a country as one entity whether it acts or is a place.
"""

from collections import defaultdict

from benchmarks.clusters import Kind, Scheme, coreference_tally, of_actors
from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, GoldSet, Metric, Outcome, Pending, Tally
from benchmarks.reading import read
from benchmarks.scoring import conll_f1

_SCHEME = Scheme(unmarked=frozenset({Kind.RELATIVE, Kind.ADJECTIVE, Kind.MODIFIER}), places=True)


class Markable(Stretch, frozen=True, kw_only=True):
    """A noun phrase and the set that it belongs to."""

    coref_set: str


class Item(Row, frozen=True, kw_only=True):
    """A news text with its markables."""

    annotations: tuple[Markable, ...]


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
    return Outcome(item=item.doc_id, tallies=(Tally(metric="CoNLL F1 on actors", values=tally),))


SET = GoldSet(
    name="np4e",
    row=Item,
    judge=judge,
    metrics=(Metric(name="CoNLL F1 on actors", formula=conll_f1),),
    pending=(
        Pending(name="CoNLL F1 across documents", reason="documents are not resolved together"),
    ),
)
