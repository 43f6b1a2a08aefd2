"""Look-up of place names in the gazetteer file.

The file is written by `scripts/build_gazetteer.py`: a JSON header, a filter that tells most
words that name no place at once, names in sorted blocks, and entries in blocks. It is read
whole (it is small) but opened block by block, so that it is ready in milliseconds.
"""

import json
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from khaldun.errors import GazetteerError
from khaldun.gazetteer.blocks import unpack_block
from khaldun.gazetteer.entry import GazetteerEntry, PlaceKind
from khaldun.gazetteer.names import fold_name, sound_key, without_article

MAGIC = b"KHGAZ1\n"
CACHED_NAMES = 20_000
CACHED_BLOCKS = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entry under a name, and whether the name is its usual one or an alternate."""

    entry: GazetteerEntry
    usual: bool


class Gazetteer:
    """Places by name; see `GazetteerEntry` for what is known of each.

    Args:
        content: the bytes of a gazetteer file.

    Raises:
        GazetteerError: the bytes are not those of a gazetteer file of this version.
    """

    def __init__(self, content: bytes) -> None:
        if not content.startswith(MAGIC):
            raise GazetteerError("the gazetteer file is not one, or of another version")
        start = len(MAGIC) + 4
        length = int.from_bytes(content[len(MAGIC) : start], "big")
        try:
            header = json.loads(zlib.decompress(content[start : start + length]))
        except (zlib.error, ValueError) as error:
            raise GazetteerError(f"the gazetteer file is damaged: {error}") from error
        self.version: str = header["version"]
        self._first_keys: list[str] = header["first_keys"]
        self._name_ends: list[int] = header["name_ends"]
        self._entry_ends: list[int] = header["entry_ends"]
        self._entries_per_block: int = header["entries_per_block"]
        names = start + length + header["filter_bytes"]
        self._filter = content[start + length : names]
        entries = names + self._name_ends[-1]
        self._names = content[names:entries]
        self._entries = content[entries:]
        self._matches = lru_cache(maxsize=CACHED_NAMES)(self._read_matches)
        self._block = lru_cache(maxsize=CACHED_BLOCKS)(self._read_block)

    def find(self, name: str) -> tuple[GazetteerEntry, ...]:
        """The places of this name, best first, whatever its case, accents or Arabic article."""
        return tuple(m.entry for m in self.matches(name))

    def matches(self, name: str) -> tuple[Match, ...]:
        """The places of this name, best first, saying for which it is the usual name."""
        return self._matches(fold_name(name))

    def sounding_like(self, name: str, country: str | None) -> tuple[Match, ...]:
        """Places of a country whose name has the consonants of this one, best first.

        Only countries whose names are transliterated are covered.
        """
        key = sound_key(fold_name(name))
        found = self._under(key) if key else []
        near = [m for m in found if m.entry.country == country]
        return tuple(sorted(near, key=lambda m: (-m.entry.rank, m.entry.name)))

    def _read_matches(self, key: str) -> tuple[Match, ...]:
        found = self._under(key)
        bare = without_article(key)
        if not found and bare:
            found = self._under(bare)
        return tuple(sorted(found, key=lambda m: (-m.entry.rank - m.usual, m.entry.name)))

    def _under(self, key: str) -> list[Match]:
        if not key or not self._may_know(key):
            return []
        number = bisect_right(self._first_keys, key) - 1
        if number < 0:
            return []
        start = self._name_ends[number - 1] if number else 0
        prefix = f"{key}\t"
        for line in unpack_block(self._names[start : self._name_ends[number]]):
            if line.startswith(prefix):
                return self._read_references(line)
        return []

    def _read_references(self, line: str) -> list[Match]:
        _, usual, alternate = line.split("\t")
        return [
            Match(entry=self._entry(int(number)), usual=is_usual)
            for numbers, is_usual in ((usual, True), (alternate, False))
            for number in numbers.split()
        ]

    def _may_know(self, key: str) -> bool:
        return all(
            self._filter[bit >> 3] & (1 << (bit & 7))
            for bit in filter_bits(key, 8 * len(self._filter))
        )

    def _entry(self, number: int) -> GazetteerEntry:
        block, position = divmod(number, self._entries_per_block)
        return parse_entry(self._block(block)[position])

    def _read_block(self, number: int) -> list[str]:
        start = self._entry_ends[number - 1] if number else 0
        return unpack_block(self._entries[start : self._entry_ends[number]])


def filter_bits(key: str, size: int) -> tuple[int, int]:
    """The two bits of the filter, of `size` bits, that are set where `key` is known."""
    first = zlib.crc32(key.encode("utf-8", "surrogatepass"))
    second = first * 0x9E3779B1 & 0xFFFFFFFF  # multiplicative hashing, after Knuth
    return first % size, second % size


def parse_entry(line: str) -> GazetteerEntry:
    """The entry that a line of the file states; `format_entry` writes it."""
    name, kind, country, region, lat, lon, geonames, population, rank, flags = line.split("\t")
    return GazetteerEntry(
        name=name,
        kind=PlaceKind(kind),
        country=country or None,
        region=region or None,
        latitude=float(lat),
        longitude=float(lon),
        geonames_id=int(geonames) if geonames else None,
        population=int(population or 0),
        rank=float(rank),
        approximate="a" in flags,
        capital="c" in flags,
    )


def format_entry(entry: GazetteerEntry) -> str:
    """An entry as a line of the file; coordinates to three decimals, about a hundred metres."""
    fields = (
        entry.name,
        entry.kind.value,
        entry.country or "",
        entry.region or "",
        f"{entry.latitude:.3f}",
        f"{entry.longitude:.3f}",
        str(entry.geonames_id or ""),
        str(entry.population or ""),
        f"{entry.rank:.2f}",
        "a" * entry.approximate + "c" * entry.capital,
    )
    return "\t".join(fields)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package, read once a process.

    Raises:
        GazetteerError: its file is missing or damaged.
    """
    path = files("khaldun.gazetteer") / "data" / "places.bin"
    try:
        return Gazetteer(path.read_bytes())
    except OSError as error:
        raise GazetteerError(f"the gazetteer file cannot be read: {error}") from error
