"""Texts of our own on many wars, with all ties between parties that a careful reader would record.

Sentences and short paragraphs in `benchmarks/data/ties.txt`, which states its notation. A relation
of ours is a tie where type, both ends and whether it is over or denied are right; an end is right
where a mention of the party, or of the place, shares characters with the words given. A tie that
we tell twice is told once; what may be there is neither asked for nor an alarm. For those found,
means, beginning and end are judged where they are given.
"""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import mentions, offsets
from benchmarks.reading import as_it_stands
from benchmarks.scoring import f1, overlapping, precision, ratio, recall
from benchmarks.sets.tie_lines import ANYBODY, Item, Line, items
from benchmarks.values import is_negative
from khaldun.coding.draft import Draft
from khaldun.record import Relation, RelationType

FILE = Path(__file__).parents[1] / "data" / "ties.txt"
ALARM = "texts without a tie that get one"
MUTUAL = frozenset({RelationType.OPPOSES, RelationType.ALLIED_WITH, RelationType.LIAISES_WITH})


@cache
def rows() -> tuple[Item, ...]:
    """The texts, in file order."""
    return tuple(items(FILE.read_text(encoding="utf-8").splitlines()))


def judge(item: Item, code: Code) -> Outcome:
    """Our relations against the ties of the text."""
    draft = code(as_it_stands(item).document)
    asked = [line for line in item.annotations if not line.optional]
    found = [(line, r) for line in asked if (r := _found(draft, line)) is not None]
    extra = [r for r in draft.relations if not any(says(draft, r, n) for n in item.annotations)]
    values = (float(len(found)), float(len(found) + len(extra)), float(len(asked)))
    tallies = [Tally(metric=f"ties {part}", values=values) for part in "PRF"]
    if not asked:
        tallies.append(Tally(metric=ALARM, values=(float(bool(extra)), 1.0)))
    wrong = [
        (name, line, r) for line, r in found for name, test in FIELDS.items()
        if test(line, r) is False
    ]  # fmt: skip
    return Outcome(
        item=item.doc_id,
        tallies=(*tallies, *_field_tallies(found)),
        disagreements=tuple(_told(item, draft, asked, extra, wrong)),
    )


def _found(draft: Draft, line: Line) -> Relation | None:
    return next((r for r in draft.relations if says(draft, r, line)), None)


def says(draft: Draft, relation: Relation, line: Line) -> bool:
    """Whether the relation is the tie: its type, its two ends, and whether it is over or denied."""
    if line.types and relation.type not in line.types:
        return False
    if line.types and (relation.over, is_negative(relation.certainty.value)) != (
        line.over,
        line.denied,
    ):
        return False
    ends = (relation.subject, relation.target)
    turned = ends[::-1] if relation.type in MUTUAL or not line.types else ends
    return any(
        _is(draft, one, line.source) and _is(draft, other, line.target)
        for one, other in (ends, turned)
    )


def _is(draft: Draft, end: str, words: str) -> bool:
    if words == ANYBODY:
        return True
    text = draft.document.text
    wanted = [(n, n + len(words)) for n in range(len(text)) if text.startswith(words, n)]
    placed = [offsets(m) for p in draft.places if p.id == end for m in p.mentions]
    spoken = [*mentions(draft, [end]), *placed]
    return any(overlapping(one, other) for one in spoken for other in wanted)


def _means(line: Line, relation: Relation) -> bool | None:
    return None if line.means is None else line.means in relation.means


def _since(line: Line, relation: Relation) -> bool | None:
    return None if line.since is None else str(relation.when.earliest).startswith(line.since)


def _until(line: Line, relation: Relation) -> bool | None:
    return None if line.until is None else str(relation.when.latest).startswith(line.until)


FIELDS: dict[str, Callable[[Line, Relation], bool | None]] = {
    "means": _means,
    "beginning": _since,
    "end": _until,
}


def _field_tallies(found: Iterable[tuple[Line, Relation]]) -> list[Tally]:
    judged = ((name, test(*pair)) for pair in found for name, test in FIELDS.items())
    return [
        Tally(metric=f"{name} right", values=(float(right), 1.0))
        for name, right in judged
        if right is not None
    ]


def _told(
    item: Item,
    draft: Draft,
    asked: Iterable[Line],
    extra: Iterable[Relation],
    wrong: Iterable[tuple[str, Line, Relation]],
) -> Iterable[Disagreement]:
    def told(kind: str, note: str) -> Disagreement:
        return Disagreement(kind=kind, item=item.doc_id, note=f"{note} | {item.text}")

    for line in asked:
        if _found(draft, line) is None:
            yield told(f"missed {line.types[0]}", f"{line.source} > {line.target}")
    names = {a.id: a.name for a in draft.actors} | {p.id: p.name for p in draft.places}
    for relation in extra:
        ends = f"{names[relation.subject]} > {names[relation.target]}"
        yield told(f"not there {relation.type}", f"{ends} by {relation.rule}")
    for name, _, relation in wrong:
        held = f"{relation.when.earliest}/{relation.when.latest}"
        yield told(f"wrong {name}", f"{relation.type} {held} {[*relation.means]}")


SET = GoldSet(
    name="ties",
    row=Item,
    judge=judge,
    rows=rows,
    metrics=(
        Metric(name="ties P", formula=precision),
        Metric(name="ties R", formula=recall),
        Metric(name="ties F", formula=f1),
        *(Metric(name=f"{name} right", formula=ratio) for name in FIELDS),
        Metric(name=ALARM, formula=ratio),
    ),
    note="texts of our own, in benchmarks/data/ties.txt",
)
