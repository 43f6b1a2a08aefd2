"""Who says it and how sure: attribution and certainty."""

from dataclasses import dataclass

from khaldun.record.span import Span
from khaldun.record.vocabulary import Factuality, HolderKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """The FactBank value that the holder of the claim gives it, and the words that say so."""

    value: Factuality
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One link of the chain of who says it; the author is never a link.

    `holder` is the source as named in the text, `actor` its actor id where it is one.
    """

    holder: str
    kind: HolderKind
    cue: Span
    actor: str | None = None
    direct_quote: bool = False
