"""What sets that compare documents share: documents by half, and pairs that end in one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from benchmarks.halves import half_of
from benchmarks.outcomes import Outcome, Tally

F = TypeVar("F")
Labels = Sequence[Hashable]


def by_half(
    outcomes: Sequence[Outcome],
    wanted: type[F],
    part: Callable[[F], Hashable],
    tallies: Callable[[Sequence[F]], Sequence[tuple[Tally, ...]]],
) -> Sequence[Outcome]:
    """The outcomes with the tallies that comparing the documents of one part and half gives.

    Documents are compared only with those of their own half, so that the unread half stays
    unread. `tallies` gives some for each document that it is given.
    """
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index, outcome in enumerate(outcomes):
        if isinstance(outcome.found, wanted):
            groups[half_of(outcome.item), part(outcome.found)].append(index)
    made = [replace(outcome, found=None) for outcome in outcomes]
    for indices in groups.values():
        found = [f for i in indices if isinstance(f := outcomes[i].found, wanted)]
        for index, more in zip(indices, tallies(found), strict=True):
            made[index] = replace(made[index], tallies=(*made[index].tallies, *more))
    return made


def pair_tallies(guess: Labels, gold: Labels) -> list[tuple[float, ...]]:
    """For each position its pairs with later ones: put together by both, by guess, by gold."""
    return [_pairs(guess, gold, position) for position in range(len(gold))]


def _pairs(guess: Labels, gold: Labels, position: int) -> tuple[float, ...]:
    later = range(position + 1, len(gold))
    ours = {i for i in later if guess[i] == guess[position]}
    theirs = {i for i in later if gold[i] == gold[position]}
    return float(len(ours & theirs)), float(len(ours)), float(len(theirs))


def labels_of(groups: Iterable[Iterable[int]], number: int) -> list[int]:
    """For each of `number` positions the number of its group."""
    labels = [-1] * number
    for label, group in enumerate(groups):
        for position in group:
            labels[position] = label
    return labels
