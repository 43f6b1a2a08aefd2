from pathlib import Path

from khaldun.ontology import RegistryKind, contexts, modes_of, sectors
from khaldun.ontology.registry.loading import FIELDS
from khaldun.record import EventType

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_the_reference_lists_every_type_mode_context_and_sector() -> None:
    text = (REFERENCE / "ontology.md").read_text(encoding="utf-8")
    rows = {line.split("|")[1].strip(): line for line in text.splitlines() if line[:1] == "|"}
    for event_type in EventType:
        assert all(f"{mode} (" in rows[event_type.value] for mode in modes_of(event_type))
    assert all(f"`{context}`" in text for context in contexts())
    assert set(sectors()) <= set(rows)


def test_the_reference_lists_every_kind_and_field_of_the_registry() -> None:
    text = (REFERENCE / "registry.md").read_text(encoding="utf-8")
    assert all(f"`{kind.value}`" in text for kind in RegistryKind)
    assert all(f"`{field}`" in text for field in FIELDS)
