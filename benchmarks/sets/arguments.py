"""Long sentences of our own, with the subjects and objects of their verbs.

Sentences in `benchmarks/data/arguments.txt`, which states its notation. Of the predicate that a
verb heads, the arguments that are subject or object, with what is coordinated with them, are held
against the heads given, by the spelling of the word. A sentence is right where all of them are.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.reading import as_it_stands
from benchmarks.scoring import f1, precision, ratio, recall
from benchmarks.sets.blocks import blocks
from benchmarks.sets.conflict_lines import PUBLISHED
from khaldun.coding.draft import Draft, Predicate, Role

FILE = Path(__file__).parents[1] / "data" / "arguments.txt"
_ROLES = {"subjects": Role.SUBJECT, "objects": Role.OBJECT}
_RIGHT = "sentences right"

Heads = tuple[tuple[str, ...], ...]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A verb and the heads of its arguments, each in the spellings that will do.

    `occurrence` counts the words so spelled from one; objects that are None are not judged.
    """

    verb: str
    occurrence: int
    subjects: Heads
    objects: Heads | None


class Item(Row, frozen=True, kw_only=True):
    """A sentence with its verbs."""

    annotations: tuple[Line, ...] = ()


@cache
def rows() -> tuple[Item, ...]:
    """The sentences, in file order."""
    return tuple(items(FILE.read_text(encoding="utf-8").splitlines()))


def items(lines: Sequence[str]) -> Iterator[Item]:
    """The sentences in file order, each under an id made from its batch and its words."""
    for topic, (text, *told) in blocks(lines):
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
        found = tuple(line_of(line.strip()) for line in told)
        yield Item(doc_id=f"{topic} {digest}", text=text, dct=PUBLISHED, annotations=found)


def line_of(line: str) -> Line:
    """A verb with its arguments from its line."""
    named, _, parties = line.partition(":")
    verb, _, occurrence = named.partition("#")
    subjects, judged, objects = parties.partition(">")
    return Line(
        verb=verb,
        occurrence=int(occurrence or 1),
        subjects=_heads(subjects),
        objects=_heads(objects) if judged else None,
    )


def _heads(text: str) -> Heads:
    parts = (part.strip() for part in text.split(","))
    return tuple(tuple(part.split("/")) for part in parts if part)


def judge(item: Item, code: Code) -> Outcome:
    """The arguments of each verb against ours."""
    draft = code(as_it_stands(item).document)
    tallies, disagreements = list[Tally](), list[Disagreement]()
    for line in item.annotations:
        predicate = _predicate(draft, line)
        for kind, wanted in (("subjects", line.subjects), ("objects", line.objects)):
            if wanted is None:
                continue
            ours = _found(predicate, _ROLES[kind])
            values = _counts(wanted, ours)
            tallies += [Tally(metric=f"{kind} {part}", values=values) for part in "PRF"]
            if len(set(values)) > 1:
                note = f"{line.verb}: {wanted} ours {ours} | {item.text}"
                disagreements.append(
                    Disagreement(kind=f"{kind} differ", item=item.doc_id, note=note)
                )
    tallies.append(Tally(metric=_RIGHT, values=(float(not disagreements), 1.0)))
    return Outcome(item=item.doc_id, tallies=tuple(tallies), disagreements=tuple(disagreements))


def _predicate(draft: Draft, line: Line) -> Predicate | None:
    spelled = [w for w in draft.syntax.words if w.text == line.verb]
    verb = spelled[line.occurrence - 1] if line.occurrence <= len(spelled) else None
    return next((p for p in draft.predicates if p.trigger is verb), None)


def _found(predicate: Predicate | None, role: Role) -> list[str]:
    """The spellings of the heads in a role, without those that another one brings along."""
    arguments = predicate.arguments if predicate is not None else ()
    heads = [a.word for a in arguments if a.role is role]
    return list(dict.fromkeys(w.text for h in heads for w in (h, *h.conjuncts())))


def _counts(wanted: Heads, ours: Iterable[str]) -> tuple[float, float, float]:
    """How many are right, are ours, are asked for."""
    found = set(ours)
    right = sum(1 for spellings in wanted if found.intersection(spellings))
    others = found.difference(*wanted)
    return float(right), float(right + len(others)), float(len(wanted))


SET = GoldSet(
    name="arguments",
    row=Item,
    judge=judge,
    rows=rows,
    metrics=(
        *(
            Metric(name=f"{kind} {part}", formula=formula)
            for kind in _ROLES
            for part, formula in (("P", precision), ("R", recall), ("F", f1))
        ),
        Metric(name=_RIGHT, formula=ratio),
    ),
    note="sentences of our own, in benchmarks/data/arguments.txt",
)
