"""Recognizers-Text: phrases of commands to an assistant, with the days they mean (Microsoft).

Its timexes are not TIMEX3, so days are compared: the range of ours with any range of the gold
(one for the past, one for the future). Durations are compared in seconds. The gold's ends are
exclusive, also in "from 4 to 8 May" and "from 2014 to 2018", which name their last day or year:
such a range is two expressions of ours, as TIMEX3 has it, and may end with the first or the last
day of the second. Judged are
dates, ranges of dates and durations that news uses; what is left out, and why, is in `LEFT_OUT`
and below: clock times, sets, time zones and alternatives; open ranges ("before …"), which our
record keeps on the report and not on the expression; the model's modes for calendars and tasks,
which have conventions of their own; and what the gold leaves unresolved.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.parties import offsets
from benchmarks.reading import as_it_stands
from benchmarks.scoring import overlapping, ratio
from khaldun.record import Time

_LONG = r"(?:week|fortnight|month|quarter|year|decade)s?"
_KINDS = {"date": "date", "daterange": "range of dates", "duration": "duration"}
LEFT_OUT = {
    "numeric date, whose order is not told": r"\d\s*[./-]\s*\d|\d/\w+/|^\W*\d{1,2}\W*$",
    "day of an unnamed month": r"^(on )?the (\d+\w*|twenty|thirty|\w+teen)$",
    "span shorter than a day": r"\b(hours?|hrs?|minutes?|mins?|seconds?|secs?|h)\b",
    "business days and weekends": r"business|working|weekday|workday|weekend",
    "vague number to which the model gives one of its own": r"\b(some|several|few|couple)\b",
    "part of a unit by the model's own division": (
        r"\b(beginning|start|end|early|mid|late|rest|earlier|later this|middle)\b"
    ),
    "distance in units longer than a day, which the model gives to the day and TIMEX3 as exact as "
    "the unit": (
        rf"^in \w+( \w+)? ?{_LONG}\b"
        rf"|{_LONG}\b.*\b(ago|from|hence|later|after|before|time)\b"
    ),
    "coming or past units, which the model counts from tomorrow or by whole units": (
        rf"\b(next|coming|upcoming|past|last|previous)\b.*{_LONG}\b"
        rf"|\b(next|coming|upcoming) \w+ days\b|\w+ (next|coming|upcoming) \w+s\b|\bdecades?\b"
    ),
    "weekday that the model counts by whole weeks": (
        r"\b(next|last|previous|following|past)\s+(week\s)?.*day\b"
    ),
    "lengths in a row, or a length and its start": (
        r"(day|week|month|year)s?\b( and|,)? \d+ (day|week|month|year)"
        r"|(day|week|month|year)s?\b,? (starting |from )"
    ),
    "holiday of the Islamic calendar, of which we give all the days that the moon may choose": (
        r"\b(eid|eidul|ramadan|islamic|hijri|arabic|fast)\b"
    ),
    "week by its number or in a month": r"\bweek\b.*\bof\b|\bweek \d",
    "year in words": r"two thousand|nineteen \w|hundred|noughties",
    "shorthand": r"^\d+ ?[A-Za-z]{1,2}$|^(eo[dmwy]|otd|\d{8})$|\bto date$",
}
_LEFT_OUT = [re.compile(pattern, re.I) for pattern in LEFT_OUT.values()]
_SPLITS = ("DateParser", "DatePeriodParser", "DurationParser", "HolidayParser", "MergedParser",
           "DateTimeModel")  # fmt: skip
_DURATION = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
                       r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$")  # fmt: skip
_SECONDS = (365 * 86400, 30 * 86400, 7 * 86400, 86400, 3600, 60, 1)
_ONE_DAY = timedelta(days=1)
Range = tuple[date | None, date | None]


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of a phrase in the model's output."""

    value: str | None = None
    start: str | None = None
    end: str | None = None
    mod: str | None = msgspec.field(default=None, name="Mod")


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """What a phrase means: readings, or a past and a future one in a parser's output."""

    values: tuple[Value, ...] = ()
    past: dict[str, str] | None = msgspec.field(default=None, name="PastResolution")
    future: dict[str, str] | None = msgspec.field(default=None, name="FutureResolution")


