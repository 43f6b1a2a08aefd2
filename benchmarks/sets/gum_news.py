"""GUM: entities with coreference in news and other genres (Zeldes 2017).

CoNLL F1 within documents on persons and organisations (see `benchmarks.clusters`); other entities
are left out of the key and their mentions out of ours. The set does not mark relative pronouns and
adjectives.
"""

from collections import defaultdict

import msgspec

from benchmarks.clusters import Kind, Scheme, coreference_tally
from benchmarks.gold import Row
from benchmarks.outcomes import Code, GoldSet, Metric, Outcome, Tally
from benchmarks.reading import read
from benchmarks.scoring import conll_f1

_ACTORS = ("person", "organization")
_SCHEME = Scheme(unmarked=frozenset({Kind.RELATIVE, Kind.ADJECTIVE}))


class Entity(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="entity"):
    """A mention of an entity."""

    id: str
    type: str
    begin: int
    end: int


class Day(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="date"):
    """A date, not judged here."""

    value: str | None = None


class Item(Row, frozen=True, kw_only=True):
    """A text with its entities."""

    annotations: tuple[Entity | Day, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Our actors against persons and organisations."""
    text = read(item)
    draft = code(text.document)
    grouped: dict[tuple[str, bool], list[tuple[int, int]]] = defaultdict(list)
    for entity in item.annotations:
        if isinstance(entity, Entity):
            place = text.at((entity.begin, entity.end))
            grouped[entity.id, entity.type in _ACTORS].append(place)
    actors = [mentions for (_, is_actor), mentions in grouped.items() if is_actor]
    others = [mentions for (_, is_actor), mentions in grouped.items() if not is_actor]
    tally = coreference_tally(draft, actors, others, _SCHEME)
    metrics = ("CoNLL F1 on actors", f"CoNLL F1 on actors, {item.split}")
    return Outcome(item=item.doc_id, tallies=tuple(Tally(metric=m, values=tally) for m in metrics))


SET = GoldSet(
    name="gum_news",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="CoNLL F1 on actors", formula=conll_f1),
        Metric(name="CoNLL F1 on actors, news", formula=conll_f1),
    ),
)
