"""One pass over the expressions of a text in order, each anchored on now or on what was told.

Whether an expression without a year takes the year of the narrative or of now depends on the
text: reporting is near its publication, history is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from khaldun.coding.times.anchor import Anchor, Direction, Reading, between
from khaldun.coding.times.calendar import SEASON_MONTHS, Stretch, Unit
from khaldun.coding.times.expression import Expression, Now
from khaldun.coding.times.phrase import Phrase
from khaldun.coding.times.resolution import resolve

# Kinds that name a calendar date, seen from anywhere or from something told.
_NAMED = "iso slash date dated_part season quarter half year named portion offset holiday"
DATING_KINDS = frozenset(_NAMED.split())
# Those and the ones seen from now, so that the narrative goes on from them.
_TELLING_KINDS = DATING_KINDS | {
    "weekday",
    "deictic",
    "daypart",
    "clock",
    "clock_date",
    "counted_from",
    "point",
}
_NOW_KINDS = frozenset(["deictic", "weekday"])
_NOW_ORDERS = frozenset(["this", "last", "next"])
# Those that a tale does not use of what it has come to, as it does "the next".
_WRITERS = frozenset(["this", "last"])
# From such a day on something lasted: no hour told later is on it.
_LASTING = frozenset(["since", "until", "from"])
_ENOUGH_YEARS = 5
_ENOUGH_DATES = 2
# Between the ends of a range no more than " through " stands.
_RANGE_GAP = 9
# A text all of whose dates are older than this is no news; nor do years so far apart make a tale.
_RECENT_YEARS = 5
# Narratives seldom skip more years than this; a later date is a glance ahead.
_LEAP_YEARS = 2
_SHARE_OF_YEARS = 0.6
# "January" told after an August is the next year's.
_HALF_A_YEAR = 6


@dataclass(slots=True, kw_only=True)
class _State:
    """What was told last, the last date with its year, and the year the narrative has come to.

    `behind` is the last date of a flashback, `beside` the last of one or of a saying, with its
    sentence, `aside` the paragraph of a date that leaves the order of the narrative, with its
    year.
    """

    told: Stretch | None = None
    behind: Stretch | None = None
    beside: tuple[int, Stretch] | None = None
    day: Stretch | None = None
    dated: Expression | None = None
    clock: Stretch | None = None
    aside: tuple[int, int] | None = None


def resolve_all(
    expressions: Sequence[Expression], now: Now | None, *, southern: bool = False
) -> list[Reading | None]:
    """The readings of a text's expressions, in order; None for those that no calendar has.

    `southern` says that the text is about the southern half of the earth, and so are its seasons.
    """
    telling = is_telling(expressions, now)
    undated = now is None or now.inferred
    present = present_year(expressions) if now is None else None
    if telling:
        present = _first_year(expressions)
    state = _State()
    readings: list[Reading | None] = []
    here = -1
    for expression in expressions:
        if telling and now is not None and not now.inferred and _is_todays(expression):
            here, state.clock, state.dated = expression.paragraph, None, None
        told = _told(expression, state)
        pointed = told is not state.told and told is not None and told.unit is Unit.DAY
        anchor = Anchor(
            told=told,
            day=told if pointed else state.day,
            year=_year_in_force(
                expression,
                state,
                present=None if expression.paragraph == here else present,
                telling=telling,
                undated=undated,
            ),
            direction=expression.direction,
            clock=state.clock if telling and state.aside is None else None,
            telling=telling
            and expression.paragraph != here
            and not _is_seen_from_now(expression, now),
            southern=southern,
        )
        reading = _resolve(expression.phrase, anchor, now)
        readings.append(reading)
        _tell(expression, reading, state)
    return _with_dates(expressions, _in_order(expressions, readings))


def _in_order(
    expressions: Sequence[Expression], readings: list[Reading | None]
) -> list[Reading | None]:
    """The two ends of a range in order, by the year of the one that does not name its own."""
    result = list(readings)
    for i in range(1, len(result)):
        low, high = result[i - 1], result[i]
        if low is None or high is None or not _is_range(expressions[i - 1], expressions[i]):
            continue
        years = _years_of_range(expressions[i - 1].phrase, expressions[i].phrase, low, high)
        for place, year in zip((i - 1, i), years, strict=True):
            if year is not None:
                result[place] = resolve(replace(expressions[place].phrase, year=year), Anchor())
    return result


def _years_of_range(
    one: Phrase, other: Phrase, low: Reading, high: Reading
) -> tuple[int | None, int | None]:
    """The years that the ends of a range take anew: the one named for both, else the one before."""
    turns = (one.month or 0, one.day or 0) > (other.month or 0, other.day or 99)
    if one.year is not None and other.year is None:
        return None, one.year + turns
    if other.year is not None and one.year in (None, other.year):
        return other.year - turns, None
    reverse = low.stretch and high.stretch and low.stretch.first > high.stretch.first
    return (low.stretch.first.year - 1 if reverse and low.stretch else None), None


def _is_range(low: Expression, high: Expression) -> bool:
    """Whether two expressions are months or days and the second is the end of the first."""
    if low.sentence != high.sentence or high.start - low.end > _RANGE_GAP:
        return False
    months = low.phrase.kind == high.phrase.kind == "date" and low.phrase.month is not None
    dash = high.leading in ("-", "–", "—", "to", "through", "until", "till")
    return months and (dash or (low.leading == "between" and high.leading == "and"))


def _first_year(expressions: Sequence[Expression]) -> int | None:
    """The year in which a tale starts that gives its first year late.

    Tales go forward: months before the first year named are of the one before it where they
    come later in the calendar than the month told next.
    """
    place = next((i for i, e in enumerate(expressions) if e.phrase.year is not None), None)
    if place is None:
        return None
    before = [e.phrase.month for e in expressions[:place] if e.phrase.month is not None]
    after = [e.phrase.month for e in expressions[place:] if e.phrase.month is not None]
    later = bool(before and after) and before[-1] > after[0]
    return (expressions[place].phrase.year or 0) - later


def _resolve(phrase: Phrase, anchor: Anchor, now: Now | None) -> Reading | None:
    if now is None:
        return resolve(phrase, anchor)
    low = resolve(phrase, replace(anchor, now=now.earliest))
    if now.earliest == now.latest or low is None:
        return low
    high = resolve(phrase, replace(anchor, now=now.latest))
    return low if high is None else between(low, high)


def is_telling(expressions: Sequence[Expression], now: Now | None) -> bool:
    """Whether the text tells of times long before now rather than reporting what is new."""
    years = sorted(e.phrase.year for e in expressions if e.phrase.year is not None)
    if now is not None and now.spoken_of and not now.inferred:
        return False
    if now is not None and _tells_of_long_ago(expressions, now):
        return True
    if now is None or now.inferred:
        told = len(years) >= _ENOUGH_YEARS or _goes_forward(expressions)
        return told and not any(map(speaks_of_now, expressions))
    first = next((e for e in expressions if e.phrase.kind in _TELLING_KINDS), None)
    if first is not None and first.phrase.kind in _NOW_KINDS:
        return False  # news opens with "on Monday"
    near = sum(e.phrase.kind in _NOW_KINDS for e in expressions)
    if not years or len(years) < _SHARE_OF_YEARS * (len(years) + near):
        return False
    full = [e for e in expressions if e.phrase.year is not None and e.phrase.month is not None]
    long_past = [e for e in full if (e.phrase.year or 0) < now.latest.year - 1]
    return len(long_past) >= _ENOUGH_DATES and years[len(years) // 2] < now.latest.year - 1


def _goes_forward(expressions: Sequence[Expression]) -> bool:
    """Whether a text names years one after the other, and a month or day of one of them."""
    dated = [e.phrase for e in expressions if e.phrase.year is not None and not e.behind]
    years = [p.year or 0 for p in dated]
    full = any(p.month is not None for p in dated)
    return full and len(set(years)) >= _ENOUGH_DATES and years == sorted(years)


def _tells_of_long_ago(expressions: Sequence[Expression], now: Now) -> bool:
    """Whether all dates are of one period of long ago, and nothing is seen from now.

    Either the text opens with a full date, or it has two of the same few years.
    """
    dates = [e.phrase for e in expressions if e.phrase.kind in DATING_KINDS]
    years = [p.year for p in dates if p.year is not None]
    if not years or max(years) >= now.latest.year - _RECENT_YEARS:
        return False
    full = [p for p in dates if p.year is not None and p.month is not None]
    opens = full[:1] == dates[:1]
    one_period = len(full) >= _ENOUGH_DATES and max(years) - min(years) <= _RECENT_YEARS
    return (opens or one_period) and not any(map(speaks_of_now, expressions))


def speaks_of_now(expression: Expression) -> bool:
    """Whether an expression is seen from the writer's now: "this spring", "recently", "Monday"."""
    phrase = expression.phrase
    if phrase.kind in _NOW_KINDS or phrase.kind == "reference" or phrase.direction == "ago":
        return True
    return phrase.order in _NOW_ORDERS and phrase.kind != "point"


