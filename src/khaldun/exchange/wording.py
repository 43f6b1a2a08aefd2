"""Records in words: how dates, certainty, sources and counts are put to a reader."""

from datetime import date, timedelta

from khaldun.record import (
    Attribution,
    CodedDocument,
    Count,
    Document,
    Factuality,
    HolderKind,
    Probability,
    Publication,
    PublicationBasis,
    Quantity,
    Relation,
    Tie,
    TimeBasis,
    When,
)

CERTAINTY = {
    Factuality.CERTAIN: "certain",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.CERTAINLY_NOT: "certainly not",
    Factuality.PROBABLY_NOT: "probably not",
    Factuality.POSSIBLY_NOT: "possibly not",
    Factuality.UNCOMMITTED: "uncommitted",
}
TIME_BASIS = {
    TimeBasis.STATED: "stated",
    TimeBasis.CARRIED: "carried over",
    TimeBasis.PUBLICATION: "publication",
}
PUBLICATION_BASIS = {
    PublicationBasis.GIVEN: "given",
    PublicationBasis.DATELINE: "from the dateline",
    PublicationBasis.INFERRED: "inferred from the text",
}
_LONGEST_OPENING = 90
# ICD 203 (2015), table 1: the terms, by the upper end of their range.
_PROBABILITY_TERMS = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.00, "almost certain"),
)


def days(earliest: date | None, latest: date | None) -> str:
    """A range of days as short as it can be said: "2020-04 to 2020-05", "by 2025-05-31"."""
    if earliest is None:
        return "undated" if latest is None else f"by {latest.isoformat()}"
    if latest is None:
        return f"from {earliest.isoformat()}"
    if _is_year_start(earliest) and _is_year_end(latest):
        return _joined(f"{earliest.year:04}", f"{latest.year:04}")
    if earliest.day == 1 and _is_month_end(latest):
        return _joined(earliest.isoformat()[:7], latest.isoformat()[:7])
    return _joined(earliest.isoformat(), latest.isoformat())


def when(moment: When) -> str:
    """The range of a record with its basis; no basis where there is no range."""
    if moment.earliest is None and moment.latest is None:
        return "undated"
    return f"{days(moment.earliest, moment.latest)} ({TIME_BASIS[moment.basis]})"


def relation_when(relation: Relation) -> str:
    """The range of a relation: until when it held, where it says that it is over."""
    told = when(relation.when)
    return f"over {told}" if relation.over else told


def title(document: Document) -> str:
    """The title, or the opening words, or the id."""
    return document.title or opening(document) or document.id


def opening(document: Document) -> str:
    """The first sentence of what is coded, or its first words where that is long."""
    starts = [segment.start for segment in document.segments if segment.kind.coded] or [0]
    words = " ".join(document.text[starts[0] : starts[0] + _LONGEST_OPENING + 1].split())
    sentence, stop, _ = words.partition(". ")
    if stop or len(words) <= _LONGEST_OPENING:
        return sentence + stop.rstrip()
    return f"{words.rpartition(' ')[0] or words} …"


def tally(coded: CodedDocument) -> str:
    """How much the document holds: "18 events, 12 relations, 1 forecast, 20 actors"."""
    counts = (
        (len(coded.reports), "event"),
        (len(coded.relations), "relation"),
        (len(coded.forecasts), "forecast"),
        (len(coded.actors), "actor"),
    )
    return ", ".join(plural(number, noun) for number, noun in counts)


def published(publication: Publication | None) -> str:
    """When the document was published and how that is known."""
    if publication is None:
        return "publication date unknown"
    span = days(publication.earliest, publication.latest)
    return f"published {span} ({PUBLICATION_BASIS[publication.basis]})"


def certainty(value: Factuality) -> str:
    """A FactBank value in a word."""
    return CERTAINTY[value]


def confidence(value: float | None) -> str:
    """How sure the coder is: "confidence 0.83"; nothing where it does not say."""
    return "" if value is None else f"confidence {value:.2f}"


def chain(attribution: tuple[Attribution, ...]) -> str:
    """Who says it, innermost first: "a doctor (said), via Reuters (reported)"."""
    links = [_link(link) for link in reversed(attribution)]
    return ", via ".join(links) if links else "the author"


def count(quantity: Quantity) -> str:
    """A count with its role: "killed: at least 12 fighters"."""
    amount = _between(_number(quantity.minimum), _number(quantity.maximum))
    return f"{quantity.role}: {amount} {quantity.unit}".strip()


def total(count: Count) -> str:
    """A count over all reports: "killed: 27 to 40 soldiers (best 40)"."""
    low, best, high = (_number(value) for value in (count.low, count.best, count.high))
    amount = _between(low, high)
    favoured = f" (best {best})" if best and low != high else ""
    return f"{count.role}: {amount} {count.unit}".rstrip() + favoured


def amount(minimum: float | None, maximum: float | None) -> str:
    """A figure, or the range of it: "12", "10 to 12", "at least 10"."""
    return _between(_number(minimum), _number(maximum))


def interval(tie: Tie) -> str:
    """From when to when a tie is known to hold."""
    facts = []
    if tie.began:
        facts.append(f"began {days(tie.began.earliest, tie.began.latest)}")
    if tie.attested:
        facts.append(f"attested {tie.attested.isoformat()}")
    if tie.ended:
        facts.append(f"ended {days(tie.ended.earliest, tie.ended.latest)}")
    return ", ".join(facts) or "undated"


def probability(value: Probability) -> str:
    """The probability as an ICD 203 term with its range, or that none is stated."""
    if value.low is None and value.high is None:
        return "no probability stated"
    low, high = value.low or 0.0, 1.0 if value.high is None else value.high
    middle = (low + high) / 2
    term = next(term for end, term in _PROBABILITY_TERMS if middle <= end)
    return f"{term}, {low:.0%} to {high:.0%}" if low != high else f"{term}, {low:.0%}"


def plural(number: int, noun: str) -> str:
    """A count with its noun: "1 event", "2 events"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _link(link: Attribution) -> str:
    cue = link.cue.quote
    if not link.holder or link.holder == cue:
        return f"an unnamed source (“{cue}”)"
    kind = " [unnamed]" if link.kind is HolderKind.UNNAMED else ""
    return f"{link.holder}{kind} (“{cue}”)"


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _is_year_start(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _is_year_end(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _is_month_end(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _between(low: str, high: str) -> str:
    if low and high:
        return low if low == high else f"{low} to {high}"
    if low:
        return f"at least {low}"
    return f"at most {high}" if high else "an unstated number of"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"
