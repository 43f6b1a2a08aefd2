"""Code lists of the field as versioned data: PLOVER, CAMEO, sectors, and the actor registry."""

from khaldun.ontology.cameo import Cameo, CameoCode, cameo, cameo_of, plover_of
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
from khaldun.ontology.sectors import Sector, sector_of_role, sectors

__all__ = [
    "Cameo",
    "CameoCode",
    "DatedMembership",
    "DatedOffice",
    "Plover",
    "PloverMode",
    "PloverType",
    "Quad",
    "Registry",
    "RegistryEntry",
    "RegistryKind",
    "Sector",
    "cameo",
    "cameo_of",
    "contexts",
    "fold_name",
    "load_registry",
    "modes_of",
    "needs_recipient",
    "plover",
    "plover_of",
    "quad_of",
    "registry",
    "score_of",
    "sector_of_role",
    "sectors",
]
