"""Words that only look like a time: Resolution 1973, a 24-year-old, the fall of a town."""

from collections.abc import Sequence

from khaldun.coding.times.anchor import Direction
from khaldun.coding.times.grammar import Match
from khaldun.coding.times.hints import Hints, direction_of
from khaldun.coding.times.tokens import Token, is_a

_FIRST_MODERN_YEAR = 1800


def is_lookalike(match: Match, tokens: Sequence[Token], hints: Hints) -> bool:
    """Whether what matched is no time expression where it stands."""
    before = tokens[match.first - 1] if match.first else None
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if before is None and after is None:
        return False
    if match.kind in ("lasting", "within", "offset") and _is_age(
        match, before, tokens[match.last + 1 :]
    ):
        return True
    check = _CHECKS.get(match.kind)
    return check is not None and check(match, before, after, hints)


def _year(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    year = match.token("Y")
    if year is None or match.last > match.first or match.token("Y2"):
        return False
    if is_a(before, "NUMBERED") or is_a(after, "COUNTED") or is_a(after, "UNIT"):
        return True
    if year.start in hints.counted or _is_designation(before):
        return True
    return int(year.lower.lstrip("'’‘")) in range(100, _FIRST_MODERN_YEAR) and not is_a(
        before, "LEADING"
    )


def _is_designation(before: Token | None) -> bool:
    """Whether a capital word stands before: "Vision 2030", "Kornet 2000"."""
    return is_a(before, "WORD") and before is not None and before.text[0].isupper()


def _date(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    """A month alone: not a surname ("Theresa May") nor a first name ("April Glaspie")."""
    month = match.token("M")
    if month is None and match.first == match.last and is_a(after, "WORD"):
        return not _stands_alone(match.token("D"), hints)
    if month is None or match.last > match.first:
        return False
    if _is_designation(before) and before is not None and before.end + 1 >= month.start:
        return True
    return _is_designation(after) and not is_a(before, "LEADING")


def _stands_alone(day: Token | None, hints: Hints) -> bool:
    """Whether a bare "the 28th" before a noun does not count that: "On the 28th soldiers fled"."""
    word = hints.words.get(day.start) if day is not None else None
    return word is not None and word.dep == "pobj"


def _lasting(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    unit = match.token("U") or match.token("J") or match.token("HU")
    if unit is not None and unit.lower in ("second", "quarter", "quarters"):
        counted = match.token("N") is not None and not is_a(match.token("N"), "some")
        if not counted or _vague_article(match) or is_a(after, "of"):
            return unit.lower != "second" or not counted or _vague_article(match)
        return match.last - match.first == 2  # "three-quarters"
    if match.token("J") and match.first == match.last:
        return not (is_a(before, "LEADING") or is_a(after, "of")) or is_a(before, "the")
    if _vague_article(match) and match.last - match.first == 1 and not is_a(after, "SIDE"):
        return not is_a(before, "LEADING") or is_a(before, ",")
    return False


def _vague_article(match: Match) -> bool:
    number = match.token("N")
    return number is not None and number.lower in ("a", "an")


def _is_age(match: Match, before: Token | None, rest: Sequence[Token]) -> bool:
    if is_a(before, "aged"):
        return True
    following = [t for t in rest[:2] if not is_a(t, "HYPHEN")]
    return bool(following) and is_a(following[0], "old")


def _season(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    """A season alone needs a preposition or an article; "the fall of" a town is no autumn."""
    season = match.token("S")
    if season is None or match.token("Y") or match.token("R") or match.token("T"):
        return False
    if is_a(after, "CAMPAIGN"):
        return False
    if season.lower == "fall" and (is_a(after, "of") or not is_a(before, "LEADING")):
        return True
    return match.first == match.last and not is_a(before, "LEADING")


def _point(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    if match.first == match.last:  # "by then Senate chairman"
        return _is_designation(after)
    return not is_a(before, "POINTING")


def _reference(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    word = match.token("K")
    if word is not None and word.lower == "soon":
        return is_a(before, "as") or is_a(after, "after") or _is_told(word, hints)
    return word is not None and word.lower in ("past", "future") and is_a(after, "of")


def _is_told(word: Token, hints: Hints) -> bool:
    """Whether a verb in the past governs it: "they soon left" speaks of no future."""
    governed = hints.words.get(word.start)
    return governed is not None and direction_of(governed) is Direction.PAST


def _set(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    """The Daily Telegraph is a name."""
    word = match.token("K")
    return (
        word is not None
        and before is not None
        and word.text[0].isupper()
        and not is_a(before, "BREAK")
    )


def _weekday(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    return is_a(before, "DAYNAME")


def _holiday(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    return match.first == match.last and _is_designation(after)


def _named(match: Match, before: Token | None, after: Token | None, hints: Hints) -> bool:
    """Not a day of the calendar: "the last day of" something."""
    unit = match.token("U")
    return unit is not None and unit.lower == "day" and is_a(after, "of")


_CHECKS = {
    "year": _year,
    "date": _date,
    "lasting": _lasting,
    "within": _lasting,
    "deadline": _lasting,
    "season": _season,
    "point": _point,
    "reference": _reference,
    "set": _set,
    "weekday": _weekday,
    "holiday": _holiday,
    "named": _named,
}
