"""MUC-3/4: reports on Latin America with answer keys, upper case (Sundheim 1991, 1992).

Our reports become templates, which are aligned one to one with those of the key so that as many
slots as possible match. Slots of a key template that nothing is aligned with are missed;
reports that no template takes do not count in the figures of the slots ("matched and missing"
of MUC-4), and count in full in the last figure. Optional templates and fills that are not
found do not count as missed.
"""

from collections.abc import Mapping, Sequence

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.reading import read
from benchmarks.scoring import best_alignment, f1, precision, recall
from benchmarks.sets.muc34_report import templates
from benchmarks.sets.muc34_template import SLOTS, Fill, Template, credit, read_key

ALL = "all slots"
ALL_TEMPLATES = "all slots, spurious templates counted"
_EMPTY = Template({})
_PARTS = (("P", precision), ("R", recall), ("F", f1))
Counts = tuple[float, float, float]


class KeyTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """A template of the answer key, its slots as written."""

    slots: dict[str, tuple[str, ...]]
    optional: bool = False


class Item(Row, frozen=True, kw_only=True):
    """A report with its answer key; a text without templates holds no incident."""

    annotations: tuple[KeyTemplate, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Our templates against the key's."""
    key = [read_key(a.slots, optional=a.optional) for a in item.annotations]
    ours = templates(code(read(item).document))
    pairs, spare = align(ours, key)
    tallies = {slot: _added([slot_counts(slot, o, k) for o, k in pairs]) for slot in SLOTS}
    matched = _added(list(tallies.values()))
    spurious = sum(len(fills) for t in spare for fills in t.fills.values())
    counted = (matched[0], matched[1] + spurious, matched[2])
    return Outcome(
        item=item.doc_id,
        tallies=tuple(
            Tally(metric=f"{name} {part}", values=values)
            for name, values in {**tallies, ALL: matched, ALL_TEMPLATES: counted}.items()
            for part, _ in _PARTS
        ),
        disagreements=tuple(_disagreements(item, pairs)),
    )


def align(
    ours: Sequence[Template], key: Sequence[Template]
) -> tuple[list[tuple[Template, Template]], list[Template]]:
    """Pairs (ours, key), with empty templates for what was missed; and what no key took."""
    weights = [[_common(o, k) for k in key] for o in ours]
    chosen = best_alignment(weights)
    rows, columns = {r for r, _ in chosen}, {c for _, c in chosen}
    pairs = [(ours[r], key[c]) for r, c in chosen]
    pairs += [(_EMPTY, k) for c, k in enumerate(key) if c not in columns and not k.optional]
    return pairs, [o for r, o in enumerate(ours) if r not in rows]


def slot_counts(slot: str, ours: Template, key: Template) -> Counts:
    """(matched, guessed, gold) of one slot; a fill matches one fill."""
    guesses, gold = ours.of(slot), key.of(slot)
    weights = [[credit(slot, g, t) for t in gold] for g in guesses]
    matches = best_alignment(weights)
    found = {t for _, t in matches}
    wanted = [t for i, t in enumerate(gold) if i in found or not t.optional]
    return sum(weights[g][t] for g, t in matches), float(len(guesses)), float(len(wanted))


def _common(ours: Template, key: Template) -> float:
    return sum(slot_counts(slot, ours, key)[0] for slot in SLOTS)


def _added(counts: Sequence[Counts]) -> Counts:
    return (
        sum(c[0] for c in counts),
        sum(c[1] for c in counts),
        sum(c[2] for c in counts),
    )


def _disagreements(item: Item, pairs: Sequence[tuple[Template, Template]]) -> list[Disagreement]:
    found = []
    for ours, key in pairs:
        if not ours.fills:
            found.append(_told(item, "template missed", key.fills, {}))
            continue
        for slot in SLOTS:
            matched, guessed, gold = slot_counts(slot, ours, key)
            if matched < max(guessed, gold):
                differing = {slot: key.of(slot)}, {slot: ours.of(slot)}
                found.append(_told(item, f"{slot} differs", *differing))
    return found


def _told(
    item: Item,
    kind: str,
    gold: Mapping[str, tuple[Fill, ...]],
    guess: Mapping[str, tuple[Fill, ...]],
) -> Disagreement:
    return Disagreement(
        kind=kind, item=item.doc_id, note=f"key {_shown(gold)} ours {_shown(guess)}"
    )


def _shown(fills: Mapping[str, tuple[Fill, ...]]) -> str:
    return "; ".join(
        f"{slot}: " + ", ".join(" | ".join((*f.values, *f.strings[:3])) for f in found)
        for slot, found in fills.items()
    )


SET = GoldSet(
    name="muc34",
    row=Item,
    judge=judge,
    metrics=tuple(
        Metric(name=f"{name} {part}", formula=formula)
        for name in (*SLOTS, ALL, ALL_TEMPLATES)
        for part, formula in _PARTS
    ),
    note="places: a half for a place that contains the right one, as in MUC-4, whose own F counts "
    "spurious templates, as the last figure does",
)
