"""Relations: what holds between two parties over a time."""

from dataclasses import dataclass

from khaldun.record.claim import Attribution, Certainty
from khaldun.record.span import Span
from khaldun.record.time import When
from khaldun.record.vocabulary import Means, RelationType


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`subject` (an actor id) stands in this relation to `target`.

    `target` is an actor id, or a place id for present_in and controls. The contract
    writes the two as "from" and "to".
    """

    id: str
    type: RelationType
    subject: str
    target: str
    when: When
    certainty: Certainty
    evidence: Span
    means: tuple[Means, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    confidence: float | None = None
    rule: str | None = None

    @property
    def over(self) -> bool:
        """Whether it says that what held is over ("broke with", "no longer backs").

        The contract has no field for it: such a relation has no beginning, and the entry that
        its rule names ends in a part that opens with "break".
        """
        entry = (self.rule or "").rpartition(":")[2].rpartition(".")[2]
        return entry.startswith("break") and self.when.earliest is None
