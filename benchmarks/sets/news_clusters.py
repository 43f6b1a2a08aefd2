"""News stories: which reports tell the same story.

Pair F1: of the pairs of documents that end in one story, how many do in the gold, and the other
way round. Stories are found from the texts alone, without their dates.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from benchmarks.across import by_half, labels_of, pair_tallies
from benchmarks.gold import Row
from benchmarks.outcomes import Code, GoldSet, Metric, Outcome, Tally
from benchmarks.scoring import f1, precision, recall
from khaldun.resolution import outline_of, same_story


class Cluster(msgspec.Struct, frozen=True, kw_only=True, rename={"event": "Event"}):
    """The story that a document tells."""

    event: str


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The annotation of a document."""

    cluster: Cluster


class Item(Row, frozen=True, kw_only=True):
    """A news text with its story."""

    annotations: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A text and the story that it tells."""

    text: str
    story: str


def judge(item: Item, code: Code) -> Outcome:
    """The text; stories are a matter of several documents."""
    told = Told(item.text, item.annotations[0].cluster.event)
    return Outcome(item=item.doc_id, found=told)


def compare(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """The outcomes with the tallies of the stories."""
    return by_half(outcomes, Told, lambda _: None, _tallies)


def _tallies(told: Sequence[Told]) -> list[tuple[Tally, ...]]:
    groups = same_story(outline_of(t.text) for t in told)
    values = pair_tallies(labels_of(groups, len(told)), [t.story for t in told])
    parts = ("P", "R", "F1")
    return [tuple(Tally(metric=f"pairs of one story {p}", values=v) for p in parts) for v in values]


SET = GoldSet(
    name="news_clusters",
    row=Item,
    judge=judge,
    compare=compare,
    metrics=(
        Metric(name="pairs of one story P", formula=precision),
        Metric(name="pairs of one story R", formula=recall),
        Metric(name="pairs of one story F1", formula=f1),
    ),
)
