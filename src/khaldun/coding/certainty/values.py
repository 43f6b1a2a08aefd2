"""FactBank values as strength and polarity, and how they compose."""

from dataclasses import dataclass

from khaldun.coding.syntax import Word
from khaldun.record import Factuality, Status

_STRENGTHS = ("UU", "PS", "PR", "CT")


@dataclass(frozen=True, slots=True)
class Value:
    """A FactBank value: strength 3 is certain, 2 probable, 1 possible, 0 not committed."""

    strength: int
    holds: bool = True

    @classmethod
    def parse(cls, text: str) -> "Value":
        """The value of "CT+", "PR-", "UU" and so on."""
        return cls(_STRENGTHS.index(text[:2]), not text.endswith("-"))

    def negated(self) -> "Value":
        """The same strength, the other polarity."""
        return Value(self.strength, not self.holds)

    def capped(self, other: "Value") -> "Value":
        """`other` seen from here: never stronger than this value."""
        return Value(min(self.strength, other.strength), other.holds)

    @property
    def factuality(self) -> Factuality:
        """As the record writes it."""
        if self.strength == 0:
            return Factuality.UNCOMMITTED
        return Factuality(_STRENGTHS[self.strength] + ("+" if self.holds else "-"))


CERTAIN = Value(3)
UNCOMMITTED = Value(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a governing word does to its complement, where it holds and where it is negated."""

    positive: Value
    negative: Value
    status: Status | None = None

    def on(self, governor: Value) -> Value:
        """The complement's value, given the governor's own."""
        return governor.capped(self.positive if governor.holds else self.negative)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A value on its way down the tree, with the words and statuses that made it."""

    value: Value = CERTAIN
    cues: tuple[Word, ...] = ()
    statuses: tuple[Status, ...] = ()

    def become(self, value: Value, cue: Word, status: Status | None = None) -> "State":
        """This state after `cue` made it `value`; a cue that changes nothing is not kept."""
        if value == self.value and status is None:
            return self
        statuses = self.statuses if status is None else (*self.statuses, status)
        return State(value=value, cues=(*self.cues, cue), statuses=statuses)

    def under(self, effect: Effect, cue: Word) -> "State":
        """The state of a complement of `cue`, whose own state this is."""
        status = effect.status if self.value.holds else None
        return self.become(effect.on(self.value), cue, status)

    def capped_to(self, value: Value, cue: Word, status: Status | None = None) -> "State":
        """This state with its strength lowered to that of `value`, in the polarity it has."""
        lowered = Value(min(self.value.strength, value.strength), self.value.holds == value.holds)
        return self.become(lowered, cue, status)

    def unpolarised(self) -> "State":
        """What only goes along with this state: as unsure as it is, but not denied with it."""
        if self.value.strength == CERTAIN.strength:
            return State()
        return State(value=Value(self.value.strength), cues=self.cues, statuses=self.statuses)

    def negated(self, cue: Word) -> "State":
        """This state with its polarity turned."""
        return self.become(self.value.negated(), cue)
