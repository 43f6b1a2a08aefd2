"""Where a document is about: the scene against which names in doubt are held."""

from collections.abc import Sequence

from khaldun.coding.places.names import FoundName
from khaldun.coding.places.signs import fame
from khaldun.gazetteer import GazetteerEntry, PlaceKind

# A degree is about a hundred kilometres: what lies within three of a sure place is on the scene.
CELL_DEGREES = 3.0
# About a thousand people: below, a name is as likely to be something else.
OBSCURE = 3.0
_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.AREA)


class Scene:
    """The countries, and the squares of the map, of the places that a document surely names."""

    def __init__(self, names: Sequence[FoundName]) -> None:
        best = [n.matches[0].entry for n in names if n.matches]
        self._countries = {e.country for e in best if e.country}
        self._regions = {(e.country, e.region) for e in best if e.region}
        self._cells = {
            cell for e in best if e.kind not in _WIDE for cell in _around(e.latitude, e.longitude)
        }

    def holds(self, name: FoundName) -> bool:
        """Whether a place of this name lies where the document is about."""
        return any(self._holds(m.entry) for m in name.matches if fame(m) >= OBSCURE)

    def _holds(self, entry: GazetteerEntry) -> bool:
        if entry.country not in self._countries:
            return False
        near = _cell(entry.latitude, entry.longitude) in self._cells
        return near or (entry.country, entry.region) in self._regions


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude // CELL_DEGREES), int(longitude // CELL_DEGREES)


def _around(latitude: float, longitude: float) -> list[tuple[int, int]]:
    row, column = _cell(latitude, longitude)
    return [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
