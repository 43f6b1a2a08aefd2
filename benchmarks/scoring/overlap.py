"""Tallies for spans and classes: what matches what."""

from collections.abc import Hashable, Sequence

from benchmarks.scoring.alignment import best_alignment

Offsets = tuple[int, int]


def overlapping(one: Offsets, other: Offsets) -> int:
    """How many characters two stretches share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def dice(one: Offsets, other: Offsets) -> float:
    """Twice the shared characters over all characters: 0 apart, 1 the same."""
    lengths = one[1] - one[0] + other[1] - other[0]
    return 2 * overlapping(one, other) / lengths if lengths else 0.0


def overlap_tally(guesses: Sequence[Offsets], gold: Sequence[Offsets]) -> tuple[float, ...]:
    """One-to-one matches of stretches that overlap: (matched, guessed, gold)."""
    weights = [[dice(g, t) for t in gold] for g in guesses]
    return (float(len(best_alignment(weights))), float(len(guesses)), float(len(gold)))


def exact_tally(guesses: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, ...]:
    """Equal members of two lists, each used once: (matched, guessed, gold)."""
    left = list(gold)
    matched = 0
    for guess in guesses:
        if guess in left:
            left.remove(guess)
            matched += 1
    return (float(matched), float(len(guesses)), float(len(gold)))


def class_tally(guess: str | None, gold: str | None, classes: Sequence[str]) -> tuple[float, ...]:
    """(matched, guessed, gold) for each class in turn; None is no class at all."""
    return tuple(
        float(value)
        for name in classes
        for value in (guess == gold == name, guess == name, gold == name)
    )
