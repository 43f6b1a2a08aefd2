"""What of a report decides which event it is of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from khaldun.gazetteer.names import fold_name
from khaldun.ontology import registry
from khaldun.record import (
    Actor,
    EventType,
    Factuality,
    Place,
    QuantityRole,
    Report,
    Stated,
)
from khaldun.resolution.blocks import family, report_key, window
from khaldun.resolution.model import Context
from khaldun.resolution.names import is_generic, words_of
from khaldun.resolution.places import is_exact
from khaldun.resolution.stories import Outline

_CELL = 0.1  # degrees: towns in neighbouring cells are compared
_MUTUAL = frozenset({"CONSULT", "AGREE", "AID"})
_NEGATIVE = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor as far as it can tell two events apart; `above` are the bodies it is part of."""

    id: str
    generic: bool
    noun: str
    person: bool = False
    country: str | None = None
    sector: str | None = None
    above: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A count of a report; an end that is open is None."""

    role: QuantityRole
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Facts:
    """What a report says, ready to be compared; `sign` is the same for interchangeable reports.

    A report is of no event with which it shares no key: one of its `sought` must be among
    those by which a report of the event is `known_by`.

    `mutual` says that actors and recipients can change places, `claimed` that the document
    gives it as somebody's claim; `outline` is that of the text, where it is known.
    """

    id: str
    document: str
    block: str
    family: str
    first: date | None
    last: date | None
    trigger: str
    evidence: str
    modes: frozenset[str] = frozenset()
    place: Place | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    amounts: tuple[Amount, ...] = ()
    mutual: bool = False
    negative: bool = False
    claimed: bool = False
    outline: Outline | None = None

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first is not None and self.first == self.last

    @cached_property
    def sought(self) -> tuple[str, ...]:
        """The keys under which an event stands that the report can be of."""
        return (*_grounds(self), *_neighbours(self))

    @cached_property
    def known_by(self) -> tuple[str, ...]:
        """The keys under which the event of this report stands, each once."""
        return tuple(dict.fromkeys((*_grounds(self), *_whereabouts(self))))

    @cached_property
    def sign(self) -> tuple[object, ...]:
        """What comparisons ask for: reports with the same sign compare alike with any other."""
        place = None if self.place is None else self.place.id
        parties = tuple(tuple(sorted(map(_party_sign, p))) for p in (self.actors, self.recipients))
        return (self.first, self.last, self.modes, place, parties, self.amounts, self.trigger)


def facts_of(stated: Stated[Report], context: Context, parties: Mapping[str, Party]) -> Facts:
    """What of a report decides which event it is of; `parties` as `parties_of` gives them."""
    report = stated.item
    first, last = window(report.when)
    kind = family(report)
    return Facts(
        id=report.id,
        document=stated.document,
        block=report_key(stated),
        family=kind,
        first=first,
        last=last,
        trigger=stem(report.trigger.quote),
        evidence=fold_name(report.evidence.quote),
        modes=frozenset(report.modes),
        place=context.places.get(report.place) if report.place is not None else None,
        actors=tuple(parties[i] for i in report.actors if i in parties),
        recipients=tuple(parties[i] for i in report.recipients if i in parties),
        amounts=tuple(
            Amount(role=q.role, low=q.minimum, high=q.maximum) for q in report.quantities
        ),
        mutual=kind.removesuffix("-") in _MUTUAL or report.type is EventType.COOPERATE,
        negative=report.certainty.value in _NEGATIVE,
        claimed=bool(report.attribution),
        outline=context.outlines.get(stated.document),
    )


def stem(words: str) -> str:
    """The head of a trigger without its ending, so that forms of one word compare equal."""
    first = fold_name(words).split()[:1]
    word = first[0] if first else ""
    for ending in ("ings", "ing", "tion", "ted", "ed", "ers", "er", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def parties_of(context: Context) -> dict[str, Party]:
    """The entities of a context as parties, by their ids."""
    return {name: party_of(entity.actor) for name, entity in context.entities.items()}


def party_of(actor: Actor) -> Party:
    """The actor as a party: who it is, or of what kind."""
    words = words_of(actor.name)
    return Party(
        id=actor.id,
        generic=is_generic(actor),
        noun=words[-1] if words else "",
        person=actor.person,
        country=actor.country,
        sector=actor.sector,
        above=_above(actor),
    )


def _above(actor: Actor) -> frozenset[str]:
    """The bodies of the registry that this one is part of, by their ids in the record."""
    if actor.registry_id is None:
        return frozenset()
    return _bodies_above(actor.registry_id)


@cache
def _bodies_above(entry_id: str) -> frozenset[str]:
    known = registry()
    entry = known.get(entry_id)
    found: set[str] = set()
    while entry is not None and entry.parent is not None:
        entry = known.get(entry.parent)
        if entry is None or entry.id in found:
            break
        found |= {entry.id, entry.wikidata or entry.id}
    return frozenset(found)


def _party_sign(party: Party) -> str:
    if not party.generic:
        return party.id
    return f"{party.sector or party.noun}:{party.country}"


def _grounds(facts: Facts) -> list[str]:
    """What two reports without a place must share to be of one event."""
    parties = (*facts.actors, *facts.recipients)
    named = [f"party:{i}" for p in parties if not p.generic for i in (p.id, *sorted(p.above))]
    counts = [f"count:{a.role}:{a.low}:{a.high}" for a in facts.amounts if _tells(a.low, a.high)]
    story = [f"story:{word}" for word in facts.outline.heads] if facts.outline else []
    return [*named, *counts, *story, f"document:{facts.document}", f"text:{facts.evidence}"]


def _tells(low: float | None, high: float | None) -> bool:
    return max(low or 0.0, high or 0.0) > 2


def _whereabouts(facts: Facts) -> list[str]:
    """Where a group is found by its place."""
    place = facts.place
    if place is None:
        return []
    if is_exact(place) and place.latitude is not None and place.longitude is not None:
        cell = f"cell:{int(place.latitude // _CELL)}:{int(place.longitude // _CELL)}"
        return [f"in:{place.country}", cell]
    return [f"in:{place.country}", f"wide:{place.country}", f"at:{place.id}"]


def _neighbours(facts: Facts) -> list[str]:
    """Where groups are that lie near, in or around the place of a report."""
    place = facts.place
    if place is None:
        return []
    if not is_exact(place) or place.latitude is None or place.longitude is None:
        return [f"at:{place.id}", f"in:{place.country}"]
    row, column = int(place.latitude // _CELL), int(place.longitude // _CELL)
    cells = [f"cell:{row + i}:{column + j}" for i in (-1, 0, 1) for j in (-1, 0, 1)]
    return [*cells, f"wide:{place.country}"]