class Timex(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase in a command; offsets are missing in parsers' cases."""

    type: str | None = None
    surface: str | None = None
    resolution: Any = None
    begin: int | None = None
    end: int | None = None


class Item(Row, frozen=True, kw_only=True):
    """A command with its time phrases."""

    annotations: tuple[Timex, ...]


def judge(item: Item, code: Code) -> Outcome:
    """The days or length of each judged phrase against any gold reading."""
    judged = [t for t in item.annotations if _kind(t) and _place(item, t) and readings(t)]
    if not judged or item.dct is None or item.split not in _SPLITS:
        return Outcome(item=item.doc_id)
    times = code(as_it_stands(item).document).times
    tallies, told = [], []
    for timex in judged:
        place = _place(item, timex) or (0, 0)
        ours = [t for t in times if overlapping(offsets(t.span), place)]
        right = any(m in readings(timex) for m in meanings(ours, _kind(timex)))
        tallies += [
            Tally(metric=metric, values=(float(right), 1.0))
            for metric in ("value accuracy", f"value accuracy, {_kind(timex)}")
        ]
        told += [] if right else [_told(item, timex, ours)]
    return Outcome(item=item.doc_id, tallies=tuple(tallies), disagreements=tuple(told))


def _kind(timex: Timex) -> str:
    """The kind of a judged phrase, empty where it is left out."""
    if timex.surface is None or any(p.search(timex.surface) for p in _LEFT_OUT):
        return ""
    return _KINDS.get((timex.type or "").removeprefix("datetimeV2."), "")


def _place(item: Item, timex: Timex) -> tuple[int, int] | None:
    if timex.begin is not None and timex.end is not None:
        return timex.begin, timex.end
    start = item.text.lower().find((timex.surface or "").lower())
    return None if start < 0 else (start, start + len(timex.surface or ""))


def readings(timex: Timex) -> list[Range | float]:
    """All that the phrase may mean: ranges of days, or seconds; none where it is left out."""
    if timex.resolution is None:
        return []
    try:
        resolution = msgspec.convert(timex.resolution, Resolution)
    except msgspec.ValidationError:
        return []
    found = [r for v in resolution.values for r in _of_value(v, _kind(timex))]
    for parsed in (resolution.past, resolution.future):
        found += _of_parser(parsed or {}, _kind(timex))
    return found


def _of_value(value: Value, kind: str) -> list[Range | float]:
    if value.mod in ("before", "after", "since", "until"):
        return []
    return _reading(kind, value.value, value.start, value.end)


def _of_parser(value: dict[str, str], kind: str) -> list[Range | float]:
    single = value.get("date") or value.get("duration")
    return _reading(kind, single, value.get("startDate"), value.get("endDate"))


def _reading(
    kind: str, value: str | None, start: str | None, end: str | None
) -> list[Range | float]:
    try:
        if kind == "duration":
            return [float(value or "")]
        if value is not None:
            return [(date.fromisoformat(value), date.fromisoformat(value))]
        first, last = date.fromisoformat(start or ""), date.fromisoformat(end or "")
    except ValueError:
        return []
    return [(first, last - _ONE_DAY), (first, last)]


def meanings(times: Sequence[Time], kind: str) -> list[Range | float | None]:
    """What our expressions mean, as the gold may write it; a range may be told by two."""
    if kind == "duration":
        return [_seconds(times[0].timex.value)] if times else []
    days = [(t.earliest, t.latest) for t in times if t.earliest and t.latest]
    if not days:
        return []
    first, last = min(d for d, _ in days), max(d for _, d in days)
    return [(first, last), (first, max(d for d, _ in days))] if len(days) > 1 else [(first, last)]


def _seconds(value: str) -> float | None:
    match = _DURATION.match(value)
    if match is None:
        return None
    parts = zip(match.groups(), _SECONDS, strict=True)
    return float(sum(float(n) * seconds for n, seconds in parts if n))


def _told(item: Item, timex: Timex, ours: Sequence[Time]) -> Disagreement:
    found = [f"{t.span.quote} = {t.timex.value} [{t.earliest}, {t.latest}]" for t in ours]
    gold = " or ".join(str(r) for r in readings(timex))
    note = (
        f"{item.text} ({item.dct}): {timex.surface} = {gold}, ours {'; '.join(found) or 'nothing'}"
    )
    return Disagreement(kind=f"{_kind(timex)} differs", item=item.doc_id, note=note)


SET = GoldSet(
    name="recognizers",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="value accuracy", formula=ratio),
        *(Metric(name=f"value accuracy, {kind}", formula=ratio) for kind in _KINDS.values()),
    ),
    note="left out: clock times, sets, time zones, alternatives, open ranges; "
    + "; ".join(LEFT_OUT),
)
