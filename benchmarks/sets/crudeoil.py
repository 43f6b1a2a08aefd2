"""CrudeOilNews: events with polarity and modality (Lee et al. 2021).

An event is Negative where its value denies it, and of Other modality where its value is less
than certain or it has not happened (planned, attempted or hypothetical). The share of the rarer
class that is found is given too, since saying "Positive, Asserted" throughout is mostly right.
"""

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.reading import read
from benchmarks.scoring import f1, overlapping, ratio
from benchmarks.values import certainty_at, head_of, is_negative
from khaldun.coding.certainty import status_of
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.record import Factuality, Status

_CERTAIN = (Factuality.CERTAIN, Factuality.CERTAINLY_NOT)
_OPEN = (Status.PLANNED, Status.ATTEMPTED, Status.HYPOTHETICAL)


class Entity(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="entity"):
    """Not judged."""

    type: str


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """An event word with its polarity and modality."""

    begin: int
    end: int
    text: str
    polarity: str
    modality: str


class Item(Row, frozen=True, kw_only=True):
    """A sentence with its events."""

    annotations: tuple[Entity | Event, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Polarity and modality of each event word."""
    events = [a for a in item.annotations if isinstance(a, Event)]
    if not events:
        return Outcome(item=item.doc_id)
    text = read(item)
    draft = code(text.document)
    tallies, told = [], []
    for event in events:
        stretch = text.at((event.begin, event.end))
        words = [w for w in draft.syntax.words if overlapping((w.start, w.end), stretch)]
        word = head_of(words)
        negative = word is not None and is_negative(certainty_at(draft, word).value)
        other = word is not None and is_open(draft, word)
        pairs = {
            "polarity": (negative, event.polarity.lower() == "negative"),
            "modality": (other, event.modality.lower() == "other"),
        }
        for name, (ours, gold) in pairs.items():
            found = (float(ours and gold), float(ours), float(gold))
            tallies += [
                Tally(metric=f"{name} accuracy", values=(float(ours == gold), 1.0)),
                Tally(metric=f"{name}, F of the rarer class", values=found),
            ]
            if ours != gold:
                kind = f"{name}: {'false alarm' if ours else 'missed'}"
                note = f"[{event.text}] {item.text}"
                told.append(Disagreement(kind=kind, item=item.doc_id, note=note))
    return Outcome(item=item.doc_id, tallies=tuple(tallies), disagreements=tuple(told))


def is_open(draft: Draft, word: Word) -> bool:
    """Whether the text leaves open that it happened."""
    certain = certainty_at(draft, word).value in _CERTAIN
    return not certain or status_of(draft, word) in _OPEN


SET = GoldSet(
    name="crudeoil",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="polarity accuracy", formula=ratio),
        Metric(name="polarity, F of the rarer class", formula=f1),
        Metric(name="modality accuracy", formula=ratio),
        Metric(name="modality, F of the rarer class", formula=f1),
    ),
)
