"""In which phase a conflict is, from what happened in the window.

The rule is in docs/reference/situation.md.
"""

from collections.abc import Callable, Iterable
from datetime import date

from khaldun.record import Event, EventType
from khaldun.situation.initiative import Window, attackers, withdrawers
from khaldun.situation.model import Initiative, Phase, PhaseSeen
from khaldun.situation.rules import grounds

CEASEFIRE = "ceasefire"
MANY = 3  # attacks of who holds the initiative that make an offensive without a gain
_MEETINGS = (EventType.CONSULT, EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE)
Dated = tuple[date, str]


def phases_in(window: Window, initiative: Initiative | None) -> tuple[PhaseSeen, ...]:
    """Every phase for which there is evidence, the one that names the situation first."""
    seen: list[PhaseSeen] = []
    for phase in Phase:
        found = _RULES[phase](window, initiative)
        if found:
            day = max(day for day, _ in found)
            why = grounds(window.last, day, (identifier for _, identifier in found))
            seen.append(PhaseSeen(phase=phase, grounds=why))
    return tuple(seen)


def _ceasefire(window: Window, _: Initiative | None) -> list[Dated]:
    """Fire that is held, and no attack since."""
    held = [e for e in window.events if e.type is EventType.RETREAT and CEASEFIRE in e.modes]
    attack = _last(_attacks(window))
    return [found for found in _dated(held) if attack is None or found[0] > attack]


def _withdrawal(window: Window, _: Initiative | None) -> list[Dated]:
    """Ground that is left, and no attack or capture since."""
    left = [e for e in window.events if withdrawers(e, window)]
    fought = _last([*_attacks(window), *_captures(window)])
    return [found for found in _dated(left) if fought is None or found[0] > fought]


def _offensive(window: Window, initiative: Initiative | None) -> list[Dated]:
    """Places that were taken, or many attacks of who holds the initiative."""
    holder = initiative.holder if initiative else None
    attacks = _dated(e for e in window.events if holder in attackers(e, window))
    captures = _captures(window)
    return [*captures, *attacks] if captures or len(attacks) >= MANY else []


def _stalemate(window: Window, initiative: Initiative | None) -> list[Dated]:
    """Fighting in which nobody takes a place and nobody holds the initiative."""
    if _captures(window) or (initiative is not None and initiative.holder is not None):
        return []
    return _attacks(window)


def _talks(window: Window, _: Initiative | None) -> list[Dated]:
    """Opponents, or sides that fought each other in the window, who meet, agree or sign."""
    fights = (e for e in window.events if e.type is EventType.ASSAULT)
    enemies = window.opposed.union(*(_pairs(event, window) for event in fights))
    met = (e for e in window.events if e.type in _MEETINGS)
    return _dated(e for e in met if not enemies.isdisjoint(_pairs(e, window)))


_RULES: dict[Phase, Callable[[Window, Initiative | None], list[Dated]]] = {
    Phase.CEASEFIRE: _ceasefire,
    Phase.WITHDRAWAL: _withdrawal,
    Phase.OFFENSIVE: _offensive,
    Phase.STALEMATE: _stalemate,
    Phase.TALKS: _talks,
}


def _attacks(window: Window) -> list[Dated]:
    return _dated(e for e in window.events if e.type is EventType.ASSAULT)


def _captures(window: Window) -> list[Dated]:
    return [(c.day, i) for c in window.captures for i in c.evidence[:1]]


def _pairs(event: Event, window: Window) -> set[frozenset[str]]:
    """The pairs of sides that an event is between; without recipients, among the actors."""
    actors = {window.side(actor) for actor in event.actors}
    others = {window.side(recipient) for recipient in event.recipients} or actors
    return {frozenset((a, b)) for a in actors for b in others if a != b}


def _dated(events: Iterable[Event]) -> list[Dated]:
    return [(event.latest, event.id) for event in events if event.latest is not None]


def _last(found: Iterable[Dated]) -> date | None:
    return max((day for day, _ in found), default=None)
