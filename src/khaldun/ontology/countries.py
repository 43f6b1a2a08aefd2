"""Countries in the code lists that data sets of the field use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from khaldun.ontology.data_files import load_data
from khaldun.ontology.registry import fold_name, registry

_PARENTHESIS = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory; a number is None where the list has none for it.

    `numeric` is ISO 3166-1 numeric, `gw` after Gleditsch and Ward, `cow` Correlates of War;
    `name` and `region` are spelled as ACLED does, `ucdp_region` as UCDP does.
    """

    iso3: str
    iso2: str
    name: str
    numeric: int | None
    gw: int | None
    cow: int | None
    region: str
    ucdp_region: str | None


@cache
def countries() -> Mapping[str, Country]:
    """The countries by ISO 3166-1 alpha-3 code, XKX for Kosovo."""
    content = load_data("countries")
    regions = content["ucdp_regions"]
    found = {}
    for iso3, (iso2, name, numeric, gw, cow, region) in content["countries"].items():
        ucdp = next((r for first, last, r in regions if gw and first <= gw <= last), None)
        found[iso3] = Country(
            iso3=iso3,
            iso2=iso2,
            name=name,
            numeric=numeric,
            gw=gw,
            cow=cow,
            region=region,
            ucdp_region=ucdp,
        )
    return MappingProxyType(found)


def country_named(name: str) -> str | None:
    """The alpha-3 code of a country by its name or code, None where it is not known.

    A former name in parentheses is passed over: "Russia (Soviet Union)".
    """
    if name in countries():
        return name
    bare = _PARENTHESIS.sub("", name)
    return _by_name().get(fold_name(name)) or _by_name().get(fold_name(bare)) or _known(bare)


def country_numbered(number: int, code_list: str) -> str | None:
    """The alpha-3 code of a country by its number in "numeric", "gw" or "cow"."""
    return _by_number(code_list).get(number)


def _known(name: str) -> str | None:
    """The country of the state or territory that the actor registry has under this name."""
    entries = (entry for entry in registry().find(name) if entry.kind in ("state", "territory"))
    return next((entry.country for entry in entries if entry.country in countries()), None)


@cache
def _by_name() -> Mapping[str, str]:
    also = {fold_name(name): iso3 for name, iso3 in load_data("countries")["also"].items()}
    return {fold_name(country.name): iso3 for iso3, country in countries().items()} | also


@cache
def _by_number(code_list: str) -> Mapping[int, str]:
    numbers = ((getattr(country, code_list), iso3) for iso3, country in countries().items())
    return {number: iso3 for number, iso3 in numbers if number is not None}
