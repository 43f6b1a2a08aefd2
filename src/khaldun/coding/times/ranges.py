"""Expressions that make one range: "from 12 to 15 June", "between 2014 and 2016"."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from khaldun.coding.lexicon.loading import load_lexicon
from khaldun.record import Time, TimexType

# "On 3, 5, 8 and 12 May": no more than this many expressions make one range.
_MOST = 8
_DATED = (TimexType.DATE, TimexType.TIME)


def joined(text: str, times: Sequence[Time], time: Time) -> tuple[Time, Time]:
    """The first and the last of the expressions that `time` makes a range with.

    TIMEX3 has no ranges: each end is an expression of its own. Both are `time` itself where it
    stands alone. `times` are all those of `text`, in their order.
    """
    position = int(time.id.removeprefix("t")) - 1
    chain = [time]
    for step in (1, -1):
        at = position + step
        while 0 <= at < len(times) and abs(at - position) <= _MOST:
            if not _makes_range(text, times[min(at, at - step)], times[max(at, at - step)]):
                break
            chain.append(times[at])
            at += step
    return (
        min(chain, key=lambda t: t.earliest or date.max),
        max(chain, key=lambda t: t.latest or date.min),
    )


def narrowest(text: str, times: Sequence[Time], time: Time) -> Time:
    """The most exact of `time` and the one that says it again beside it.

    "Two years later, in July 1996", "on Monday, 3 May".
    """
    if _length(time) is None:
        return time
    position = int(time.id.removeprefix("t")) - 1
    beside = [times[i] for i in (position - 1, position + 1) if 0 <= i < len(times)]
    same = [t for t in beside if _says_again(text, *sorted((time, t), key=_start))]
    known = [t for t in (time, *same) if _length(t) is not None]
    return min(known, key=lambda t: _length(t) or 0)


def _says_again(text: str, one: Time, other: Time) -> bool:
    between = text[one.span.end : other.span.start].split()
    return between[:1] == [","] and " ".join(between[1:]) in ("", "in", "on", "in the")


def _start(time: Time) -> int:
    return time.span.start


def _length(time: Time) -> int | None:
    """The days that a date may cover; None for what is none, and for "now"."""
    if time.timex.type not in _DATED or time.timex.value.endswith("_REF"):
        return None
    if time.earliest is None or time.latest is None:
        return None
    return (time.latest - time.earliest).days


def _makes_range(text: str, low: Time, high: Time) -> bool:
    if low.timex.type is not TimexType.DATE or high.timex.type is not TimexType.DATE:
        return False
    if low.timex.value.endswith("_REF") or high.timex.value.endswith("_REF"):
        return False
    if None in (low.earliest, low.latest, high.earliest, high.latest):
        return False
    return text[low.span.end : high.span.start].strip().lower() in _joins()


@cache
def _joins() -> frozenset[str]:
    return frozenset(load_lexicon("times")["joins"])