def _is_todays(expression: Expression) -> bool:
    """Whether it is the writer's "today" or "now": his paragraph is no longer of the past."""
    return expression.phrase.kind in ("deictic", "reference") and not expression.aside


def _is_seen_from_now(expression: Expression, now: Now | None) -> bool:
    """Whether it is the writer's "last May" or "January last year", whatever he told before."""
    dated = now is not None and not now.inferred
    return dated and bool({expression.phrase.order, expression.phrase.year_order} & _WRITERS)


def present_year(expressions: Sequence[Expression]) -> int | None:
    """The latest year that the text names as past: an undated text cannot be older.

    None where things only go on since that year: the text may be of any later one.
    """
    named = [
        e for e in expressions if e.phrase.year is not None and e.direction is not Direction.FUTURE
    ]
    latest = max((e.phrase.year or 0 for e in named), default=None)
    told = any(e.phrase.year == latest and e.leading != "since" for e in named)
    return latest if told else None


def _year_in_force(
    expression: Expression, state: _State, *, present: int | None, telling: bool, undated: bool
) -> int | None:
    """The year that an expression without one takes from the narrative, if it does.

    In a text of an unknown day a story goes on, in its paragraph, from what was told last.
    """
    if telling and state.clock is not None:
        if state.aside is not None and state.aside[0] == expression.paragraph:
            return state.aside[1]
        return state.clock.first.year
    dated = state.dated
    if dated is not None and dated.paragraph == expression.paragraph:
        month = dated.phrase.month is not None
        near = expression.sentence - dated.sentence <= month
        finer = month or dated.leading == "in"
        if near and finer and expression.direction is not Direction.FUTURE:
            later = (expression.phrase.month or 0) > (dated.phrase.month or 12)
            return (dated.phrase.year or 0) - (expression.behind and later)
        named = expression.phrase.month or SEASON_MONTHS.get(expression.phrase.season or "")
        if undated and month and state.told is not None and named:
            return _next_in_story(expression, state.told, named)
    return present


