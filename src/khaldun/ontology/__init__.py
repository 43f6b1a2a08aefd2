"""Code lists of the field as versioned data: PLOVER, CAMEO, sectors, and the actor registry."""

from khaldun.ontology.acled import Acled, Inter, SubEvent, acled, acled_of
from khaldun.ontology.cameo import Cameo, CameoCode, cameo, cameo_of, plover_of
from khaldun.ontology.countries import Country, countries, country_named, country_numbered
from khaldun.ontology.plover import (
    Plover,
    PloverMode,
    PloverType,
    Quad,
    contexts,
    modes_of,
    needs_recipient,
    plover,
    quad_of,
    score_of,
)
from khaldun.ontology.registry import (
    DatedMembership,
    DatedOffice,
    Registry,
    RegistryEntry,
    RegistryKind,
    fold_name,
    load_registry,
    registry,
)
from khaldun.ontology.sectors import Sector, sector_of_plover, sector_of_role, sectors
from khaldun.ontology.ucdp import TypeOfViolence, Ucdp, ucdp

__all__ = [
    "Acled",
    "Cameo",
    "CameoCode",
    "Country",
    "DatedMembership",
    "DatedOffice",
    "Inter",
    "Plover",
    "PloverMode",
    "PloverType",
    "Quad",
    "Registry",
    "RegistryEntry",
    "RegistryKind",
    "Sector",
    "SubEvent",
    "TypeOfViolence",
    "Ucdp",
    "acled",
    "acled_of",
    "cameo",
    "cameo_of",
    "contexts",
    "countries",
    "country_named",
    "country_numbered",
    "fold_name",
    "load_registry",
    "modes_of",
    "needs_recipient",
    "plover",
    "plover_of",
    "quad_of",
    "registry",
    "score_of",
    "sector_of_plover",
    "sector_of_role",
    "sectors",
    "ucdp",
]
