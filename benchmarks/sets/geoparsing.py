"""LGL and GeoVirus: place names with coordinates (Lieberman 2010, Gritta 2018).

Detection is by overlap, one to one. For a given name the place is ours at those words where we
found one, else what the resolver makes of the name among the other given names of the text. LGL
gives demonyms too: "Georgian" is the country, which names no place for us, but which we know.
"""

import math
from collections.abc import Sequence

from benchmarks.gold import Row, Stretch
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import Offsets, offsets
from benchmarks.reading import read
from benchmarks.scoring import dice, f1, overlap_tally, precision, ratio, recall
from khaldun.coding.draft import Draft
from khaldun.coding.places.demonyms import candidates, countries_spoken_of
from khaldun.coding.places.names import FoundName, Sign
from khaldun.coding.places.resolving import resolve
from khaldun.coding.places.stage import acts, containers
from khaldun.record import Place

NEAR_KM = 161.0
_EARTH_KM = 6371.0
_SAME_NAME = 0.5  # a mention that shares less with the given name is another name
Resolved = tuple[int | None, float | None, float | None]


class Toponym(Stretch, frozen=True, kw_only=True):
    """A place name; LGL gives GeoNames ids, GeoVirus coordinates only."""

    text: str
    lat: str | None = None
    lon: str | None = None
    geonameid: str | None = None


class Item(Row, frozen=True, kw_only=True):
    """A text with its place names."""

    annotations: tuple[Toponym, ...]


def judge(item: Item, code: Code) -> Outcome:
    """Names found, and what the given names are resolved to."""
    text = read(item)
    draft = code(text.document)
    given = [text.at(t.span) for t in item.annotations]
    ours = [offsets(m) for p in draft.places for m in p.mentions]
    found = overlap_tally(ours, given)
    corpus = "LGL" if item.split == "lgl" else "GeoVirus"
    tallies = [Tally(metric=f"{c} detection {part}", values=found)
               for c in (corpus, "all") for part in "PRF"]  # fmt: skip
    told: list[Disagreement] = []
    for toponym, resolved in zip(item.annotations, resolve_given(draft, given), strict=True):
        tallies += _tallies(toponym, resolved, corpus)
        told += _disagreement(item, toponym, resolved)
    return Outcome(item=item.doc_id, tallies=tuple(tallies), disagreements=tuple(told))


def resolve_given(draft: Draft, given: Sequence[Offsets]) -> list[Resolved]:
    """GeoNames id, latitude and longitude of each given name, None where not known."""
    names = [_name(draft, g) for g in given]
    known = [n for n in names if n is not None]
    spoken = countries_spoken_of(draft.syntax.words)
    acting = [acts(draft, n) for n in known]
    entries = iter(resolve(known, containers(known, draft.syntax), acting, spoken))
    resolved: list[Resolved] = []
    for stretch, name in zip(given, names, strict=True):
        entry = next(entries) if name is not None else None
        place = place_named(draft, stretch)
        if place is not None and place.latitude is not None:
            resolved.append((place.geonames_id, place.latitude, place.longitude))
        elif entry is not None:
            resolved.append((entry.geonames_id, entry.latitude, entry.longitude))
        else:
            resolved.append((None, None, None))
    return resolved


def place_named(draft: Draft, stretch: Offsets) -> Place | None:
    """Our place at the given name."""
    return next(
        (
            p
            for p in draft.places
            if any(dice(offsets(m), stretch) > _SAME_NAME for m in p.mentions)
        ),
        None,
    )


def _name(draft: Draft, stretch: Offsets) -> FoundName | None:
    words = tuple(draft.syntax.words_within(*stretch))
    if not words:
        return None
    name = draft.document.text[slice(*stretch)]
    matches = candidates(name)
    return FoundName(words=words, name=name, kind=None, matches=matches, sign=Sign.LOCATED)


def kilometres(one: Resolved, latitude: float, longitude: float) -> float:
    """The great-circle distance; infinite where the place is not known."""
    if one[1] is None or one[2] is None:
        return math.inf
    a, b = math.radians(one[1]), math.radians(latitude)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(longitude - one[2]) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def is_near(resolved: Resolved, gold: Toponym) -> bool:
    """Whether the place is within 161 km (100 miles) of the gold one."""
    return kilometres(resolved, float(gold.lat or "nan"), float(gold.lon or "nan")) <= NEAR_KM


def _tallies(gold: Toponym, resolved: Resolved, corpus: str) -> list[Tally]:
    tallies = []
    if gold.geonameid:
        exact = str(resolved[0]) == gold.geonameid
        tallies.append(Tally(metric=f"{corpus} given names, exact", values=(float(exact), 1.0)))
    if gold.lat and gold.lon:
        near = is_near(resolved, gold)
        metric = f"{corpus} given names, within 161 km"
        tallies.append(Tally(metric=metric, values=(float(near), 1.0)))
    return tallies


def _disagreement(item: Item, gold: Toponym, resolved: Resolved) -> list[Disagreement]:
    if not gold.lat or is_near(resolved, gold):
        return []
    kind = "given name not known" if resolved[1] is None else "given name elsewhere"
    note = f"{gold.text}: {gold.geonameid} ({gold.lat}, {gold.lon}), ours {resolved}"
    return [Disagreement(kind=kind, item=item.doc_id, note=note)]


SET = GoldSet(
    name="geoparsing",
    row=Item,
    judge=judge,
    metrics=(
        *(
            Metric(name=f"{corpus} detection {part}", formula=formula)
            for corpus in ("LGL", "GeoVirus", "all")
            for part, formula in (("P", precision), ("R", recall), ("F", f1))
        ),
        Metric(name="LGL given names, exact", formula=ratio),
        Metric(name="LGL given names, within 161 km", formula=ratio),
        Metric(name="GeoVirus given names, within 161 km", formula=ratio),
    ),
)
