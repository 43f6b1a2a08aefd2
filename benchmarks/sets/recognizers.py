"""Recognizers-Text: phrases of commands to an assistant, with the days they mean (Microsoft).

Its timexes are not TIMEX3, so days are compared: the range of ours with any range of the gold
(one for the past, one for the future). Durations are compared in seconds. Judged are dates,
ranges of dates and durations that news uses. Left out are clock times, sets, time zones and
alternatives; numeric dates, whose order the phrase does not tell; open ranges ("before …"),
which our record keeps on the report and not on the expression; and what the gold leaves
unresolved.
"""

import re
from datetime import date, timedelta
from typing import Any

import msgspec

from benchmarks.gold import Row
from benchmarks.outcomes import Code, Disagreement, GoldSet, Metric, Outcome, Tally
from benchmarks.reading import as_it_stands
from benchmarks.scoring import ratio
from benchmarks.sets.timenorm_tsv import covering
from khaldun.record import Time

_KINDS = {"date": "date", "daterange": "range of dates", "duration": "duration"}
_NUMERIC = re.compile(r"\d\s*[./-]\s*\d|^\W*\d{1,2}\W*$")
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
    if not judged or item.dct is None:
        return Outcome(item=item.doc_id)
    times = code(as_it_stands(item).document).times
    tallies, told = [], []
    for timex in judged:
        ours = covering(times, _place(item, timex) or (0, 0))
        right = ours is not None and meaning(ours, _kind(timex)) in readings(timex)
        tallies += [
            Tally(metric=metric, values=(float(right), 1.0))
            for metric in ("value accuracy", f"value accuracy, {_kind(timex)}")
        ]
        told += [] if right else [_told(item, timex, ours)]
    return Outcome(item=item.doc_id, tallies=tuple(tallies), disagreements=tuple(told))


def _kind(timex: Timex) -> str:
    """The kind of a judged phrase, empty where it is left out."""
    if timex.surface is None or _NUMERIC.search(timex.surface):
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
    found = [_of_value(v, _kind(timex)) for v in resolution.values]
    found += [_of_parser(v, _kind(timex)) for v in (resolution.past, resolution.future) if v]
    return [reading for reading in found if reading is not None]


def _of_value(value: Value, kind: str) -> Range | float | None:
    if value.mod in ("before", "after", "since", "until"):
        return None
    return _reading(kind, value.value, value.start, value.end)


def _of_parser(value: dict[str, str], kind: str) -> Range | float | None:
    single = value.get("date") or value.get("duration")
    return _reading(kind, single, value.get("startDate"), value.get("endDate"))


def _reading(
    kind: str, value: str | None, start: str | None, end: str | None
) -> Range | float | None:
    try:
        if kind == "duration":
            return float(value or "")
        if value is not None:
            return date.fromisoformat(value), date.fromisoformat(value)
        # The gold's ends are exclusive.
        return date.fromisoformat(start or ""), date.fromisoformat(end or "") - _ONE_DAY
    except ValueError:
        return None


def meaning(time: Time, kind: str) -> Range | float | None:
    """What our expression means, as the gold would write it."""
    if kind != "duration":
        return time.earliest, time.latest
    match = _DURATION.match(time.timex.value)
    if match is None:
        return None
    parts = zip(match.groups(), _SECONDS, strict=True)
    return float(sum(float(n) * seconds for n, seconds in parts if n))


def _told(item: Item, timex: Timex, ours: Time | None) -> Disagreement:
    value = "nothing"
    if ours is not None:
        value = f"{ours.span.quote} = {ours.timex.value} [{ours.earliest}, {ours.latest}]"
    gold = " or ".join(str(r) for r in readings(timex))
    note = f"{item.text} ({item.dct}): {timex.surface} = {gold}, ours {value}"
    return Disagreement(kind=f"{_kind(timex)} differs", item=item.doc_id, note=note)


SET = GoldSet(
    name="recognizers",
    row=Item,
    judge=judge,
    metrics=(
        Metric(name="value accuracy", formula=ratio),
        *(Metric(name=f"value accuracy, {kind}", formula=ratio) for kind in _KINDS.values()),
    ),
    note="left out: clock times, sets, time zones, alternatives, numeric dates, open ranges",
)
