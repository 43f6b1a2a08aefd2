"""What a situation is made of: findings, each with its grounds and its age."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from khaldun.errors import UsageError
from khaldun.record import Factuality, Means, RelationType

WINDOW = 30


class Phase(StrEnum):
    """In which phase a conflict is; in order of which one names it where several are seen."""

    CEASEFIRE = "ceasefire"
    WITHDRAWAL = "withdrawal"
    OFFENSIVE = "offensive"
    STALEMATE = "stalemate"
    TALKS = "talks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theatre:
    """Where: a country (ISO 3166-1 alpha-3), a place (id of the record), or everywhere.

    Raises:
        UsageError: both a country and a place are given.
    """

    country: str | None = None
    place: str | None = None

    def __post_init__(self) -> None:
        if self.country and self.place:
            raise UsageError("a theatre is a country or a place, not both")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Why a finding is made: the ids of ties, events or statements that say so.

    `seen` is the last day, up to the day asked, on which they say so; `age` counts the days
    from it to the day asked.
    """

    evidence: tuple[str, ...]
    seen: date
    age: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A tie that holds: `subject` and `target` are ids, `since` the first day known."""

    tie: str
    type: RelationType
    subject: str
    target: str
    certainty: Factuality
    since: date
    grounds: Grounds
    means: tuple[Means, ...] = ()
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Who is reported to control a place; `others` held it before, latest first."""

    place: str
    holder: str
    certainty: Factuality
    since: date
    grounds: Grounds
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one party did in the window, as ids: of events, and of statements for places."""

    party: str
    attacks: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    retreats: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """One for each attack, three for each gain, less three a loss and two a retreat."""
        return (
            len(self.attacks) + 3 * len(self.gains) - 3 * len(self.losses) - 2 * len(self.retreats)
        )

    @property
    def evidence(self) -> tuple[str, ...]:
        """Everything that was counted."""
        return (*self.attacks, *self.gains, *self.losses, *self.retreats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """Who holds the initiative; `holder` is None where it is contested."""

    holder: str | None
    tallies: tuple[Tally, ...]
    grounds: Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseSeen:
    """A phase for which there is evidence."""

    phase: Phase
    grounds: Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The state of a conflict on a day, as reported. What is empty is not reported.

    `phases` has each phase for which there is evidence; the first names the situation.
    `undated` are ids of ties and events that might bear on it, had they a date.
    """

    day: date
    theatre: Theatre
    window: int
    alliances: tuple[Standing, ...] = ()
    backing: tuple[Standing, ...] = ()
    opposition: tuple[Standing, ...] = ()
    control: tuple[Control, ...] = ()
    initiative: Initiative | None = None
    phases: tuple[PhaseSeen, ...] = ()
    undated: tuple[str, ...] = ()

    @property
    def phase(self) -> Phase | None:
        """The phase that names the situation, None where none is reported."""
        return self.phases[0].phase if self.phases else None
