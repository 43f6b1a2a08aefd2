"""Prints the ontology: types with their modes, contexts, sectors."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from khaldun.errors import UsageError
from khaldun.ontology import PloverType, plover, sectors
from khaldun.record import EventType


def print_ontology(console: Console) -> None:
    """Print everything in short."""
    ontology = plover()
    console.print(Text(f"EVENT TYPES  {ontology.version}", style="bold"))
    for kind in ontology.types.values():
        _print_entry(console, kind.type, _facts(kind), kind.about)
        if kind.modes:
            console.print(Padding(Text(f"modes: {', '.join(kind.modes)}"), (0, 0, 0, 4)))
    console.print(Text("\nCONTEXTS", style="bold"))
    console.print(Padding(Text(", ".join(ontology.contexts)), (0, 0, 0, 2)))
    console.print(Text("\nSECTORS", style="bold"))
    for sector in sectors().values():
        _print_line(console, sector.code, 5, sector.about)


def print_type(console: Console, name: str) -> None:
    """Print one type with all its modes.

    Raises:
        UsageError: there is no such type.
    """
    if name not in EventType.__members__:
        raise UsageError(f"there is no type {name}; the types are {', '.join(EventType)}")
    kind = plover().types[EventType(name)]
    _print_entry(console, kind.type, _facts(kind), kind.about)
    width = max((len(mode) for mode in kind.modes), default=0)
    for mode in kind.modes.values():
        score = "     " if mode.score is None else f"{mode.score:+5.1f}"
        _print_line(console, mode.name, width, f"{score}  {mode.about}".rstrip())


def _print_entry(console: Console, name: str, facts: str, about: str) -> None:
    console.print(Text.assemble((f"  {name}", "bold"), (f"  {facts}", "dim")))
    console.print(Padding(Text(about), (0, 0, 0, 4)))


def _print_line(console: Console, name: str, width: int, about: str) -> None:
    console.print(Text.assemble((f"  {name:<{width}}", "bold"), f"  {about}"))


def _facts(kind: PloverType) -> str:
    recipient = ", needs a recipient" if kind.needs_recipient else ""
    return f"{kind.quad.replace('_', ' ')}, {kind.score:+g}{recipient}"
