"""A stretch of a document's text, with its words."""

from dataclasses import dataclass

from khaldun.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where some words stand: code point offsets, end-exclusive, and the words themselves.

    Raises:
        SpanError: the offsets are not those of a stretch as long as the quote.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start or self.end - self.start != len(self.quote):
            raise SpanError(f"[{self.start}, {self.end}) is not where {self.quote!r} can stand")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise SpanError unless these words stand at these offsets of `text`."""
        if text[self.start : self.end] != self.quote:
            raise SpanError(
                f"[{self.start}, {self.end}) reads {text[self.start : self.end]!r}, "
                f"not {self.quote!r}"
            )

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
