"""Floors: figures that must not fall. A floor is lowered only with a reason in its commit."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from benchmarks.gold import GoldError
from benchmarks.outcomes import SetResult

FOLDER = Path(__file__).parent / "floors"


class Floor(msgspec.Struct, frozen=True, kw_only=True):
    """The lowest that each metric of a set may be, or the highest for errors and false alarms."""

    half: str
    at_least: dict[str, float] = {}
    at_most: dict[str, float] = {}


def load_floor(name: str, folder: Path = FOLDER) -> Floor | None:
    """The floor file of a set, or None where it has none.

    Raises:
        GoldError: the file is malformed.
    """
    path = folder / f"{name}.json"
    if not path.exists():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Floor)
    except msgspec.DecodeError as error:
        raise GoldError(f"{path}: {error}") from error


def breaches(results: Iterable[SetResult], half: str, folder: Path = FOLDER) -> Iterator[str]:
    """A message for each figure that broke its floor, or is missing though it has one."""
    for result in results:
        floor = load_floor(result.name, folder)
        if floor is not None and floor.half == half:
            yield from _breaches_of(result, floor)


def _breaches_of(result: SetResult, floor: Floor) -> Iterator[str]:
    figures = {f.metric: f.value for f in result.figures}
    for metric in (*floor.at_least, *floor.at_most):
        if metric not in figures:
            yield f"{result.name}: {metric} has a floor but no figure"
            continue
        value, least = figures[metric], floor.at_least.get(metric)
        most = floor.at_most.get(metric)
        if least is not None and value < least:
            yield f"{result.name}: {metric} is {value:.3f}, below its floor {least:.3f}"
        if most is not None and value > most:
            yield f"{result.name}: {metric} is {value:.3f}, above its ceiling {most:.3f}"
