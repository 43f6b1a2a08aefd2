"""NP4E: coreference in conflict news (Hasler, Orasan and Naumann 2006).

CoNLL F1 within documents, on clusters of actors (see `benchmarks.clusters`). The set also marks
events, places and things, which our actors do not hold: those clusters are left out of the key,
and their mentions out of ours.
"""

from collections import defaultdict

from benchmarks.clusters import clusters, of_actors, within_key
from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, GoldSet, Metric, Outcome, Pending, Tally
from benchmarks.reading import read
from benchmarks.scoring import conll_f1, conll_tally


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
    response, key = clusters(draft, gold)
    wanted = {frozenset(c) for c in actors}
    tally = conll_tally(
        within_key(response, [c for c in gold if c not in actors]),
        [c for c in key if c in wanted],
    )
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
