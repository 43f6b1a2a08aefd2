"""Forecasts: what the text says will, may or must come."""

from dataclasses import dataclass

from khaldun.errors import RecordError
from khaldun.record.claim import Attribution
from khaldun.record.span import Span
from khaldun.record.time import When
from khaldun.record.vocabulary import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Probability:
    """A probability word and its range, 0 to 1, after ICD 203 (2015), table 1."""

    low: float | None
    high: float | None
    cue: Span | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and not 0 <= self.low <= self.high <= 1:
            raise RecordError(f"a probability from {self.low} to {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A prediction: what, about whom, how likely, on what condition, by when, by whom."""

    id: str
    statement: Span
    probability: Probability
    horizon: When
    evidence: Span
    subjects: tuple[str, ...] = ()
    event_type: EventType | None = None
    condition: Span | None = None
    attribution: tuple[Attribution, ...] = ()
    confidence: float | None = None
    rule: str | None = None