def _next_in_story(expression: Expression, told: Stretch, month: int) -> int:
    """The year of a month or season behind what was told, or before it in a flashback."""
    gap = told.first.month - month
    if expression.behind:
        return told.first.year - (gap < 0)
    return told.first.year + (gap > _HALF_A_YEAR)


def _told(expression: Expression, state: _State) -> Stretch | None:
    """What an expression may count from: in a flashback, and right beside it, what that told."""
    near = state.beside is not None and expression.sentence == state.beside[0]
    if state.beside is not None and (near or expression.phrase.order == "that"):
        return state.beside[1]
    goes_back = expression.behind or expression.phrase.kind == "nth_day"
    return state.behind if goes_back and state.behind is not None else state.told


def _tell(expression: Expression, reading: Reading | None, state: _State) -> None:
    """Go on from a date that was told."""
    phrase = expression.phrase
    if phrase.kind == "clock" and state.day is not None:
        state.told = state.day
    if reading is None or reading.stretch is None or phrase.kind not in _TELLING_KINDS:
        return
    label = expression.aside and expression.leading == "of"
    if label and phrase.year is not None and phrase.day is None and phrase.month is None:
        return  # "the deal of 2018": two weeks earlier is not before that
    if state.told is not None and (expression.behind or expression.saying):
        state.beside = expression.sentence, reading.stretch
        state.behind = reading.stretch if expression.behind else state.behind
    else:
        state.told, state.behind, state.beside = reading.stretch, None, None
        state.day = reading.stretch if reading.stretch.unit is Unit.DAY else state.day
    lasts = expression.leading in _LASTING
    if phrase.year is not None and not lasts and not expression.aside:
        state.dated = expression
    if phrase.kind != "offset" or phrase.direction == "after":
        _advance(expression, reading.stretch, state)


def _advance(expression: Expression, told: Stretch, state: _State) -> None:
    """Move the clock of the narrative, or note an aside: a date far ahead of it or before it."""
    clock = state.clock
    if clock is None or (expression.opening and expression.phrase.year is not None):
        state.clock, state.aside = told, None
        return
    if clock.first >= told.first and clock.last <= told.last:
        return  # its year, said again
    years_ahead = told.first.year - clock.first.year
    if told.last < clock.first or years_ahead > _LEAP_YEARS:
        state.aside = (expression.paragraph, told.first.year)
    else:
        state.clock, state.aside = told, None


def _with_dates(
    expressions: Sequence[Expression], readings: list[Reading | None]
) -> list[Reading | None]:
    """Clock times take the day that stands beside them, else the day told before."""
    day: Reading | None = None
    result = list(readings)
    for i, reading in enumerate(readings):
        if reading is None:
            continue
        if expressions[i].phrase.kind == "clock":
            result[i] = _on_day(reading, _day_beside(expressions, readings, i) or day)
        elif reading.stretch is not None and reading.stretch.unit is Unit.DAY:
            day = day if expressions[i].leading in _LASTING else reading
    return result


def _day_beside(
    expressions: Sequence[Expression], readings: Sequence[Reading | None], i: int
) -> Reading | None:
    for j in (i + 1, i - 1):
        if not 0 <= j < len(readings) or expressions[j].sentence != expressions[i].sentence:
            continue
        reading = readings[j]
        gap = max(
            expressions[j].start - expressions[i].end, expressions[i].start - expressions[j].end
        )
        if reading and reading.stretch and reading.stretch.unit is Unit.DAY and gap <= 20:
            return reading
    return None


def _on_day(reading: Reading, day: Reading | None) -> Reading:
    if day is None or day.stretch is None or day.stretch.first != day.stretch.last:
        return reading
    clock = reading.value.partition("T")[2]
    return replace(
        reading,
        value=f"{day.stretch.value}T{clock}",
        first=day.stretch.first,
        last=day.stretch.last,
        stretch=day.stretch,
    )
