"""What a matched expression says, before it is anchored: the typed fields of a match."""

from collections.abc import Sequence
from dataclasses import dataclass

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.coding.times.calendar import Unit
from khaldun.coding.times.grammar import Match
from khaldun.coding.times.tokens import Token, Value, is_a, value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The parts that an expression names; None where it does not name one.

    `order` says which one is meant (this, last, next, that, before, after), `year_order` the
    same of its year or week, `edge` START, MID or END, `direction` which way an offset counts,
    `narrow` which side of a moment, `twice` that a unit is
    skipped ("the week after next"), `amount` how many units (None: more than one).
    """

    kind: str
    keyword: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until_day: int | None = None
    twice: bool = False
    weekday: int | None = None
    ordinal: int | None = None
    season: str | None = None
    unit: Unit | None = None
    part: Unit | None = None
    amount: float | None = None
    base: str = ""
    overnight: bool = False
    order: str | None = None
    year_order: str | None = None
    edge: str | None = None
    direction: str | None = None
    narrow: str | None = None
    daypart: str | None = None
    approximation: str | None = None
    reference: str | None = None
    spelled: str = ""
    decade: int | None = None
    era: str | None = None
    meridiem: int | None = None
    zone: str | None = None
    exact: bool = False


def phrase_of(match: Match) -> Phrase:
    """The fields of a match."""
    get = match.token
    return Phrase(
        kind=match.kind,
        keyword=_lower(get("K")) or _lower(get("C")),
        base=_lower(get("KD")),
        overnight=_lower(get("P")) == "overnight",
        year=_year(get("Y2"), get("Y")) if get("Y2") else _year(get("Y")) or _spoken(match),
        month=_number(get("M"), "MONTH"),
        day=_day(get("D"), get("DT")),
        until_day=_day(get("D2")),
        twice=get("TW") is not None,
        weekday=_number(get("W"), "WEEKDAY", "WEEKDAYS"),
        ordinal=_ordinal(get("O"), get("F")),
        season=_word(get("S"), "SEASON"),
        unit=_unit(get("U") or get("J") or get("HU")),
        amount=_amount(match),
        part=_unit(get("SP")),
        order=_order(match),
        year_order=_year_order(match),
        edge=_word(get("E") or get("E2"), "EARLY", "PORTION", "CLOSING"),
        direction="hence" if get("FN") else _word(get("K"), "DIRECTION"),
        narrow=_word(get("L"), "NARROW"),
        daypart=_word(get("P"), "DAYPART"),
        approximation=_approximation(match),
        reference=_word(get("K"), "PRESENT", "RECENT", "LATELY", "ADVERBSET") or _holiday(match),
        spelled=_lower(get("G") or get("I") or get("Q") or get("HO")),
        decade=_number(get("DW"), "DECADEWORD"),
        era=_word(get("ER"), "ERA"),
        meridiem=_number(get("AM"), "AMPM"),
        zone=_word(get("ZN"), "ZONE"),
        exact=get("TD") is not None,
    )


def _order(match: Match) -> str | None:
    """Which one: "the next day" is that after what was told, "next week" that after now."""
    if match.token("A"):
        return "next"
    order = _word(match.token("R"), "ORDER", "TURNED")
    pointing = match.kind in ("named", "daypart", "season") and match.definite
    return "after" if order == "next" and pointing else order


def _year_order(match: Match) -> str | None:
    """Which year: "of the next year" is that after what was told, "next year" that after now."""
    order = _word(match.token("T"), "ORDER")
    return "after" if order == "next" and match.token("TH") else order


def _lower(token: Token | None) -> str:
    return token.lower.rstrip(".") if token else ""


def _word(token: Token | None, *classes: str) -> str | None:
    value = value_of(token, *classes) if token else None
    return value if isinstance(value, str) else None


def _number(token: Token | None, *classes: str) -> int | None:
    value: Value = value_of(token, *classes) if token else None
    return value if isinstance(value, int) else None


def _year(token: Token | None, before: Token | None = None) -> int | None:
    """The year; one of two digits is in the century of `before`, else in 1951 to 2050."""
    if token is None:
        return None
    digits = token.lower.lstrip("'’‘")
    if len(digits) > 2:
        return int(digits)
    if before is not None and len(before.lower) == 4:
        return int(before.lower[:2] + digits)
    return int(digits) + (1900 if int(digits) > 50 else 2000)


def _day(token: Token | None, tens: Token | None = None) -> int | None:
    if token is None:
        return None
    word = _number(token, "ORDINALWORD")
    before = _number(tens, "NUMBERWORD") or 0
    return before + (word if word is not None else int(token.lower.rstrip("stndrh")))


def _spoken(match: Match) -> int | None:
    """A year in words: "nineteen seventy-nine"."""
    tens = _number(match.token("YT"), "NUMBERWORD")
    return None if tens is None else 1900 + tens + (_number(match.token("YU"), "NUMBERWORD") or 0)


def _ordinal(token: Token | None, code: Token | None) -> int | None:
    if code is not None:
        return _number(code, "QUARTERCODE", "HALFCODE")
    if token is None:
        return None
    word = _number(token, "HALF", "ORDINALWORD")
    return word if word is not None else int(token.lower.rstrip("stndrh"))


def _unit(token: Token | None) -> Unit | None:
    name = _word(token, "SPELL", "UNIT", "PLURAL")
    return Unit(name) if name else None


def _amount(match: Match) -> float | None:
    """How many: None when nothing or only "several" is said."""
    tokens = [t for t in (match.token("N"), match.token("N2")) if t]
    counts = [c for c in map(_count, tokens) if c is not None]
    if len(counts) < len(tokens):
        return None
    half = 0.5 if match.token("H") or match.token("H2") else 0.0
    if match.token("N3") or (len(tokens) == 2 and all(t.lower[0].isdigit() for t in tokens)):
        return None  # "12 to 18 months"
    if match.token("N") and _is_stray(match):
        return None  # "a years-long war"
    if not counts:
        several = is_a(match.token("U") or match.token("J"), "PLURAL")
        return half or (None if several else 1.0)
    return _combined(counts) + half


def _is_stray(match: Match) -> bool:
    return is_a(match.token("N"), "ARTICLE") and is_a(match.token("U"), "PLURAL")


def _combined(counts: Sequence[float]) -> float:
    if len(counts) == 2 and counts[1] >= 100:
        return counts[0] * counts[1]
    return sum(counts)


def _count(token: Token) -> float | None:
    if token.lower[0].isdigit():
        return float(token.lower.replace(",", ""))
    word = _number(token, "NUMBERWORD", "ARTICLE")
    return None if word is None else float(word)


def _holiday(match: Match) -> str | None:
    """The key of the holiday named."""
    return next((name for name in match.named if name in load_lexicon("times")["holidays"]), None)


def _approximation(match: Match) -> str | None:
    if match.token("AL"):
        return "EQUAL_OR_MORE" if _lower(match.token("AL")) == "least" else "EQUAL_OR_LESS"
    if match.token("UP"):
        return "EQUAL_OR_LESS"
    if match.token("CL") or match.token("C"):
        return "LESS_THAN"
    return _word(match.token("AP"), "APPROXIMATE") or _word(match.token("CM"), "COMPARED")
