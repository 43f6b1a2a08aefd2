"""Sectors: the part of society that an actor belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from khaldun.ontology.data_files import load_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector code: what it covers, PLOVER's spelling, and CAMEO roles that mean the same."""

    code: str
    about: str
    plover: str
    roles: tuple[str, ...] = ()


@cache
def sectors() -> Mapping[str, Sector]:
    """The sectors by code, in the order of the file."""
    content = load_data("sectors")
    return MappingProxyType(
        {
            code: Sector(
                code=code,
                about=fields["about"],
                plover=fields.get("plover", code),
                roles=tuple(fields.get("roles", ())),
            )
            for code, fields in content["sectors"].items()
        }
    )


def sector_of_role(role: str) -> str | None:
    """The sector that a CAMEO role code such as "INS" stands for."""
    return _by_role().get(role)


def sector_of_plover(code: str) -> str | None:
    """The sector that PLOVER spells so: "JRN" is news media, "MED" health."""
    return _by_spelling().get(code)


@cache
def _by_spelling() -> Mapping[str, str]:
    spelled = {sector.plover: sector.code for sector in sectors().values()}
    return {code: code for code in sectors()} | spelled


@cache
def _by_role() -> Mapping[str, str]:
    by_role = {role: sector.code for sector in sectors().values() for role in sector.roles}
    return by_role | {code: code for code in sectors()}
