"""Best one-to-one alignment of two lists (the assignment problem)."""

from collections.abc import Sequence

_UNREACHED = float("inf")


def best_alignment(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) that maximise the summed weight; pairs of weight 0 are left out.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), cubic in the number of
    rows and columns. Weights must not be negative.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = best_alignment(list(zip(*weights, strict=True)))
        return sorted((row, column) for column, row in turned)
    matched = _assign([[-w for w in row] for row in weights])
    return [(r, c) for r, c in enumerate(matched) if weights[r][c] > 0]


def _assign(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row in the cheapest assignment; there are no more rows than columns."""
    rows, columns = len(costs), len(costs[0])
    row_potential = [0.0] * (rows + 1)
    column_potential = [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        _augment(costs, row_of, row_potential, column_potential)
    found = [0] * rows
    for column in range(1, columns + 1):
        if row_of[column]:
            found[row_of[column] - 1] = column - 1
    return found


def _augment(
    costs: Sequence[Sequence[float]],
    row_of: list[int],
    row_potential: list[float],
    column_potential: list[float],
) -> None:
    """Match the row at the virtual column 0 along the cheapest augmenting path."""
    columns = len(column_potential) - 1
    cheapest = [_UNREACHED] * (columns + 1)
    came_from = [0] * (columns + 1)
    used = [False] * (columns + 1)
    column = 0
    while True:
        used[column] = True
        row, step, following = row_of[column], _UNREACHED, 0
        for other in range(1, columns + 1):
            if used[other]:
                continue
            reduced = costs[row - 1][other - 1] - row_potential[row] - column_potential[other]
            if reduced < cheapest[other]:
                cheapest[other], came_from[other] = reduced, column
            if cheapest[other] < step:
                step, following = cheapest[other], other
        for other in range(columns + 1):
            if used[other]:
                row_potential[row_of[other]] += step
                column_potential[other] -= step
            else:
                cheapest[other] -= step
        column = following
        if not row_of[column]:
            break
    while column:
        row_of[column] = row_of[came_from[column]]
        column = came_from[column]
