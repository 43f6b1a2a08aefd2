"""The state of a conflict on a day, series of dyads, the forecast ledger, the timeline."""

from khaldun.situation.difference import ChangeKind, Difference, Field, difference
from khaldun.situation.forecasts import (
    HolderScore,
    LedgerEntry,
    Outcome,
    Resolution,
    State,
    ledger,
    scores,
)
from khaldun.situation.model import (
    WINDOW,
    Control,
    Grounds,
    Initiative,
    Phase,
    PhaseSeen,
    Situation,
    Standing,
    Tally,
    Theatre,
)
from khaldun.situation.reading import situation_on
from khaldun.situation.series import Point, Step, dyads
from khaldun.situation.sides import UPWARD, sides_on
from khaldun.situation.timeline import Moment, MomentKind, timeline

__all__ = [
    "UPWARD",
    "WINDOW",
    "ChangeKind",
    "Control",
    "Difference",
    "Field",
    "Grounds",
    "HolderScore",
    "Initiative",
    "LedgerEntry",
    "Moment",
    "MomentKind",
    "Outcome",
    "Phase",
    "PhaseSeen",
    "Point",
    "Resolution",
    "Situation",
    "Standing",
    "State",
    "Step",
    "Tally",
    "Theatre",
    "difference",
    "dyads",
    "ledger",
    "scores",
    "sides_on",
    "situation_on",
    "timeline",
]
