"""Factuality corpora in one form: a value from −3 to 3 for each event word (Jiang 2021).

UDS-IH2, UW, MEANTIME, CommitmentBank (CB), MegaVeridicality (MV2) and the RP negation set. Ours
is the FactBank value of the word as a number; an annotated clause counts by its head. Where the
parser lost the word, the value is 3, what a word has that nothing bears on.

UDS-IH2 asks something else than the others, whether the event has happened or is happening
(White et al. 2016, Rudinger et al. 2018): there, what we record as planned or hypothetical has not.
Its sentences are of all kinds; "events" are those of its predicates that we take for events.
"""

from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import Offsets
from benchmarks.reading import read
from benchmarks.scoring import mean_absolute_error, overlapping, pearson, pearson_tally
from benchmarks.values import NUMBERS, certainty_at, head_of
from khaldun.coding.certainty import status_of
from khaldun.coding.draft import Draft
from khaldun.coding.syntax import Word
from khaldun.record import Factuality, Status

CORPORA = ("UW", "MEANTIME", "UDS_IH2", "CB", "MV2", "RP")
_HAPPENED = "UDS_IH2"
_EVENTS = f"{_HAPPENED} r, events"
_FAR = 3.0  # a difference that the details list
_UNTOUCHED = 3.0


class EventWord(Stretch, frozen=True, kw_only=True):
    """An event word with its value."""

    text: str
    value: float


class Item(Row, frozen=True, kw_only=True):
    """A sentence with its event words; `split` is the corpus and its part."""

    annotations: tuple[EventWord, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Our value of each event word against the gold one."""
    text = read(item)
    draft, corpus = code(text.document), (item.split or "").partition(":")[0]
    tallies, told = [], []
    for gold in item.annotations:
        word = _word_at(draft, text.at(gold.span))
        ours = _UNTOUCHED if word is None else _value(draft, word, corpus)
        if corpus == _HAPPENED and word is not None and word.index in draft.claims:
            tallies.append(Tally(metric=_EVENTS, values=pearson_tally(ours, gold.value)))
        tallies += [
            Tally(metric=f"{corpus} r", values=pearson_tally(ours, gold.value)),
            Tally(metric=f"{corpus} MAE", values=(abs(ours - gold.value), 1.0)),
        ]
        if abs(ours - gold.value) >= _FAR:
            told.append(_told(item, gold, corpus, ours))
    return Outcome(item=item.doc_id, tallies=tuple(tallies), disagreements=tuple(told))


def _word_at(draft: Draft, stretch: Offsets) -> Word | None:
    return head_of([w for w in draft.syntax.words if overlapping((w.start, w.end), stretch)])


def _value(draft: Draft, word: Word, corpus: str) -> float:
    if corpus == _HAPPENED and status_of(draft, word) in (Status.PLANNED, Status.HYPOTHETICAL):
        return NUMBERS[Factuality.CERTAINLY_NOT]
    return NUMBERS[certainty_at(draft, word).value]


def _told(item: Item, gold: EventWord, corpus: str, ours: float) -> Disagreement:
    note = f"[{gold.text}] gold {gold.value:.1f}, ours {ours:.0f} | {item.text}"
    return Disagreement(kind=f"{corpus} far off", item=item.doc_id, note=note)


SET = GoldSet(
    name="factuality",
    row=Item,
    judge=judge,
    metrics=(
        *(
            Metric(name=f"{corpus} {name}", formula=formula)
            for corpus in CORPORA
            for name, formula in (("r", pearson), ("MAE", mean_absolute_error))
        ),
        Metric(name=_EVENTS, formula=pearson),
    ),
)
